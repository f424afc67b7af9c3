/** What a person may do with a slot that they are offered: look, take exactly this one, or say no. By whichever way they came. */
import { fromInstant, toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { ServiceContact } from '../protocol/my-appointment.ts'
import type { MyOffer, OfferState } from '../protocol/offers.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { acceptOffer } from '../refill/accept-offer.ts'
import type { Live } from '../socket/live.ts'
import type { OfferContext } from '../store/offer-context.ts'
import type { Store } from '../store/store.ts'

export interface OfferAnswerOptions {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly live: Pick<Live, 'agendaChanged'>
  readonly timeZone: string
  readonly contact: ServiceContact
  readonly wakeOutbox: () => void
}

export type SeenOffer = Omit<MyOffer, 'callLink'>
export type OfferAnswers = ReturnType<typeof createOfferAnswers>

/** What the slot's or the worker's side has against it by now; each reads as "no longer free". */
const over = new Set([
  'slot-taken',
  'slot-past',
  'slot-of-other-kind',
  'worker-already-planned',
  'transition-refused',
])

export function createOfferAnswers(options: OfferAnswerOptions) {
  const { store, clock, makeId, live, timeZone } = options

  const contextOf = async (id: Id): Promise<OfferContext> => {
    const context = await store.read.offers.context(id)
    if (context === null) throw new AppError('link-not-valid')
    return context
  }
  const deedOf = ({ offer }: OfferContext) => ({
    actor: { kind: 'worker', id: offer.workerId } as const,
    at: toInstant(clock.now()),
  })

  return {
    contextOf,

    /** Takes nothing. */
    async look(id: Id): Promise<SeenOffer> {
      return toSeen(await contextOf(id), options)
    },

    async accept(id: Id): Promise<SeenOffer> {
      const context = await contextOf(id)
      const deed = deedOf(context)
      try {
        const { before, taken } = await store.write(async (writer) => ({
          before: await writer.appointments.openOf(context.offer.workerId, context.offer.examType),
          taken: await acceptOffer(writer, id, { makeId, timeZone }, deed),
        }))
        if (taken !== null) {
          options.wakeOutbox()
          // Whom they leave for another physician's slot sees it too.
          for (const physicianId of physiciansOf([before, taken])) live.agendaChanged(physicianId)
        }
      } catch (error) {
        if (!(error instanceof AppError && isOver(error))) throw error
        await store.write((writer) => writer.offers.settle(context.offer, 'withdrawn', deed))
      }
      return toSeen(await contextOf(id), options)
    },

    async decline(id: Id): Promise<SeenOffer> {
      const context = await contextOf(id)
      const deed = deedOf(context)
      const isMine = await store.write((writer) =>
        writer.offers.settle(context.offer, 'declined', deed),
      )
      if (isMine) live.agendaChanged(context.physicianId)
      return toSeen(await contextOf(id), options)
    },
  }
}

function physiciansOf(appointments: readonly (Appointment | null)[]): Set<Id> {
  return new Set(appointments.flatMap((appointment) => appointment?.physicianId ?? []))
}

/** The policy's refusals too: an approval withdrawn or an act become due meanwhile is no fault of who taps. */
function isOver({ code }: AppError): boolean {
  return (
    over.has(code) ||
    code.startsWith('approval-') ||
    code === 'remote-not-allowed' ||
    code === 'act-due'
  )
}

function toSeen(
  context: OfferContext,
  { clock, timeZone, contact }: OfferAnswerOptions,
): SeenOffer {
  const { offer, startsAt, endsAt, physicianName, placeName } = context
  const state: OfferState =
    offer.state === 'open' && fromInstant(offer.until) <= clock.now() ? 'expired' : offer.state
  return {
    state,
    startsAt,
    endsAt,
    until: offer.until,
    physicianName,
    placeName,
    insteadOf: state === 'open' ? context.insteadOf : null,
    service: contact,
    timeZone,
    serverTime: toInstant(clock.now()),
  }
}
