/** The times of a new session as its form has them: checked and counted by the rule that the server cuts slots with. */
import type { Break } from '../../../signaling/protocol/planning.ts'
import { cutSlots, type Cut } from '../../../signaling/rules/slots.ts'
import type { Texts } from '../texts.ts'
import type { Field, Problems, Values } from './field.ts'

/** More than two breaks in a half day go through the interface for planning software. */
const breakNames = [
  ['breakFrom', 'breakUntil'],
  ['secondBreakFrom', 'secondBreakUntil'],
] as const

export function breakFields(texts: Texts): readonly Field[] {
  const labels: Record<(typeof breakNames)[number][number], string> = {
    breakFrom: texts['session.break-from'],
    breakUntil: texts['session.break-until'],
    secondBreakFrom: texts['session.second-break-from'],
    secondBreakUntil: texts['session.second-break-until'],
  }
  return breakNames
    .flat()
    .map((name) => ({ name, label: labels[name], kind: 'time', required: false }))
}

export function toBreaks(values: Values): Break[] {
  return breakNames.flatMap(([from, until]) => {
    const span = { from: values[from] ?? '', until: values[until] ?? '' }
    return span.from === '' || span.until === '' ? [] : [span]
  })
}

export function checkHalfDay(values: Values, timeZone: string, texts: Texts): Problems {
  for (const [from, until] of breakNames) {
    const empty = [from, until].filter((name) => (values[name] ?? '') === '')
    const [missing] = empty
    if (empty.length === 1 && missing !== undefined)
      return { [missing]: texts['session.break-half'] }
  }
  const cut = cutValues(values, timeZone)
  return cut.ok ? {} : problemAt(cut.field, texts)
}

function problemAt(field: Extract<Cut, { ok: false }>['field'], texts: Texts): Problems {
  switch (field) {
    case 'date':
      return { date: texts['form.date'] }
    case 'from':
      return { from: texts['form.wrong'] }
    case 'until':
      return { until: texts['session.until-after-from'] }
    case 'slotMinutes':
      return { slotMinutes: texts['session.no-slot'] }
    case 'breaks':
      return { breakFrom: texts['session.break-wrong'] }
  }
}

export function countSlots(values: Values, timeZone: string): number {
  const cut = cutValues(values, timeZone)
  return cut.ok ? cut.slots.length : 0
}

function cutValues(values: Values, timeZone: string): Cut {
  const { date = '', from = '', until = '' } = values
  if (from === '') return { ok: false, field: 'from' }
  if (until === '') return { ok: false, field: 'until' }
  const slotMinutes = Number(values['slotMinutes'])
  if (!(slotMinutes > 0)) return { ok: false, field: 'slotMinutes' }
  return cutSlots({ date, from, until, slotMinutes, breaks: toBreaks(values) }, timeZone)
}
