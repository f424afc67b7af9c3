/** What HTTP tells the live side after it has stored something; the socket folder implements it. */
import type { CallEnd } from '../protocol/consultation.ts'
import type { LiveProgress } from '../consultation/consultations.ts'
import type { Identified } from '../protocol/identification.ts'
import type { Id, Instant } from '../protocol/primitives.ts'

export interface Live {
  /** A physician's list of today changed: their desk reads it again, and waiting workers learn their new place. */
  agendaChanged(physicianId: Id): void
  /** The appointment is over: a ring stops, a call ends with this reason, both pages are told. */
  appointmentOver(appointmentId: Id, reason: CallEnd): void
  /** A guest's link was revoked, or they have left: they are out at once. */
  guestEnded(appointmentId: Id, guestId: Id, reason: 'removed' | 'left'): void
  /** It is not over after all: the end was taken back. */
  appointmentBack(appointmentId: Id): void
  /** Whether the worker's page was seen for this appointment since the server started. */
  workerCame(appointmentId: Id): boolean
  /** The appointments whose worker is on their page now and could come at once. */
  workersOnline(): readonly Id[]
  /** The call that this appointment has, or had last since the server started. */
  callOf(appointmentId: Id): Id | null
  /**
   * Since when this physician's desk is open and they ring, see and owe a result to nobody; null while that is not so.
   * Milliseconds since 1970.
   */
  freeSince(physicianId: Id): number | null
  /** How far an appointment is; times are milliseconds since 1970. */
  progress(appointmentId: Id): LiveProgress
  /** A worker who waits learns when they are expected; null: at their time. */
  expect(appointmentId: Id, expectedAt: Instant | null): void
  /** Shows the slots that are offered, by the appointment that would move there; all others are offered no more. */
  offered(offers: ReadonlyMap<Id, Id>): void
  /** The worker behind this login proved who they are, or said how they will. */
  identified(appointmentId: Id, loginKey: string, identified: Identified): void
  /** Somebody else came with this worker's link: the physician is told that much. */
  wrongPersonCame(appointmentId: Id): void
  /** The login of the worker's page that is open now; null when none is. */
  workerLogin(appointmentId: Id): string | null
  /** A login was ended: its sockets close at once. */
  loginEnded(loginKey: string): void
}
