/** The physician's guests: a one-time link for the third seat of one's own appointment. Registered where a physician is demanded. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import type { GuestLinks } from '../identity/guest-link.ts'
import { toActor } from '../identity/identity.ts'
import { hashToken } from '../identity/token.ts'
import { GuestDraft, GuestLink, NewGuestLink } from '../protocol/guest.ts'
import type { Appointment } from '../protocol/planning.ts'
import { nullable, strict, type Id, type Instant } from '../protocol/primitives.ts'
import { closesAt, waitingRoomState } from '../rules/waiting-room.ts'
import type { Live } from '../socket/live.ts'
import type { Store, Writer } from '../store/store.ts'
import { IdParams, Nothing } from './planning-options.ts'

export interface GuestRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly guestLinks: GuestLinks
  readonly live: Live
}

const tags = ['desk']
const path = '/appointments/:id/guest'

export const guests: FastifyPluginAsyncTypebox<GuestRoutes> = async (app, options) => {
  const { store, clock, makeId, guestLinks, live } = options

  /** A colleague's appointment looks like one that does not exist. */
  async function own(request: FastifyRequest, id: Id): Promise<Appointment> {
    const { physicianId } = identityOf(request, 'physician')
    const appointment = await store.read.appointments.get(id)
    if (appointment?.physicianId !== physicianId) throw new AppError('not-found')
    return appointment
  }

  app.get(
    path,
    {
      schema: {
        summary: 'Read who is asked into the third seat of one’s own appointment',
        tags,
        params: IdParams,
        response: { 200: strict({ guest: nullable(GuestLink) }) },
      },
    },
    async (request) => {
      const { id } = await own(request, request.params.id)
      return { guest: await store.read.guests.ofAppointment(id, toInstant(clock.now())) }
    },
  )

  app.post(
    path,
    {
      schema: {
        summary: 'Make a one-time link for the third seat; a link made before is dead',
        tags,
        params: IdParams,
        body: GuestDraft,
        response: { 200: NewGuestLink },
      },
    },
    async (request): Promise<NewGuestLink> => {
      const appointment = await own(request, request.params.id)
      const state = waitingRoomState(appointment, clock.now())
      if (state === 'over' || state === 'in-person') throw new AppError('transition-refused')
      const { role, name } = request.body
      const { id: appointmentId } = appointment
      const actor = toActor(identityOf(request, 'physician'))
      const guestId = makeId()
      const at = toInstant(clock.now())
      const expiresAt = toInstant(closesAt(appointment))
      const token = guestLinks.tokenFor({ id: guestId, expiresAt })
      const replaced = await store.write(async (writer) => {
        const ended = await endGuests(writer, appointmentId, { actor, at })
        await writer.guests.add({
          id: guestId,
          appointmentId,
          role,
          name,
          tokenHash: hashToken(token),
          madeBy: identityOf(request, 'physician').staffId,
          at,
          expiresAt,
        })
        const details = { guestId, role }
        await writer.audit.append({ at, actor, appointmentId, action: 'guest-link-made', details })
        return ended
      })
      for (const each of replaced) live.guestEnded(appointmentId, each, 'removed')
      const worker = await store.read.appointments.context(appointmentId)
      return {
        guest: { id: guestId, role, name, madeAt: at, usedAt: null },
        url: guestLinks.urlFor(token, worker?.worker.language ?? 'en'),
        expiresAt,
      }
    },
  )

  app.post(
    `${path}/revoke`,
    {
      schema: {
        summary: 'Revoke the link; its guest is out at once',
        tags,
        params: IdParams,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id } = await own(request, request.params.id)
      const deed = {
        actor: toActor(identityOf(request, 'physician')),
        at: toInstant(clock.now()),
      }
      const ended = await store.write((writer) => endGuests(writer, id, deed))
      for (const each of ended) live.guestEnded(id, each, 'removed')
      return reply.code(204).send(null)
    },
  )
}

async function endGuests(
  writer: Writer,
  appointmentId: Id,
  { actor, at }: { readonly actor: ReturnType<typeof toActor>; readonly at: Instant },
): Promise<Id[]> {
  const ended = await writer.guests.endOfAppointment(appointmentId, at)
  for (const guestId of ended) {
    const details = { guestId }
    await writer.audit.append({ at, actor, appointmentId, action: 'guest-link-revoked', details })
  }
  return ended
}
