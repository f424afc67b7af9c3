import { examTypes } from '../../signaling/protocol/exam-types.ts'
import type { PolicyRow } from '../../signaling/protocol/remote-policy.ts'
import { defaultRules } from '../../signaling/rules/remote-policy.ts'
import type { Choice } from './parts/field.ts'
import type { Texts } from './texts.ts'

/** Any examination can be in person. */
export function allExamChoices(texts: Texts): readonly Choice[] {
  return examTypes.map((code) => ({ value: code, label: texts.examTypes[code] }))
}

/** The examinations that are by video for some employer at some time; for whom and on which day, the server says. */
export function examChoices(policy: readonly PolicyRow[], texts: Texts): readonly Choice[] {
  const possible = examTypes.filter(
    (examType) =>
      defaultRules[examType].kind !== 'off' ||
      policy.some((row) => row.examType === examType && row.rule.kind !== 'off'),
  )
  return allExamChoices(texts).filter(({ value }) => possible.some((code) => code === value))
}
