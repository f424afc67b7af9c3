/** After every event: which of the guest's two connections belong there, and whether the guest still does. */
import type { Participant } from '../protocol/consultation.ts'
import { latestAttempt, type Consultation, type OpenCall } from './consultation.ts'
import { changed, joined, unchanged, type Delivery, type Step } from './events.ts'
import { endGuest, type Admission, type Guest, type GuestConnection } from './guest.ts'
import { maxAttempt } from '../protocol/attempt.ts'

const ends: readonly Participant[] = ['worker', 'physician']

/** `step` is what an event made of the consultation `before`. */
export function settleGuest(before: Consultation, step: Step): Step {
  const { consultation: c } = step
  const { guest } = c
  if (guest === null || guest.standing.phase === 'over') return step
  if (isTheirTimeOver(before, c, guest)) return joined(step, endGuest(c, guest.id, 'call-ended'))
  return joined(step, settleConnections(c, guest))
}

/** With the call that they were let into; and whoever waits to be let into a call does not wait for the next one. */
function isTheirTimeOver(before: Consultation, c: Consultation, { standing }: Guest): boolean {
  const wasOpen = before.call?.phase === 'open' ? before.call.id : null
  const isOpen = c.call?.phase === 'open' ? c.call.id : null
  const justEnded = wasOpen !== null && wasOpen !== isOpen
  const otherCall = standing.phase === 'admitted' && c.call !== null && isOpen !== standing.callId
  return c.over || justEnded || otherCall
}

function settleConnections(c: Consultation, guest: Guest): Step {
  const { call } = c
  const { standing } = guest
  if (standing.phase !== 'admitted' || call?.phase !== 'open') return unchanged(c)
  const settled = ends.map((end) => [end, settleOne(c, call, guest, standing, end)] as const)
  if (settled.every(([end, connection]) => connection === standing.connections[end])) {
    return unchanged(c)
  }
  const connections = Object.fromEntries(settled) as Admission['connections']
  const opened = settled.flatMap(([end, connection]) =>
    connection.phase === 'opened' && connection !== standing.connections[end]
      ? tellBoth(standing, end, connection.number)
      : [],
  )
  return changed({ ...c, guest: { ...guest, standing: { ...standing, connections } } }, [], opened)
}

function settleOne(
  c: Consultation,
  call: OpenCall,
  { whereabouts }: Guest,
  { connections }: Admission,
  end: Participant,
): GuestConnection {
  const present = connections[end]
  const place = call.places[end]
  const last = present.phase === 'opened' ? present.number : present.last
  // A guest is never alone with the worker: without the physician there is no third seat.
  if (place.kind === 'out' || call.places.physician.kind === 'out') {
    return present.phase === 'opened' ? { phase: 'awaited', last } : present
  }
  const guestPage = whereabouts.kind === 'here' ? whereabouts.page : null
  // A lost line ends nothing: sound and picture need no server.
  if (present.phase === 'opened') {
    const isOtherPage = guestPage !== null && guestPage !== present.guestPage
    if (!isOtherPage && place.page === present.otherPage) return present
  }
  const isThere = c.whereabouts[end].kind === 'here' && latestAttempt(call) > 0
  if (guestPage === null || !isThere || last >= maxAttempt) {
    return present.phase === 'opened' ? { phase: 'awaited', last } : present
  }
  return { phase: 'opened', number: last + 1, guestPage, otherPage: place.page }
}

/** The guest never offers: each of the two does, so that two offers cannot meet. */
function tellBoth({ id }: Admission, end: Participant, attempt: number): Delivery[] {
  const opened = { type: 'guest-connection-opened', admissionId: id, attempt } as const
  return [
    { ...opened, to: end, with: 'guest', initiator: true },
    { ...opened, to: 'guest', with: end, initiator: false },
  ]
}
