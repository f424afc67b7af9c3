import type { ExamTypeTexts } from './en.ts'

export const texts: ExamTypeTexts = {
  'pre-assignment': 'Évaluation de santé préalable',
  'periodic': 'Évaluation de santé périodique',
  'additional-acts': 'Actes médicaux supplémentaires',
  'return-to-work': 'Examen de reprise du travail',
  'pre-resumption': 'Visite de pré-reprise du travail',
  'spontaneous': 'Consultation spontanée',
  'maternity': 'Examen de protection de la maternité',
  'prolonged': 'Surveillance de santé prolongée',
  'extension': 'Extension de la surveillance de santé',
  'work-potential': 'Estimation du potentiel de travail',
  'reintegration': 'Évaluation de réintégration',
}
