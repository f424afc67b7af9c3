/**
 * A server that was started anew knows of nobody. Whoever was here when the line to the old one was lost is away to this
 * page then, as on a server that goes on, until they are back or have stayed away for too long: their pages find the new
 * server when this one does.
 */
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'
import type { After } from '../call/timers.ts'

/** The server's own patience with a page that lost its line. */
const awayMs = 20_000

export interface PresenceMemory {
  /** The server is another one: these people were there as far as the last one knew, at this time. */
  keep(consultations: Iterable<ConsultationView>, at: Instant): void
  /** What a page is to believe of this view. */
  recall(view: ConsultationView): ConsultationView
  close(): void
}

/** `forgot` gets what the server had said of those who did not come back in time. */
export function createPresenceMemory(
  after: After,
  forgot: (view: ConsultationView) => void,
): PresenceMemory {
  const since = new Map<Id, Instant>()
  const withheld = new Map<Id, ConsultationView>()
  let cancel = () => {}

  function forget(): void {
    since.clear()
    const views = [...withheld.values()]
    withheld.clear()
    for (const view of views) forgot(view)
  }

  return {
    keep(consultations, at) {
      cancel()
      since.clear()
      withheld.clear()
      for (const { appointmentId, presence } of consultations) {
        if (presence.kind === 'here') since.set(appointmentId, at)
        if (presence.kind === 'away') since.set(appointmentId, presence.since)
      }
      cancel = after(awayMs, forget)
    },
    recall(view) {
      const { appointmentId, presence } = view
      const lostAt = since.get(appointmentId)
      const isUnknown = presence.kind === 'absent' && presence.lastSeenAt === null
      if (isUnknown && lostAt !== undefined) {
        withheld.set(appointmentId, view)
        return { ...view, presence: { kind: 'away', since: lostAt } }
      }
      since.delete(appointmentId)
      withheld.delete(appointmentId)
      return view
    },
    close: () => cancel(),
  }
}
