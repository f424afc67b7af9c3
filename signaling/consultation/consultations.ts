/**
 * All consultations that are known, and who sits where in them. Holds state but no line, clock or timer: every method
 * returns what is to be sent to whom. A person reaches only their own: a worker the one of their appointment, a physician
 * those of their list. The routing rests on who sent something, never on what a message says of its sender.
 */
import type { CallEnd, ConsultationView } from '../protocol/consultation.ts'
import type { ErrorCode } from '../protocol/codes.ts'
import type { GuestStand } from '../protocol/guest.ts'
import type { Identified } from '../protocol/identification.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { latestAttempt, type Consultation } from './consultation.ts'
import { asksOf, toEvent, type Command } from './commands.ts'
import type { ConsultationEvent, HeldCall } from './events.ts'
import { createNews } from './news.ts'
import { guestOf } from './guest.ts'
import { isGuestCommand, mayAsk, toGuestEvent, type GuestCommand } from './guest-commands.ts'
import { isSamePerson, type Person, type Planned, type Principal } from './person.ts'
import { createRegistry, type Known } from './registry.ts'
import { createSteps, type EventAt, type Result, type StepOptions } from './steps.ts'
import { toStand } from './view.ts'

export interface ConsultationsOptions extends StepOptions {
  readonly toInstant: (at: number) => Instant
}

/** `inCallSince` in milliseconds of the steady clock; null outside a call. */
export interface LiveProgress {
  readonly inCallSince: number | null
  readonly workerHere: boolean
}

/** The call that a page says it holds. */
type Claim = HeldCall & { readonly appointmentId: Id; readonly proven?: boolean }

/** A guest whose page comes, with what is written down of them. */
export type GuestArrival = Omit<
  Extract<ConsultationEvent, { type: 'guest-arrived' }>,
  'type' | 'admissionId'
> & { readonly appointmentId: Id }

export type Consultations = ReturnType<typeof createConsultations>

