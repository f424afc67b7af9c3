/**
 * For which calls the picture matters as much as the sound: frames then go before size, and below the mark the physician
 * is asked to convert. A need of the person, or of the examination.
 */
import type { ExamType } from '../protocol/exam-types.ts'

/** True where the physician examines by eye, and does not only talk. */
const examsByEye: Record<ExamType, boolean> = {
  'spontaneous': false, // art. I.4-37: a talk
  'pre-resumption': false, // art. I.4-36: advice
  'work-potential': false, // royal decree of 17 December 2025: a conversation with a questionnaire
  'maternity': false, // the post and its risks
  'periodic': false, // by video only where no act is due: what is left is the history
  'reintegration': true, // a clinical examination is part of these
  'pre-assignment': true,
  'return-to-work': true,
  'additional-acts': true,
  'prolonged': true,
  'extension': true,
}

export function needsPicture(examType: ExamType, worker: { readonly needsPicture: boolean }) {
  return worker.needsPicture || examsByEye[examType]
}
