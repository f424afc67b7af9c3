/** What a step did, in a few words: the cells of the table in `step.test.ts`. */
import type { Consultation, Whereabouts } from './consultation.ts'
import { latestAttempt } from './consultation.ts'
import type { Delivery } from './events.ts'
import { events, now, states, type EventName, type StateName } from './specimens.ts'
import { step } from './step.ts'

export function inWords(state: StateName, event: EventName): string {
  const before = states[state]
  const at = event === 'a minute passes' ? now + 60_000 : now
  const { consultation, deliveries } = step(before, events[event], at)
  const words = [...differences(before, consultation), ...deliveries.map(delivered)]
  return words.length === 0 ? '-' : words.join(', ')
}

function differences(before: Consultation, after: Consultation): string[] {
  const sides = ['worker', 'physician'] as const
  return [
    ...sides.flatMap((side) =>
      difference(
        `${side} `,
        whereabouts(before.whereabouts[side]),
        whereabouts(after.whereabouts[side]),
      ),
    ),
    ...difference(
      '',
      `${before.readiness} ${before.visible}`,
      `${after.readiness} ${after.visible}`,
    ),
    ...(before.takenOverAt === after.takenOverAt ? [] : ['taken over']),
    ...difference('ring ', ring(before), ring(after)),
    ...difference('', call(before), call(after)),
    ...difference('standby ', standby(before), standby(after)),
    ...difference('', deferral(before), deferral(after)),
    ...difference('', before.over ? 'over' : 'not over', after.over ? 'over' : 'not over'),
  ]
}

function difference(label: string, before: string, after: string): string[] {
  return before === after ? [] : [`${label}${after}`]
}

function whereabouts(where: Whereabouts): string {
  return where.kind === 'here' ? `here with ${where.page}` : where.kind
}

function ring({ ring }: Consultation): string {
  if (ring === null) return 'none'
  return ring.phase === 'ringing' ? `${ring.id}${ring.shown ? ' shown' : ''}` : ring.outcome
}

function call({ call }: Consultation): string {
  if (call === null) return 'no call'
  if (call.phase === 'ended') return `call ended ${call.reason}`
  const inside = (['worker', 'physician'] as const).filter((s) => call.places[s].kind === 'in')
  const attempt = `${call.attempt.phase} ${latestAttempt(call)}`
  return `${call.id} ${attempt} with ${inside.join(' and ') || 'nobody'}`
}

function standby({ standby }: Consultation): string {
  return standby.kind === 'open' ? `${standby.callId} ${standby.attempt}` : standby.kind
}

function deferral({ deferredUntil }: Consultation): string {
  return deferredUntil === null ? 'not deferred' : 'deferred'
}

function delivered(delivery: Delivery): string {
  switch (delivery.type) {
    case 'call-opened':
      return `opened to ${delivery.to}${delivery.initiator ? ' who offers' : ''}`
    case 'standby-opened':
      return `standby-opened to ${delivery.to}${delivery.initiator ? ' who offers' : ''}`
    case 'standby-closed':
      return `standby-closed to ${delivery.to}`
    case 'signal':
    case 'guest-signal':
      return `signal to ${delivery.to}`
    case 'guest-connection-opened':
      return `opened to ${delivery.to} with ${delivery.with}`
    case 'refused':
      return `${delivery.to} refused ${delivery.code}`
    default:
      return delivery satisfies never
  }
}
