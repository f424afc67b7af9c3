/** What a step did to the third seat, in a few words: the cells of `guest-table.txt`. */
import type { Participant } from '../protocol/consultation.ts'
import type { Consultation } from './consultation.ts'
import type { Delivery, Happening } from './events.ts'
import type { GuestConnection } from './guest.ts'
import {
  guestEvents,
  guestStates,
  type GuestEventName,
  type GuestStateName,
} from './guest-specimens.ts'
import { now } from './specimens.ts'
import { step } from './step.ts'

const participants: readonly Participant[] = ['worker', 'physician']

/** `ignored` where nothing of the seat changed and nobody was told anything about it. */
export function guestInWords(state: GuestStateName, event: GuestEventName): string {
  const before: Consultation = guestStates[state]
  const at = event === 'a minute passes' ? now + 60_000 : now
  const { consultation, deliveries, happenings } = step(before, guestEvents[event], at)
  const words = [
    ...(seat(before) === seat(consultation) ? [] : [seat(consultation)]),
    ...participants.flatMap((end) => connectionNews(end, before, consultation)),
    ...happenings.flatMap(happened),
    ...deliveries.flatMap(delivered),
  ]
  return words.length === 0 ? 'ignored' : words.join(', ')
}

function seat({ guest }: Consultation): string {
  if (guest === null) return 'nobody'
  const { id, standing, whereabouts } = guest
  const who = id.endsWith('1') ? '' : 'another, '
  const over = standing.phase === 'over' ? ` ${standing.reason}` : ''
  const admission = standing.phase === 'admitted' ? ` by ${standing.id}` : ''
  const where = whereabouts.kind === 'here' ? `here with ${whereabouts.page}` : whereabouts.kind
  return `${who}${standing.phase}${over}${admission} ${where}`
}

function connectionNews(end: Participant, before: Consultation, after: Consultation): string[] {
  const was = connectionOf(before, end)
  const is = connectionOf(after, end)
  return was === is ? [] : [`${end}’s ${is === null ? 'closed' : inShort(is)}`]
}

function connectionOf({ guest }: Consultation, end: Participant): GuestConnection | null {
  return guest?.standing.phase === 'admitted' ? guest.standing.connections[end] : null
}

function inShort(connection: GuestConnection): string {
  return connection.phase === 'opened'
    ? `opened ${connection.number}`
    : `awaited after ${connection.last}`
}

function happened(happening: Happening): string[] {
  return happening.what.startsWith('guest-') ? [`noted ${happening.what}`] : []
}

function delivered(delivery: Delivery): string[] {
  switch (delivery.type) {
    case 'guest-connection-opened':
      return [`${delivery.to} told of it${delivery.initiator ? ', offers' : ''}`]
    case 'guest-signal':
      return [`signal to the ${delivery.to}`]
    case 'refused':
      return delivery.about === 'admit-guest' ? [`${delivery.to} refused ${delivery.code}`] : []
    case 'call-opened': // of the two alone: another table's
    case 'signal':
    case 'standby-opened':
    case 'standby-closed':
      return []
    default:
      return delivery satisfies never
  }
}
