import type { ExamTypeTexts } from './en.ts'

export const texts: ExamTypeTexts = {
  'pre-assignment': 'Vorherige Beurteilung des Gesundheitszustands',
  'periodic': 'Periodische Beurteilung des Gesundheitszustands',
  'additional-acts': 'Zusätzliche medizinische Handlungen',
  'return-to-work': 'Untersuchung bei Wiederaufnahme der Arbeit',
  'pre-resumption': 'Besuch vor Wiederaufnahme der Arbeit',
  'spontaneous': 'Spontane Konsultation',
  'maternity': 'Untersuchung im Rahmen des Mutterschutzes',
  'prolonged': 'Verlängerte Gesundheitsüberwachung',
  'extension': 'Erweiterung der Gesundheitsüberwachung',
  'work-potential': 'Einschätzung des Arbeitspotenzials',
  'reintegration': 'Wiedereingliederungsverfahren',
}
