/**
 * Which of a cohort gets which free slot. Who comes first in the list is placed before who comes later, and as many as
 * possible are placed: somebody is moved to another slot of theirs where that makes room, but never out.
 */
import type { CalendarDate, Id, Locale } from '../protocol/primitives.ts'

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
  /** Whether the policy lets this examination be by video on that day. */
  readonly mayBeRemote: (on: CalendarDate) => boolean
}

/** The first reason that leaves no slot at all; `no-free-slot` where slots fit and others came first. */
export type LeftOutReason =
  | 'worker-already-planned'
  | 'not-by-video'
  | 'not-at-their-site'
  | 'not-in-their-language'
  | 'not-in-time'
  | 'no-free-slot'

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
  const conditions: [LeftOutReason, (slot: OpenSlot) => boolean][] = [
    ['not-by-video', (slot) => invitee.mayBeRemote(slot.on)],
    ['not-at-their-site', (slot) => slot.siteId === null || slot.siteId === siteId],
    ['not-in-their-language', (slot) => slot.languages.includes(language)],
    ['not-in-time', (slot) => dueOn === null || slot.on <= dueOn],
  ]
  let left = slots
  for (const [reason, fits] of conditions) {
    if (left.length === 0) break
    left = left.filter(fits)
    if (left.length === 0) return { reason }
  }
  return { reason: null, slots: left }
}
