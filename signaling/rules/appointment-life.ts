/**
 * An appointment's life. Every change of status goes through `step`; what makes no sense is refused.
 *
 *   planned ──invite──▶ invited ──accept──▶ accepted
 *      │                   │                   │
 *      │                   ◀───────move────────┤   to another slot: what was accepted was another hour
 *      ├───────────────────┴───────────────────┤
 *      ├─ prefer-in-person · plan-in-person
 *      │  · needs-in-person ───────────────────▶ converted   a visit in person is to be planned
 *      ├─ done-by-video ───────────────────────▶ completed
 *      ├─ not-reached, worker never came ──────▶ no-show
 *      ├─ not-reached, worker was there ───────▶ cancelled   technique failed: never a no-show
 *      ├─ no-answer (but not planned) ─────────▶ no-show     by the clock, `rules/no-answer.ts`; nobody recorded an outcome
 *      └─ cancel ──────────────────────────────▶ cancelled
 *
 *   invited · accepted ──choose-slot──▶ accepted   the worker's own choice is an answer too
 *   planned · invited · accepted ──take-back-move──▶ as before
 *   cancelled · converted by the planner ──take-back-end──▶ as before   a slip of the hand
 *   no-show by the clock ──take-back-end──▶ as before   they come after all
 */
import type { AppointmentStatus, InPersonAskedBy, Outcome } from '../protocol/planning.ts'

export interface AppointmentLife {
  readonly status: AppointmentStatus
  readonly outcome: Outcome | null
  readonly inPersonAskedBy: InPersonAskedBy | null
}

export type AppointmentEvent =
  /** An invitation was put into the outbox; inviting again is allowed and changes nothing. */
  | { readonly type: 'invite' }
  | { readonly type: 'accept' }
  /** The worker's choice at any moment, no reason asked. */
  | { readonly type: 'prefer-in-person' }
  /** The planner's: a visit in person is to replace this appointment. */
  | { readonly type: 'plan-in-person' }
  | { readonly type: 'cancel' }
  /** The clock's: they were waited for long enough. Whether they came is not this step's to ask. */
  | { readonly type: 'no-answer' }
  /** The physician's record at the end; `workerCame` when the worker's page was seen in the waiting room or the call. */
  | { readonly type: 'record-outcome'; readonly outcome: Outcome; readonly workerCame: boolean }

/** The planner's own end, or the clock's, is undone: written by `store/appointment-returns.ts` alone. */
export interface ReturnEvent {
  readonly type: 'take-back-end'
  readonly was: OpenStatus
}

/** What changes the slot as well: written by `store/appointment-moves.ts` alone. */
export type MoveEvent =
  /** The planner put it into another slot. */
  | { readonly type: 'move' }
  /** The worker chose another slot: that is an answer too. */
  | { readonly type: 'choose-slot' }
  /** … and back again; a worker who was not told yet has still accepted. */
  | { readonly type: 'take-back-move'; readonly was: OpenStatus }

export type OpenStatus = Extract<AppointmentStatus, 'planned' | 'invited' | 'accepted'>

export type Step =
  | { readonly ok: true; readonly life: AppointmentLife }
  | { readonly ok: false; readonly code: 'transition-refused' }

const refused: Step = { ok: false, code: 'transition-refused' }

/** Returns the next life, or the refusal's code. */
export function step(
  life: AppointmentLife,
  event: AppointmentEvent | MoveEvent | ReturnEvent,
): Step {
  if (event.type === 'take-back-end') return takeBackEnd(life, event.was)
  if (!isOpen(life.status)) return refused
  switch (event.type) {
    case 'invite':
      return to(life, { status: life.status === 'planned' ? 'invited' : life.status })
    case 'accept':
      return life.status === 'planned' ? refused : to(life, { status: 'accepted' })
    case 'prefer-in-person':
      return to(life, { status: 'converted', inPersonAskedBy: 'worker' })
    case 'plan-in-person':
      return to(life, { status: 'converted', inPersonAskedBy: 'planner' })
    case 'cancel':
      return to(life, { status: 'cancelled' })
    case 'no-answer':
      // Who was never invited is nobody who stayed away.
      return life.status === 'planned' ? refused : to(life, { status: 'no-show' })
    case 'move':
      return to(life, { status: life.status === 'accepted' ? 'invited' : life.status })
    case 'choose-slot':
      return life.status === 'planned' ? refused : to(life, { status: 'accepted' })
    case 'take-back-move':
      return to(life, { status: event.was })
    case 'record-outcome':
      return to(life, afterOutcome(event.outcome, event.workerCame))
  }
}

/** Whether anything can still happen to an appointment of this status. */
export function isOpen(status: AppointmentStatus): status is OpenStatus {
  switch (status) {
    case 'planned':
    case 'invited':
    case 'accepted':
      return true
    case 'completed':
    case 'converted':
    case 'cancelled':
    case 'no-show':
      return false
  }
}

/** Whether nobody else can have the slot: a visit in person, a cancellation and a no-show leave it to another. */
export function holdsSlot(status: AppointmentStatus): boolean {
  return isOpen(status) || status === 'completed'
}

/** An end that the worker asked for, or a physician recorded, stays. */
function takeBackEnd(life: AppointmentLife, was: OpenStatus): Step {
  const isPlanners = life.status === 'cancelled' || life.inPersonAskedBy === 'planner'
  const isTheClocks = life.status === 'no-show' && was !== 'planned'
  if (!(isPlanners || isTheClocks) || life.outcome !== null) return refused
  return to(life, { status: was, inPersonAskedBy: null })
}

function afterOutcome(outcome: Outcome, workerCame: boolean): Partial<AppointmentLife> {
  switch (outcome) {
    case 'done-by-video':
      return { outcome, status: 'completed' }
    case 'needs-in-person':
      return { outcome, status: 'converted', inPersonAskedBy: 'physician' }
    case 'not-reached':
      return { outcome, status: workerCame ? 'cancelled' : 'no-show' }
  }
}

function to(life: AppointmentLife, change: Partial<AppointmentLife>): Step {
  return { ok: true, life: { ...life, ...change } }
}
