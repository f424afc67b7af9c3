/**
 * The third seat of a consultation: an interpreter, a captioner or a companion, asked by the physician with a one-time
 * link. A guest is admitted by the physician and shown to everyone at all times; before that, nothing reaches them.
 */
import * as Type from 'typebox'
import { ServiceContact } from './my-appointment.ts'
import { Id, Instant, Name, nullable, strict } from './primitives.ts'

export const GuestRole = Type.Union([
  Type.Literal('interpreter'),
  Type.Literal('captioner'), // writes along for someone who does not hear
  Type.Literal('companion'), // someone whom the worker trusts
])
export type GuestRole = Type.Static<typeof GuestRole>

/** The guest as the worker and the physician see them. The worker is told of nobody who only waits. */
export const GuestView = strict({
  id: Id,
  role: GuestRole,
  /** Typed by the physician for all to see; the one name that this protocol carries. */
  name: Name,
  /**
   * `waiting` to be let in · `admitted`, heard and seen by both · `objected` the worker wants to go on without them:
   * they wait again, and the physician decides.
   */
  phase: Type.Union([Type.Literal('waiting'), Type.Literal('admitted'), Type.Literal('objected')]),
  /** Whether their page is here now; one that lost its line may come back. */
  here: Type.Boolean(),
  /** Names one admission. Messages of an earlier one are dropped. Null unless `admitted`. */
  admissionId: nullable(Id),
})
export type GuestView = Type.Static<typeof GuestView>

/** Why a guest is out for good. Their link and their login are dead then. */
export const GuestEnd = Type.Union([
  Type.Literal('removed'), // by the physician, before or after letting them in
  Type.Literal('left'),
  Type.Literal('call-ended'),
])
export type GuestEnd = Type.Static<typeof GuestEnd>

/** What a guest's page knows of the consultation: before they are let in, that they wait. */
export const GuestStand = Type.Union([
  strict({ phase: Type.Literal('waiting') }),
  strict({
    phase: Type.Literal('admitted'),
    admissionId: Id,
    /** Whether a connection to each of the two belongs there now; one that does not is closed. */
    workerIn: Type.Boolean(),
    physicianIn: Type.Boolean(),
  }),
  strict({ phase: Type.Literal('over'), reason: GuestEnd }),
])
export type GuestStand = Type.Static<typeof GuestStand>

/** Whom the physician asks, and by which name they are shown. */
export const GuestDraft = strict({ role: GuestRole, name: Name })
export type GuestDraft = Type.Static<typeof GuestDraft>

/** The link that an appointment has; a newer one replaces it. */
export const GuestLink = strict({
  id: Id,
  role: GuestRole,
  name: Name,
  madeAt: Instant,
  /** Null until someone opened it; it opens once. */
  usedAt: nullable(Instant),
})
export type GuestLink = Type.Static<typeof GuestLink>

/** The only copy of the link itself: the server keeps a hash. */
export const NewGuestLink = strict({
  guest: GuestLink,
  url: Type.String({ maxLength: 2000 }),
  expiresAt: Instant,
})
export type NewGuestLink = Type.Static<typeof NewGuestLink>

/** What a guest's page reads: who asks, when, and as what they come. Nothing of the worker. */
export const MySeat = strict({
  state: Type.Union([
    Type.Literal('upcoming'), // the waiting room is not open yet; the link is not spent
    Type.Literal('open'),
    Type.Literal('over'),
  ]),
  role: GuestRole,
  name: Name,
  appointmentId: Id,
  physicianName: Name,
  startsAt: Instant,
  endsAt: Instant,
  opensAt: Instant,
  service: ServiceContact,
  timeZone: Type.String({ maxLength: 60 }),
  serverTime: Instant,
})
export type MySeat = Type.Static<typeof MySeat>
