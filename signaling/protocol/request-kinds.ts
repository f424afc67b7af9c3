/** Apart from their schema: the office's page names them, and would fetch all that schemas are made of with it. */
import type { ExamType } from './exam-types.ts'

/** What can be asked for: each has a term in `rules/legal-clocks.ts`. */
export const requestedTypes = [
  'spontaneous',
  'pre-resumption',
  'return-to-work',
] as const satisfies readonly ExamType[]
export type RequestedType = (typeof requestedTypes)[number]

/** Code, art. I.4-36 and I.4-37; since 1 January 2026 the employer may ask for a visit before the resumption too. */
export const askers = ['worker', 'treating-physician', 'employer'] as const
export type AskedBy = (typeof askers)[number]
