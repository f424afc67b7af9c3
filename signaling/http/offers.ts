/** The link of an offer. Looking changes nothing, so that a mail scanner takes no slot; one tap takes exactly this one. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fromInstant, toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { CallLinks } from '../identity/call-link.ts'
import type { OfferLinks } from '../identity/offer-link.ts'
import type { ServiceContact } from '../protocol/my-appointment.ts'
import { MyOffer, OfferLinkBody, type OfferState } from '../protocol/offers.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { acceptOffer } from '../refill/accept-offer.ts'
import type { Live } from '../socket/live.ts'
import type { OfferContext } from '../store/offer-context.ts'
import type { Store } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import type { BadLinkLimit } from './rate-limits.ts'

export interface OfferRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly offerLinks: OfferLinks
  readonly callLinks: CallLinks
  readonly live: Live
  readonly badLinks: BadLinkLimit
  readonly timeZone: string
  readonly contact: ServiceContact
  readonly wakeOutbox: () => void
}

/** What the slot's or the worker's side has against it by now; each reads as "no longer free". */
const over = new Set([
  'slot-taken',
  'slot-past',
  'slot-of-other-kind',
  'worker-already-planned',
  'transition-refused',
])

export const offers: FastifyPluginAsyncTypebox<OfferRoutes> = async (app, deps) => {
  const { store, clock, makeId, offerLinks, live, timeZone } = deps
  guardLinks(app, deps.badLinks)

  const idOf = async (token: string): Promise<Id> => {
    const id = await offerLinks.read(token)
    if (id === null) throw new AppError('link-not-valid')
    return id
  }
  const contextOf = async (id: Id): Promise<OfferContext> => {
    const context = await store.read.offers.context(id)
    if (context === null) throw new AppError('link-not-valid')
    return context
  }
  const deedOf = ({ offer }: OfferContext) => ({
    actor: { kind: 'worker', id: offer.workerId } as const,
    at: toInstant(clock.now()),
  })
  const schema = { tags: ['worker'], body: OfferLinkBody, response: { 200: MyOffer } }

  app.post('/api/offer-link/look', { schema }, async ({ body }) =>
    toMyOffer(await contextOf(await idOf(body.token)), deps),
  )

  app.post('/api/offer-link/accept', { schema }, async ({ body }) => {
    const id = await idOf(body.token)
    const context = await contextOf(id)
    const deed = deedOf(context)
    try {
      const { before, taken } = await store.write(async (writer) => ({
        before: await writer.appointments.openOf(context.offer.workerId, context.offer.examType),
        taken: await acceptOffer(writer, id, { makeId, timeZone }, deed),
      }))
      if (taken !== null) {
        deps.wakeOutbox()
        // Whom they leave for another physician's slot sees it too.
        for (const physicianId of physiciansOf([before, taken])) live.agendaChanged(physicianId)
      }
    } catch (error) {
      if (!(error instanceof AppError && isOver(error))) throw error
      await store.write((writer) => writer.offers.settle(context.offer, 'withdrawn', deed))
    }
    return toMyOffer(await contextOf(id), deps)
  })

  app.post('/api/offer-link/decline', { schema }, async ({ body }) => {
    const id = await idOf(body.token)
    const context = await contextOf(id)
    const deed = deedOf(context)
    const isMine = await store.write((writer) =>
      writer.offers.settle(context.offer, 'declined', deed),
    )
    if (isMine) live.agendaChanged(context.physicianId)
    return toMyOffer(await contextOf(id), deps)
  })
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

async function toMyOffer(
  context: OfferContext,
  { store, clock, callLinks, timeZone, contact }: OfferRoutes,
): Promise<MyOffer> {
  const { offer, worker, startsAt, endsAt, physicianName, placeName } = context
  const state: OfferState =
    offer.state === 'open' && fromInstant(offer.until) <= clock.now() ? 'expired' : offer.state
  const mine =
    offer.appointmentId === null ? null : await store.read.appointments.context(offer.appointmentId)
  return {
    state,
    startsAt,
    endsAt,
    until: offer.until,
    physicianName,
    placeName,
    insteadOf: state === 'open' ? context.insteadOf : null,
    callLink:
      mine === null
        ? null
        : callLinks.urlFor({ ...mine.appointment, linkVersion: mine.linkVersion }, worker.language),
    service: contact,
    timeZone,
    serverTime: toInstant(clock.now()),
  }
}
