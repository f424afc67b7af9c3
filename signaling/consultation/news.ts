/** Whom a change concerns, and what they are told of it: whole views, and only where one differs from what was told before. */
import type { ConsultationView, Participant, Side } from '../protocol/consultation.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { Outgoing } from './outgoing.ts'
import { personOf, type Person } from './person.ts'
import type { Known, Registry } from './registry.ts'
import { toStand, toView } from './view.ts'

export interface Send {
  readonly to: Person
  readonly message: Outgoing
}

export type News = ReturnType<typeof createNews>

export function createNews(known: Registry, toInstant: (at: number) => Instant) {
  function viewFor(at: Known, side: Participant): ConsultationView {
    const place =
      side === 'worker'
        ? { before: known.readyBefore(at), expectedAt: at.expectedAt, offerId: at.offerId }
        : { before: 0, expectedAt: null, offerId: null }
    return toView(at.consultation, side, place, toInstant)
  }

  function viewOf(at: Known, side: Participant): Send[] {
    if (at.consultation.whereabouts[side].kind !== 'here') return []
    const consultation = viewFor(at, side)
    const json = JSON.stringify(consultation)
    if (at.told[side] === json) return []
    at.told[side] = json
    return [{ to: personOf(at.planned, side), message: { type: 'consultation', consultation } }]
  }

  function standOf(at: Known): Send[] {
    const to = personAt(at, 'guest')
    const stand = toStand(at.consultation)
    const json = JSON.stringify(stand)
    if (to === null || at.told.guest === json) return []
    at.told.guest = json
    const { appointmentId } = at.planned
    return [{ to, message: { type: 'guest-stand', appointmentId, stand } }]
  }

  return {
    viewFor,

    /** What changed for those in these consultations, and for workers whose place in the queue moved. */
    of(touched: readonly Known[]): Send[] {
      const concerned = [...new Set([...touched, ...known.takeStirred()])]
      const views = concerned.flatMap((at) => [...viewOf(at, 'physician'), ...viewOf(at, 'worker')])
      return [...views, ...touched.flatMap(standOf)]
    },
  }
}

/** Who that is; null where nobody sits in the third seat. */
export function personAt(at: Known, side: Side): Person | null {
  if (side !== 'guest') return personOf(at.planned, side)
  const { guest } = at.consultation
  const { appointmentId } = at.planned
  return guest && { side, appointmentId, guestId: guest.id }
}
