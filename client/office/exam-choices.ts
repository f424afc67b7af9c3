import type { ExamType } from '../../signaling/protocol/exam-types.ts'
import { remoteRules } from '../../signaling/rules/remote-policy.ts'
import type { Choice } from './parts/field.ts'
import type { Texts } from './texts.ts'

/** The examinations that can be by video at all; whether one under an approval is allowed here, the server says. */
export function examChoices(texts: Texts): readonly Choice[] {
  const codes = Object.keys(remoteRules) as ExamType[]
  return codes
    .filter((code) => remoteRules[code] !== 'refused')
    .map((code) => ({ value: code, label: texts.examTypes[code] }))
}
