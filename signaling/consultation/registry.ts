/** The consultations that are known, by appointment and by session. */
import type { Id } from '../protocol/primitives.ts'
import { newConsultation, type Consultation } from './consultation.ts'
import type { Elsewhere } from './events.ts'
import type { Planned } from './person.ts'

export interface Known {
  planned: Planned
  consultation: Consultation
  /** What each side was last told, as JSON: a view is sent when it differs. */
  readonly told: { worker: string; physician: string; guest: string }
}

export function createRegistry() {
  const known = new Map<Id, Known>()
  const bySession = new Map<Id, Set<Known>>()

  function leaveSession(at: Known): void {
    const { sessionId } = at.planned
    const session = bySession.get(sessionId)
    session?.delete(at)
    if (session?.size === 0) bySession.delete(sessionId)
  }

  return {
    get: (appointmentId: Id) => known.get(appointmentId),
    all: (): Known[] => [...known.values()],
    ofSession: (sessionId: Id): Known[] => [...(bySession.get(sessionId) ?? [])],

    /** Learns of an appointment, or learns it anew. */
    learn(planned: Planned): Known {
      const at = known.get(planned.appointmentId) ?? {
        planned,
        consultation: newConsultation(planned.appointmentId),
        told: { worker: '', physician: '', guest: '' },
      }
      if (at.planned.physicianId !== planned.physicianId) reassign(at)
      leaveSession(at)
      at.planned = planned
      known.set(planned.appointmentId, at)
      const session = bySession.get(planned.sessionId) ?? new Set()
      bySession.set(planned.sessionId, session.add(at))
      return at
    },

    /** How many ready people come earlier in the same session. */
    readyBefore(at: Known): number {
      const { sessionId, startsAt } = at.planned
      let count = 0
      for (const { planned, consultation } of bySession.get(sessionId) ?? []) {
        if (planned.startsAt < startsAt && isReady(consultation)) count += 1
      }
      return count
    },

    /** What this physician does in other consultations than this one, today's list or not. */
    elsewhere(at: Known): Elsewhere {
      const others = [...known.values()].filter(
        (other) => other !== at && other.planned.physicianId === at.planned.physicianId,
      )
      if (others.some(({ consultation: { ring } }) => ring?.phase === 'ringing')) return 'ringing'
      const inCall = others.some(
        ({ consultation: { call } }) =>
          call?.phase === 'open' && call.places.physician.kind === 'in',
      )
      return inCall ? 'in-call' : 'nothing'
    },

    /** Forgets appointments that ended before this wall-clock time and that nobody is in. */
    forget(endedBefore: number): void {
      for (const [id, at] of known) {
        const { planned, consultation } = at
        const { worker, physician } = consultation.whereabouts
        const guest = consultation.guest?.whereabouts.kind ?? 'absent'
        const deserted = [worker.kind, physician.kind, guest].every((kind) => kind === 'absent')
        if (planned.endsAt >= endedBefore || !deserted) continue
        known.delete(id)
        leaveSession(at)
      }
    },
  }
}

function isReady({ over, whereabouts, readiness }: Consultation): boolean {
  const able = readiness === 'ready' || readiness === 'sound-only'
  return !over && able && whereabouts.worker.kind === 'here'
}

/** The appointment went to another physician: the worker stays and a guest waits again, all else begins anew. */
function reassign(at: Known): void {
  const { appointmentId, whereabouts, readiness, visible, workerCame, takenOverAt, guest } =
    at.consultation
  const fresh = newConsultation(appointmentId)
  at.consultation = {
    ...fresh,
    whereabouts: { ...fresh.whereabouts, worker: whereabouts.worker },
    readiness,
    visible,
    workerCame,
    takenOverAt,
    guest: guest && { ...guest, standing: { phase: 'waiting' } },
  }
}