export function createConsultations(options: ConsultationsOptions) {
  const { toInstant, makeId } = options
  const known = createRegistry()
  const news = createNews(known, toInstant)
  const lists = new Map<Id, ReadonlySet<Id>>()
  /** Physicians who have begun: their page has its camera and microphone. A desk that was only opened has nobody at it. */
  const begun = new Set<Id>()
  /** When each of them whose line stands began, came back, or was done with somebody, whichever was the latest. */
  const settledAt = new Map<Id, number>()
  const { run, passTime, nextDeadline } = createSteps(known, news, options)

  function ofPerson(person: Person): Known[] {
    const ids =
      person.side === 'physician' ? (lists.get(person.physicianId) ?? []) : [person.appointmentId]
    const own = [...ids].flatMap((id) => known.get(id) ?? [])
    if (person.side !== 'guest') return own
    return own.filter(({ consultation }) => guestOf(consultation, person.guestId) !== null)
  }

  function toEventOf(
    person: Person,
    command: Command | GuestCommand,
    at: Known,
  ): ConsultationEvent | null {
    if (isGuestCommand(command)) return toGuestEvent(person.side, command, makeId)
    if (person.side === 'guest') return null
    return toEvent(person.side, command, makeId, () => known.elsewhere(at))
  }

  /** It is no longer on its physician's list. */
  function part(at: Known): EventAt[] {
    return [
      { at, event: { type: 'standby-unwanted' } },
      { at, event: { type: 'line-lost', side: 'physician' } },
    ]
  }

  /** Who was moved to another physician is no longer the first one's, whose list may be read anew much later. */
  function leaveOthers(appointments: readonly Planned[]): Result {
    const left = appointments.flatMap(({ appointmentId, physicianId }) => {
      const at = known.get(appointmentId)
      return at === undefined || at.planned.physicianId === physicianId ? [] : [at]
    })
    // While the first one is still on record: they are told what ends.
    const parted = run(left.filter(({ consultation }) => !isBusy(consultation)).flatMap(part))
    for (const { planned } of left) {
      const others = [...(lists.get(planned.physicianId) ?? [])]
      lists.set(planned.physicianId, new Set(others.filter((id) => id !== planned.appointmentId)))
    }
    return parted
  }

  function settle(physicianId: Id, hasBegun: boolean): void {
    if (hasBegun) {
      begun.add(physicianId)
      settledAt.set(physicianId, options.now())
    } else {
      begun.delete(physicianId)
      settledAt.delete(physicianId)
    }
  }

  /** A page's claim to this consultation's call; one to a call that is not known needs a proof. */
  function believed({ planned, consultation }: Known, held: Claim | null): HeldCall | null {
    if (held?.appointmentId !== planned.appointmentId) return null
    return consultation.call !== null || held.proven === true ? held : null
  }

  return {
    /** Learns of appointments, or learns them anew; what is over in the planning ends here too. */
    admit(appointments: readonly Planned[]): Result {
      const left = leaveOthers(appointments)
      const ended: EventAt[] = []
      for (const planned of appointments) {
        const present = known.learn(planned)
        if (planned.over) {
          ended.push({ at: present, event: { type: 'appointment-over', reason: 'completed' } })
        }
      }
      return join(left, run(ended))
    },

    /**
     * The physician's list of today; what is ringing or in a call stays on it until it is over, past midnight too.
     * A physician who is here is here for whoever is new on it.
     */
    list(physicianId: Id, appointmentIds: readonly Id[], page: Id | null): Result {
      const person: Person = { side: 'physician', physicianId }
      const previous = ofPerson(person)
      const busy = previous.filter(({ consultation }) => isBusy(consultation))
      const busyIds = busy.map(({ planned }) => planned.appointmentId)
      lists.set(physicianId, new Set([...appointmentIds, ...busyIds]))
      const present = ofPerson(person)
      // Of one that is a colleague's by now, this physician has parted already.
      const dropped = previous.filter(
        (at) => !present.includes(at) && at.planned.physicianId === physicianId,
      )
      const events = dropped.flatMap(part)
      if (page === null) return run(events)
      const fresh = present.filter((at) => !previous.includes(at))
      for (const at of fresh) {
        at.told.physician = ''
        events.push({
          at,
          event: {
            type: 'page-arrived',
            side: 'physician',
            page,
            login: null,
            resumed: false,
            held: null,
          },
        })
      }
      return run(events)
    },

    /** A page leads for this person; `resumed` if it goes on with its conversation. Returns what it is welcomed with, and what others learn of it. */
    arrive(
      person: Principal,
      page: Id,
      held: Claim | null,
      {
        resumed = false,
        login = null,
        identified = null,
      }: { resumed?: boolean; login?: string | null; identified?: Identified | null } = {},
    ): Result & { readonly views: ConsultationView[] } {
      const own = ofPerson(person)
      const { side } = person
      if (side === 'physician') settle(person.physicianId, resumed && begun.has(person.physicianId))
      const result = run(
        own.map((at) => ({
          at,
          event: {
            type: 'page-arrived',
            side,
            page,
            login,
            identified,
            resumed,
            held: believed(at, held),
          },
        })),
      )
      const views = own.map((at) => news.viewFor(at, side))
      // The welcome says it all: the same views are not sent to this person twice.
      const sends = result.sends.filter(
        ({ to, message }) => !(message.type === 'consultation' && isSamePerson(to, person)),
      )
      return { ...result, sends, views }
    },

    /** How things stand now, as this person may see it. */
    views: (person: Principal): ConsultationView[] =>
      ofPerson(person).map((at) => news.viewFor(at, person.side)),

    /** A page leads for this guest. Returns how they stand, and what others learn of it. */
    arriveGuest(arrival: GuestArrival): Result & { readonly stand: GuestStand } {
      const { appointmentId, ...guest } = arrival
      const at = known.get(appointmentId)
      if (at === undefined) return { ...run([]), stand: { phase: 'over', reason: 'removed' } }
      const event: ConsultationEvent = { type: 'guest-arrived', ...guest, admissionId: makeId() }
      const result = run([{ at, event }])
      const { guest: seated } = at.consultation
      const stand: GuestStand =
        seated?.id === guest.id ? toStand(at.consultation) : { phase: 'over', reason: 'removed' }
      at.told.guest = JSON.stringify(stand)
      const sends = result.sends.filter(({ message }) => message.type !== 'guest-stand')
      return { ...result, sends, stand }
    },

    /** Their link was revoked, or they left: both are said by HTTP. */
    endGuest(appointmentId: Id, guestId: Id, reason: 'removed' | 'left'): Result {
      const at = known.get(appointmentId)
      const event = { type: 'end-guest', guestId, reason } as const
      return at === undefined ? run([]) : run([{ at, event }])
    },

    loseLine(person: Person): Result {
      if (person.side === 'physician') settledAt.delete(person.physicianId)
      const event: ConsultationEvent =
        person.side === 'guest'
          ? { type: 'guest-line-lost', guestId: person.guestId }
          : { type: 'line-lost', side: person.side }
      return run(ofPerson(person).map((at) => ({ at, event })))
    },

    /** Does what a person's page asks. What is not theirs does not exist. */
    command(person: Person, command: Command | GuestCommand): Result {
      const refuse = (code: ErrorCode): Result => {
        const appointmentId = 'appointmentId' in command ? command.appointmentId : null
        const message = { type: 'refused', code, about: command.type, appointmentId } as const
        return { sends: [{ to: person, message }], happenings: [] }
      }
      const { side } = person
      if (side === 'physician' && command.type === 'readiness') {
        settle(person.physicianId, command.readiness !== 'unchecked')
        return run([])
      }
      if (isGuestCommand(command)) {
        if (!mayAsk(side, command)) return refuse('not-allowed')
      } else if (side === 'guest' || !asksOf(side, command.type)) return refuse('not-allowed')
      const own = ofPerson(person)
      const at =
        'appointmentId' in command
          ? own.find(({ planned }) => planned.appointmentId === command.appointmentId)
          : own[0]
      if (at === undefined) return refuse('not-found')
      const event = toEventOf(person, command, at)
      return event === null ? refuse('not-allowed') : run([{ at, event }])
    },

    /** The open calls in which this person has a place. */
    heldBy(person: Principal): (HeldCall & { readonly appointmentId: Id })[] {
      return ofPerson(person).flatMap(({ planned: { appointmentId }, consultation: { call } }) =>
        call?.phase === 'open' && call.places[person.side].kind === 'in'
          ? [{ appointmentId, callId: call.id, attempt: Math.max(1, latestAttempt(call)) }]
          : [],
      )
    },

    /** Whether this person is in a call now, or sits in the third seat of one. */
    isTalking: (person: Person): boolean =>
      ofPerson(person).some(({ consultation: { call, guest } }) =>
        person.side === 'guest'
          ? guest?.standing.phase === 'admitted'
          : call?.phase === 'open' && call.places[person.side].kind === 'in',
      ),

    /**
     * Whether this person has a place in this call, or in the guest's connections that an admission names, and so may have
     * credentials for the relay.
     */
    isInCall(person: Person, appointmentId: Id, callId: Id): boolean {
      const at = ofPerson(person).find(({ planned }) => planned.appointmentId === appointmentId)
      const call = at?.consultation.call
      const standing = at?.consultation.guest?.standing
      if (call?.phase !== 'open') return false
      const isAdmission = standing?.phase === 'admitted' && standing.id === callId
      if (person.side === 'guest') return isAdmission && call.places.physician.kind === 'in'
      return (call.id === callId || isAdmission) && call.places[person.side].kind === 'in'
    },

    /** Something was proved behind this worker's login. */
    identified(appointmentId: Id, login: string, identified: Identified): Result {
      const at = known.get(appointmentId)
      const event = { type: 'worker-identified', login, identified } as const
      return at === undefined ? run([]) : run([{ at, event }])
    },

    /** Somebody else came with this worker's link. */
    wrongPerson(appointmentId: Id): Result {
      const at = known.get(appointmentId)
      return at === undefined ? run([]) : run([{ at, event: { type: 'wrong-person-came' } }])
    },

    /** The login of the worker's page that is here; null when none is. */
    workerLogin(appointmentId: Id): string | null {
      const { whereabouts, workerLogin = null } = known.get(appointmentId)?.consultation ?? {}
      return whereabouts?.worker.kind === 'here' ? workerLogin : null
    },

    over(appointmentId: Id, reason: CallEnd): Result {
      const at = known.get(appointmentId)
      if (at === undefined) return run([])
      const { physicianId } = at.planned
      if (settledAt.has(physicianId)) settledAt.set(physicianId, options.now())
      return run([{ at, event: { type: 'appointment-over', reason } }])
    },

    /** The end was taken back: who is here goes on waiting. */
    back(appointmentId: Id): Result {
      const at = known.get(appointmentId)
      if (at?.consultation.over !== true) return run([])
      known.change(at, { ...at.consultation, over: false })
      return { sends: news.of([at]), happenings: [] }
    },

    /**
     * Since when this physician, who has begun, is here with nobody: nobody is rung or in a call, and no result is owed. Milliseconds of
     * the steady clock; null while that is not so.
     */
    freeSince(physicianId: Id): number | null {
      const settled = settledAt.get(physicianId)
      if (settled === undefined) return null
      const own = ofPerson({ side: 'physician', physicianId }).map((at) => at.consultation)
      if (own.some(isWithPhysician)) return null
      const ends = own.flatMap(({ ring, call }) => [endOf(ring), endOf(call)])
      return Math.max(settled, ...ends)
    },

    passTime,
    nextDeadline,

    /** Whether anything of this person is known without the planning. */
    knows: (person: Person) => ofPerson(person).length > 0,

    /** Drops what ended before this wall-clock time and nobody is in any more. */
    forget: (endedBefore: number): void => known.forget(endedBefore),

    workerCame(appointmentId: Id): boolean {
      return known.get(appointmentId)?.consultation.workerCame ?? false
    },

    /** How far this appointment is, as its pages show it. */
    progress(appointmentId: Id): LiveProgress {
      const { call = null, whereabouts } = known.get(appointmentId)?.consultation ?? {}
      return {
        inCallSince: call?.phase === 'open' ? call.openedAt : null,
        workerHere: whereabouts !== undefined && whereabouts.worker.kind !== 'absent',
      }
    },

    /** Tells a worker who waits when they are expected; null: at their time. */
    expect(appointmentId: Id, expectedAt: Instant | null): Result {
      const at = known.get(appointmentId)
      if (at === undefined || at.expectedAt === expectedAt) return run([])
      at.expectedAt = expectedAt
      return { sends: news.of([at]), happenings: [] }
    },

    /** Shows each of these appointments' workers the slot that they are offered, and nobody else one. */
    offer(offers: ReadonlyMap<Id, Id>): Result {
      const changed = known.all().filter((at) => {
        const offerId = offers.get(at.planned.appointmentId) ?? null
        const differs = at.offerId !== offerId
        at.offerId = offerId
        return differs
      })
      return { sends: news.of(changed), happenings: [] }
    },

    /** The appointments whose worker is on their page and could come at once: not rung, nor talked to before. */
    waiting: (): Id[] =>
      known
        .all()
        .flatMap(({ planned: { appointmentId }, consultation }) =>
          isWaiting(consultation) ? [appointmentId] : [],
        ),

    callOf: (appointmentId: Id): Id | null =>
      known.get(appointmentId)?.consultation.call?.id ?? null,
  }
}

/** Rung, in a call, or gone from it without a result. */
function isWithPhysician({ ring, call, over }: Consultation): boolean {
  return ring?.phase === 'ringing' || call?.phase === 'open' || (call !== null && !over)
}

function isWaiting({ whereabouts, readiness, ring, call, over }: Consultation): boolean {
  const isThere = whereabouts.worker.kind === 'here' && readiness !== 'blocked'
  return isThere && ring?.phase !== 'ringing' && call === null && !over
}

function endOf(what: Consultation['ring'] | Consultation['call']): number {
  return what?.phase === 'ended' ? what.endedAt : -Infinity
}

function isBusy({ ring, call }: Consultation): boolean {
  return ring?.phase === 'ringing' || call?.phase === 'open'
}

function join(a: Result, b: Result): Result {
  return { sends: [...a.sends, ...b.sends], happenings: [...a.happenings, ...b.happenings] }
}
