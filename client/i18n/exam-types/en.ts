/** The examinations by name; the articles stand in `signaling/protocol/exam-types.ts`. */
import type { ExamType } from '../../../signaling/protocol/exam-types.ts'

export type ExamTypeTexts = Record<ExamType, string>

export const texts: ExamTypeTexts = {
  'pre-assignment': 'Pre-assignment health assessment',
  'periodic': 'Periodic health assessment',
  'additional-acts': 'Additional medical acts',
  'return-to-work': 'Return-to-work examination',
  'pre-resumption': 'Pre-return-to-work visit',
  'spontaneous': 'Spontaneous consultation',
  'maternity': 'Maternity-protection examination',
  // "extended" is the official English for `prolonged`, so `extension` says to whom it extends.
  'prolonged': 'Extended health surveillance after exposure',
  'extension': 'Extension of health surveillance to nearby workers',
  'work-potential': 'Work-potential estimate',
  'reintegration': 'Reintegration assessment',
}
