/** The form that records whether a type of examination may be by video. */
import type { ExamType } from '../../../signaling/protocol/exam-types.ts'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import type { RemoteRule } from '../../../signaling/protocol/remote-policy.ts'
import { defaultRules, mayBeApproved } from '../../../signaling/rules/remote-policy.ts'
import type { Texts } from '../texts.ts'
import { orNull, toChoices, type Choice, type Field, type Problems, type Values } from './field.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Office } from './office-element.ts'

const approvalFields = ['authority', 'reference', 'givenOn', 'validFrom', 'scope'] as const

/** `recorded` is called once it is stored. */
export function planPolicyRow(
  examType: ExamType,
  employers: readonly Employer[],
  { texts, api }: Office,
  recorded: () => void,
): FormPlan {
  return {
    heading: texts.examTypes[examType],
    submit: texts['rules.record'],
    fields: [
      {
        name: 'employerId',
        label: texts['rules.for-whom'],
        kind: 'select',
        required: false,
        choices: toChoices(employers),
        emptyChoice: texts['common.every-employer'],
      },
      {
        name: 'rule',
        label: texts['rules.by-video'],
        kind: 'select',
        required: true,
        choices: ruleChoices(examType, texts),
      },
      ...(mayBeApproved(examType) ? fieldsOfApproval(texts) : []),
    ],
    check: (values) => findMissing(values, texts),
    save: async (values) => {
      const employerId = orNull(values['employerId'])
      await api.recordRemotePolicy({ examType, employerId, rule: toRule(values) })
      recorded()
    },
  }
}

function ruleChoices(examType: ExamType, texts: Texts): Choice[] {
  return [
    { value: 'off', label: texts['rules.off'] },
    ...(defaultRules[examType].kind === 'conversation'
      ? [{ value: 'conversation', label: texts['rules.conversation'] }]
      : []),
    ...(mayBeApproved(examType) ? [{ value: 'approved', label: texts['rules.approved'] }] : []),
  ]
}

function fieldsOfApproval(texts: Texts): Field[] {
  const text = (name: string, label: string, hint: string): Field => ({
    name,
    label,
    hint,
    kind: 'text',
    required: false,
    maxLength: 120,
  })
  const date = (name: string, label: string): Field => ({
    name,
    label,
    kind: 'date',
    required: false,
  })
  return [
    text('authority', texts['rules.authority'], texts['rules.authority-hint']),
    text('reference', texts['rules.reference'], texts['rules.reference-hint']),
    date('givenOn', texts['rules.given-on']),
    date('validFrom', texts['rules.valid-from']),
    date('validUntil', texts['rules.valid-until']),
    text('scope', texts['rules.scope'], texts['rules.scope-hint']),
  ]
}

/** The approval's fields are asked for only where there is one. */
function findMissing(values: Values, texts: Texts): Problems {
  if (values['rule'] !== 'approved') return {}
  const missing = approvalFields.filter((name) => (values[name] ?? '') === '')
  const { validFrom = '', validUntil = '' } = values
  return {
    ...Object.fromEntries(missing.map((name) => [name, texts['form.missing']])),
    ...(validUntil !== '' && validUntil < validFrom && { validUntil: texts['rules.ends-first'] }),
  }
}

function toRule(values: Values): RemoteRule {
  const { rule, authority = '', reference = '', givenOn = '', validFrom = '', scope = '' } = values
  if (rule !== 'approved') return { kind: rule === 'conversation' ? 'conversation' : 'off' }
  const validUntil = orNull(values['validUntil'])
  return {
    kind: 'approved',
    approval: { authority, reference, givenOn, validFrom, validUntil, scope },
  }
}
