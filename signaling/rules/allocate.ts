/**
 * Which of a cohort gets which free slot. Before all of them come requests that wait: each keeps a slot, where one suits it.
 * Then those who can have a slot in time: as many as possible, who comes first in the list before who comes later; somebody
 * is moved to another slot of theirs where that makes room, but never out. Then those who can only be late, for late is
 * better than never; nobody is made late for them.
 */
import type { LeftOutReason as PlanningReason } from '../protocol/planning.ts'
import type { CalendarDate, Id, Locale } from '../protocol/primitives.ts'
import type { RemoteRefusal } from '../protocol/remote-policy.ts'
import { createSeating } from './seating.ts'

export interface FreeSlot {
  readonly id: Id
  /** The day in the service's zone. */
  readonly on: CalendarDate
  readonly languages: readonly Locale[]
  /** A company room serves the workers of its site; null: everyone uses their own phone. */
  readonly siteId: Id | null
}

export interface Invitee {
  readonly id: Id
  readonly language: Locale
  readonly siteId: Id | null
  /** The last day in time; null where there is none. */
  readonly dueOn: CalendarDate | null
  readonly alreadyPlanned: boolean
  /** The planner chose it: this slot or none, and before those who may get any. */
  readonly wishedSlotId: Id | null
  /** Why the policy does not let this examination be by video on that day; null where it does. */
  readonly refusal: (on: CalendarDate) => RemoteRefusal | null
}

/** Who is seated before the cohort, and never put out by it. */
export interface Earlier {
  /** The best choices first: one of these slots, or else one of the next ones. Also slots that the cohort is not to have. */
  readonly choices: readonly (readonly FreeSlot[])[]
}

/** The first reason that leaves no slot at all; `no-free-slot` where slots fit and others of the cohort came first. */
export type LeftOutReason = PlanningReason | 'not-at-their-site' | 'not-in-their-language'

export interface Placed {
  readonly slotId: Id
  readonly workerId: Id
  readonly inTime: boolean
}

export interface Allocation {
  readonly placed: readonly Placed[]
  /** The slots that stay free for those who were seated before. */
  readonly kept: readonly Id[]
  readonly leftOut: readonly { readonly workerId: Id; readonly reason: LeftOutReason }[]
}

/** `slots` in the order in which they are to be filled, most often by time. */
export function allocate(
  slots: readonly FreeSlot[],
  invitees: readonly Invitee[],
  earlier: readonly Earlier[] = [],
): Allocation {
  const reasons = new Map<Invitee, LeftOutReason>()
  const fitting = new Map<Invitee, readonly FreeSlot[]>()
  for (const invitee of invitees) {
    const found = slotsFor(invitee, slots)
    if (found.reason === null) fitting.set(invitee, found.slots)
    else reasons.set(invitee, found.reason)
  }

  const seating = createSeating<FreeSlot, Invitee | Earlier>()
  for (const each of earlier) each.choices.some((among) => seating.seat(each, among))
  const able = invitees.filter((invitee) => fitting.has(invitee))
  const wished = able.filter((invitee) => invitee.wishedSlotId !== null)
  const others = able.filter((invitee) => invitee.wishedSlotId === null)
  for (const group of [wished, others]) {
    const late = group.filter((invitee) => {
      const inTime = (fitting.get(invitee) ?? []).filter((slot) => isInTime(slot, invitee))
      return !seating.seat(invitee, inTime)
    })
    for (const invitee of late) {
      if (!seating.seat(invitee, fitting.get(invitee) ?? [])) reasons.set(invitee, 'no-free-slot')
    }
  }

  const kept = slots.filter((slot) => isEarlier(seating.holderOf(slot)))
  const missed = new Set(kept)
  for (const [invitee, reason] of reasons) {
    const slot = reason === 'no-free-slot' && fitting.get(invitee)?.find((own) => missed.has(own))
    // One kept slot costs one of them theirs.
    if (slot && missed.delete(slot)) reasons.set(invitee, 'kept-for-request')
  }
  return {
    placed: slots.flatMap((slot) => {
      const holder = seating.holderOf(slot)
      return holder === undefined || isEarlier(holder)
        ? []
        : [{ slotId: slot.id, workerId: holder.id, inTime: isInTime(slot, holder) }]
    }),
    kept: kept.map(({ id }) => id),
    leftOut: invitees.flatMap((invitee) => {
      const reason = reasons.get(invitee)
      return reason === undefined ? [] : [{ workerId: invitee.id, reason }]
    }),
  }
}

function isEarlier(holder: Invitee | Earlier | undefined): holder is Earlier {
  return holder !== undefined && 'choices' in holder
}

function isInTime({ on }: FreeSlot, { dueOn }: Invitee): boolean {
  return dueOn === null || on <= dueOn
}

type SlotsFor =
  | { readonly reason: null; readonly slots: readonly FreeSlot[] }
  | { readonly reason: LeftOutReason }

function slotsFor(invitee: Invitee, slots: readonly FreeSlot[]): SlotsFor {
  if (invitee.alreadyPlanned) return { reason: 'worker-already-planned' }
  const { siteId, language, wishedSlotId } = invitee
  const checks: ((slot: FreeSlot) => LeftOutReason | null)[] = [
    ({ id }) => (wishedSlotId === null || wishedSlotId === id ? null : 'no-free-slot'),
    ({ on }) => invitee.refusal(on),
    (slot) => (slot.siteId === null || slot.siteId === siteId ? null : 'not-at-their-site'),
    ({ languages }) => (languages.includes(language) ? null : 'not-in-their-language'),
  ]
  let left = slots
  for (const check of checks) {
    const reasons = left.map(check)
    left = left.filter((_slot, index) => reasons[index] === null)
    // Of reasons that differ from day to day, that of the first slot.
    const [reason = null] = reasons
    if (left.length === 0 && reason !== null) return { reason }
  }
  return { reason: null, slots: left }
}
