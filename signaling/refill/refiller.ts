/**
 * Fills slots that became free. All that it knows stands in the tables, and each round begins from them: a restart or a
 * missed minute only delays it. Woken by every change that somebody asks for, and each minute, for offers that ran out.
 */
import { fromInstant, toInstant, type Clock, type MakeId } from '../clock.ts'
import type { EachMinute } from '../due-work/due-work.ts'
import { systemActor } from '../identity/identity.ts'
import { queueSms } from '../outreach/queue-sms.ts'
import type { Id } from '../protocol/primitives.ts'
import { answerMsFor, defaultOfferTimes, offerUntil, type OfferTimes } from '../rules/refill.ts'
import type { RefillConfig } from '../settings/refill.ts'
import type { Live } from '../socket/live.ts'
import type { Deed } from '../store/appointments.ts'
import type { Refill } from '../store/offers.ts'
import type { Store, Writer } from '../store/store.ts'
import { findNext, isElsewhere, type Looking } from './candidates.ts'

export interface RefillerOptions {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly clock: Clock
  readonly makeId: MakeId
  readonly live: Pick<Live, 'agendaChanged' | 'offered' | 'workersOnline'>
  readonly config: RefillConfig
  readonly timeZone: string
  readonly eachMinute: EachMinute
  readonly bySms: boolean
  readonly wakeOutbox: () => void
  readonly log: { error(fields: object, text: string): void }
}

export interface Refiller {
  /** Called after each change. Costs two reads where no slot became free. */
  wake(): void
  /** Begins nothing new; resolves when nothing runs. */
  close(): Promise<void>
}

export function openRefiller(options: RefillerOptions): Refiller {
  const { store, live, config, log } = options
  if (!config.on) return { wake() {}, close: async () => {} }
  let round: Promise<void> | null = null
  let wokenMeanwhile = false
  let closed = false
  let isShown = false

  function wake(): void {
    wokenMeanwhile = true
    if (closed || round !== null) return
    round = runRound().finally(() => {
      round = null
      if (wokenMeanwhile) wake()
    })
  }

  async function runRound(): Promise<void> {
    wokenMeanwhile = false
    try {
      if (await hasWork()) {
        const physicians = await store.write((writer) => carryOn(writer, options))
        if (physicians.size > 0) options.wakeOutbox()
        for (const physicianId of physicians) live.agendaChanged(physicianId)
      }
      await show()
    } catch (error) {
      log.error({ err: error }, 'free slots not offered')
    }
  }

  /** On the pages that are open: what is offered, and what no longer is. */
  async function show(): Promise<void> {
    const isOffered = (await store.read.offers.open()).length > 0
    if (!isOffered && !isShown) return
    live.offered(await store.read.offers.byAppointment())
    isShown = isOffered
  }

  async function hasWork(): Promise<boolean> {
    if ((await store.read.offers.refills()).length > 0) return true
    return (await store.read.offers.open()).length > 0
  }

  const stop = options.eachMinute(async () => {
    wake()
    await round
  })
  wake()
  return {
    wake,
    async close() {
      closed = true
      wokenMeanwhile = false
      stop()
      await round
    },
  }
}

/** Returns the physicians in whose agendas something is to be seen. */
async function carryOn(writer: Writer, options: RefillerOptions): Promise<Set<Id>> {
  const { clock, timeZone, live, bySms } = options
  const now = clock.now()
  const deed = { actor: systemActor, at: toInstant(now) }
  const refills = await writer.offers.refills()
  const busy = await endOffers(writer, refills, deed)
  const onlineAppointments = live.workersOnline()
  const looking = { onlineAppointments, busy: busy.workers, bySms, timeZone, now }
  const changed = new Set(
    refills.filter(({ slotId }) => busy.ended.has(slotId)).map(({ physicianId }) => physicianId),
  )
  for (const slot of refills) {
    if (busy.slots.has(slot.slotId)) continue
    if (await offerNext(writer, slot, looking, options, deed)) changed.add(slot.physicianId)
  }
  return changed
}

/** Ends what ran out, what is offered of a slot that is taken, and to who is expected elsewhere by now. */
async function endOffers(writer: Writer, refills: readonly Refill[], deed: Deed) {
  const seeking = new Map(refills.map((slot) => [slot.slotId, slot]))
  const left = { workers: new Set<Id>(), slots: new Set<Id>(), ended: new Set<Id>() }
  const open = await writer.offers.open()
  const times = await writer.appointments.openTimesOf(open.map(({ workerId }) => workerId))
  for (const offer of open) {
    const isOver = offer.until <= deed.at
    const slot = seeking.get(offer.slotId)
    const isWanted = slot !== undefined && !isElsewhere(times.get(offer.workerId) ?? [], slot)
    if (isOver || !isWanted) {
      await writer.offers.settle(offer, isOver ? 'expired' : 'withdrawn', deed)
      left.ended.add(offer.slotId)
    } else {
      left.workers.add(offer.workerId)
      left.slots.add(offer.slotId)
    }
  }
  return left
}

/** Returns whether there is something to be seen. */
async function offerNext(
  writer: Writer,
  slot: Refill,
  looking: Looking & { busy: Set<Id> },
  { makeId, config, bySms }: RefillerOptions,
  deed: Deed,
): Promise<boolean> {
  const { now } = looking
  const ends = { endsAt: fromInstant(slot.endsAt) }
  const answerMs = answerMsFor(fromInstant(slot.startsAt) - now, config.answerMs)
  const times: OfferTimes = { ...defaultOfferTimes, answerMs }
  if (offerUntil(ends, 'online', now, times) === null) {
    await writer.offers.end(slot.slotId, 'lost', deed)
    return true
  }
  const next = await findNext(writer, slot, looking)
  if (next === null) return false
  const until = offerUntil(ends, next.reason, now, times)
  if (until === null) return false
  const id = makeId()
  const { workerId, requestId, reason, examType } = next
  await writer.offers.make(
    {
      id,
      slotId: slot.slotId,
      workerId,
      requestId,
      reason,
      examType,
      madeAt: deed.at,
      until: toInstant(until),
    },
    deed,
  )
  const about = { offerId: id, at: deed.at }
  if (next.email !== null) await writer.outbox.queue({ id: makeId(), kind: 'offer', ...about })
  await queueSms(writer, { makeId, bySms }, { kind: 'offer-sms', ...about }, next.phone)
  looking.busy.add(workerId)
  return true
}
