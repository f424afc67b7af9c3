/**
 * Which of a cohort gets which free slot. Who comes first in the list is placed before who comes later, and as many as
 * possible are placed: somebody is moved to another slot of theirs where that makes room, but never out.
 */
import type { LeftOutReason as PlanningReason } from '../protocol/planning.ts'
import type { CalendarDate, Id, Locale } from '../protocol/primitives.ts'
import type { RemoteRefusal } from '../protocol/remote-policy.ts'

export interface OpenSlot {
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
  /** Why the policy does not let this examination be by video on that day; null where it does. */
  readonly refusal: (on: CalendarDate) => RemoteRefusal | null
}

/** The first reason that leaves no slot at all; `no-free-slot` where slots fit and others came first. */
export type LeftOutReason =
  PlanningReason | 'not-at-their-site' | 'not-in-their-language' | 'not-in-time'

export interface Allocation {
  readonly placed: readonly { readonly slotId: Id; readonly workerId: Id }[]
  readonly leftOut: readonly { readonly workerId: Id; readonly reason: LeftOutReason }[]
}

/** `slots` in the order in which they are to be filled, most often by time. */
export function allocate(slots: readonly OpenSlot[], invitees: readonly Invitee[]): Allocation {
  const holders = new Map<OpenSlot, Invitee>()
  const fitting = new Map<Invitee, readonly OpenSlot[]>()
  const leftOut: { workerId: Id; reason: LeftOutReason }[] = []

  for (const invitee of invitees) {
    const found = slotsFor(invitee, slots)
    if (found.reason !== null) {
      leftOut.push({ workerId: invitee.id, reason: found.reason })
      continue
    }
    fitting.set(invitee, found.slots)
    if (!seat(invitee, new Set())) leftOut.push({ workerId: invitee.id, reason: 'no-free-slot' })
  }

  /** An augmenting path of a bipartite matching (Kuhn 1955): a free slot, or one whose holder finds another. */
  function seat(invitee: Invitee, tried: Set<OpenSlot>): boolean {
    const own = (fitting.get(invitee) ?? []).filter((slot) => !tried.has(slot))
    const free = own.find((slot) => !holders.has(slot))
    if (free !== undefined) {
      holders.set(free, invitee)
      return true
    }
    for (const slot of own) {
      if (tried.has(slot)) continue
      tried.add(slot)
      const holder = holders.get(slot)
      if (holder !== undefined && seat(holder, tried)) {
        holders.set(slot, invitee)
        return true
      }
    }
    return false
  }

  return {
    placed: slots.flatMap((slot) => {
      const holder = holders.get(slot)
      return holder === undefined ? [] : [{ slotId: slot.id, workerId: holder.id }]
    }),
    leftOut,
  }
}

type SlotsFor =
  | { readonly reason: null; readonly slots: readonly OpenSlot[] }
  | { readonly reason: LeftOutReason }

function slotsFor(invitee: Invitee, slots: readonly OpenSlot[]): SlotsFor {
  if (invitee.alreadyPlanned) return { reason: 'worker-already-planned' }
  const { siteId, language, dueOn } = invitee
  const checks: ((slot: OpenSlot) => LeftOutReason | null)[] = [
    ({ on }) => invitee.refusal(on),
    (slot) => (slot.siteId === null || slot.siteId === siteId ? null : 'not-at-their-site'),
    ({ languages }) => (languages.includes(language) ? null : 'not-in-their-language'),
    ({ on }) => (dueOn === null || on <= dueOn ? null : 'not-in-time'),
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
