/** What can only be done where the worker is: the acts that an examination may require; names stand in `client/i18n`. */
import * as Type from 'typebox'

/** Code on well-being at work, art. I.4-30 and annex I.4-5; vaccinations: Book VII, title 1. */
export const technicalActs = [
  'eye-test',
  'hearing-test',
  'spirometry',
  'ecg',
  'blood-sample',
  'urine-sample',
  'blood-pressure',
  'vaccination',
  'tuberculin-test',
  'x-ray',
  'ergometry',
] as const
export type TechnicalAct = (typeof technicalActs)[number]
export const TechnicalAct = Type.Unsafe<TechnicalAct>(
  Type.Union(technicalActs.map((code) => Type.Literal(code))),
)
