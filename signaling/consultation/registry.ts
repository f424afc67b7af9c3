/**
 * The consultations that are known, by appointment, by session and by physician. When a server was started anew everyone
 * comes at once: one arrival must cost no more than its own consultation.
 */
import type { Id, Instant } from '../protocol/primitives.ts'
import { newConsultation, type Consultation } from './consultation.ts'
import type { Elsewhere } from './events.ts'
import type { Planned } from './person.ts'
import { createQueue, isReady, type Queue } from './queue.ts'

export interface Known {
  planned: Planned
  consultation: Consultation
  /** What each side was last told, as JSON: a view is sent when it differs. */
  readonly told: { worker: string; physician: string; guest: string }
  /** Not later than its next deadline; null without one. */
  dueAt: number | null
  /** When the worker is expected, where that is late. */
  expectedAt: Instant | null
  /** The slot that they are offered just now. */
  offerId: Id | null
}

export type Registry = ReturnType<typeof createRegistry>

export function createRegistry() {
  const known = new Map<Id, Known>()
  const queues = new Map<Id, Queue>()
  const byPhysician = new Map<Id, Set<Known>>()
  /** Sessions in which somebody's place may be another one than they were told. */
  const stirred = new Set<Id>()

  function file(at: Known): void {
    const { appointmentId, sessionId, physicianId } = at.planned
    known.set(appointmentId, at)
    const queue = queues.get(sessionId) ?? createQueue()
    queues.set(sessionId, queue)
    queue.add(at)
    if (isReady(at.consultation)) stir(sessionId)
    byPhysician.set(physicianId, (byPhysician.get(physicianId) ?? new Set()).add(at))
  }

  function unfile(at: Known): void {
    const { appointmentId, sessionId, physicianId } = at.planned
    known.delete(appointmentId)
    const queue = queues.get(sessionId)
    queue?.remove(at)
    if (queue?.members.size === 0) queues.delete(sessionId)
    if (isReady(at.consultation)) stir(sessionId)
    const own = byPhysician.get(physicianId)
    own?.delete(at)
    if (own?.size === 0) byPhysician.delete(physicianId)
  }

  function stir(sessionId: Id): void {
    stirred.add(sessionId)
    queues.get(sessionId)?.stir()
  }

  return {
    get: (appointmentId: Id) => known.get(appointmentId),
    all: (): Known[] => [...known.values()],
    ofPhysician: (physicianId: Id): Known[] => [...(byPhysician.get(physicianId) ?? [])],

    /** Learns of an appointment, or what became of one: another slot may be in another session, with another physician. */
    learn(planned: Planned): Known {
      const before = known.get(planned.appointmentId)
      if (before !== undefined) {
        const isMoved = !isSameSlot(before.planned, planned)
        if (isMoved) unfile(before)
        before.planned = planned
        if (isMoved) file(before)
        return before
      }
      const at: Known = {
        planned,
        consultation: newConsultation(planned.appointmentId),
        told: { worker: '', physician: '', guest: '' },
        dueAt: null,
        expectedAt: null,
        offerId: null,
      }
      file(at)
      return at
    },

    /** What became of a consultation. */
    change(at: Known, consultation: Consultation): void {
      const moves = isReady(at.consultation) !== isReady(consultation)
      at.consultation = consultation
      if (moves) stir(at.planned.sessionId)
    },

    /** How many ready people come earlier in the same session. */
    readyBefore({ planned: { sessionId, startsAt } }: Known): number {
      return queues.get(sessionId)?.readyBefore(startsAt) ?? 0
    },

    /** Everyone whose place may be another one since this was last asked. */
    takeStirred(): Known[] {
      const moved = [...stirred].flatMap((id) => [...(queues.get(id)?.members ?? [])])
      stirred.clear()
      return moved
    },

    /** What this physician does in other consultations than this one, today's list or not. */
    elsewhere(at: Known): Elsewhere {
      const own = this.ofPhysician(at.planned.physicianId)
      const others = own.filter((other) => other !== at)
      if (others.some(({ consultation: { ring } }) => ring?.phase === 'ringing')) return 'ringing'
      const inCall = others.some(
        ({ consultation: { call } }) =>
          call?.phase === 'open' && call.places.physician.kind === 'in',
      )
      return inCall ? 'in-call' : 'nothing'
    },

    /** Forgets appointments that ended before this wall-clock time and that nobody is in. */
    forget(endedBefore: number): void {
      for (const at of known.values()) {
        const { worker, physician } = at.consultation.whereabouts
        const guest = at.consultation.guest?.whereabouts.kind ?? 'absent'
        const deserted = [worker.kind, physician.kind, guest].every((kind) => kind === 'absent')
        if (at.planned.endsAt < endedBefore && deserted) unfile(at)
      }
    },
  }
}

function isSameSlot(a: Planned, b: Planned): boolean {
  return a.physicianId === b.physicianId && a.sessionId === b.sessionId && a.startsAt === b.startsAt
}
