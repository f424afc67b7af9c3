/** The occupational-health examinations of the Belgian Code on well-being at work; names stand in `client/i18n`. */
import * as Type from 'typebox'

export const examTypes = [
  'pre-assignment', // Code, art. I.4-26
  'periodic', // art. I.4-29 and I.4-30
  'additional-acts', // art. I.4-30
  'return-to-work', // art. I.4-34
  'pre-resumption', // art. I.4-36
  'spontaneous', // art. I.4-37
  'maternity', // Book X, title 5
  'prolonged', // art. I.4-38: after the exposure has ended
  'extension', // art. I.4-41: to workers nearby
  'work-potential', // royal decree of 17 December 2025
  'reintegration', // art. I.4-72 and following
] as const
export type ExamType = (typeof examTypes)[number]
export const ExamType = Type.Unsafe<ExamType>(
  Type.Union(examTypes.map((code) => Type.Literal(code))),
)
