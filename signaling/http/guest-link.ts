/** A guest's link. Looking spends nothing, so that a mail scanner may look; entering, on a click, spends it for a cookie. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf, type Access } from '../identity/access.ts'
import type { GuestLinks } from '../identity/guest-link.ts'
import { hashToken, type MakeToken } from '../identity/token.ts'
import { CallLinkBody } from '../protocol/my-appointment.ts'
import { MySeat } from '../protocol/guest.ts'
import { closesAt, opensAt, waitingRoomState } from '../rules/waiting-room.ts'
import type { Live } from '../socket/live.ts'
import type { Seated } from '../store/guests.ts'
import type { Store } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import type { BadLinkLimit } from './rate-limits.ts'
import type { ServiceSettings } from './worker-view.ts'

export interface GuestLinkRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeToken: MakeToken
  readonly guestLinks: GuestLinks
  readonly access: Access
  readonly live: Live
  readonly settings: ServiceSettings
  readonly badLinks: BadLinkLimit
}

const tags = ['guest']

export const guestLink: FastifyPluginAsyncTypebox<GuestLinkRoutes> = async (app, deps) => {
  const { store, clock, makeToken, guestLinks, access, badLinks } = deps
  guardLinks(app, badLinks)

  const invited = async (token: string): Promise<Seated> => {
    const id = await guestLinks.read(token)
    const now = toInstant(clock.now())
    const guest = await store.read.guests.invited(id ?? '', hashToken(token), now)
    if (id === null || guest === null) throw new AppError('link-not-valid')
    return guest
  }
  const schema = { tags, body: CallLinkBody, response: { 200: MySeat } }

  app.post('/api/guest-link/look', { schema }, async ({ body }) =>
    toMySeat(await invited(body.token), deps),
  )

  app.post('/api/guest-link/enter', { schema }, async ({ body }, reply) => {
    const guest = await invited(body.token)
    const mine = await toMySeat(guest, deps)
    if (mine.state !== 'open') return mine
    const { id, appointmentId } = guest
    const cookie = makeToken()
    const at = toInstant(clock.now())
    await store.write(async (writer) => {
      if (!(await writer.guests.use(id, hashToken(cookie), at))) {
        throw new AppError('link-not-valid')
      }
      const actor = { kind: 'guest', id } as const
      await writer.audit.append({ at, actor, appointmentId, action: 'guest-link-used' })
    })
    access.cookies.set(reply, 'guest', cookie, closesAt(mine))
    return mine
  })
}

/** The guest's page after its link was entered. */
export const mySeat: FastifyPluginAsyncTypebox<
  Pick<GuestLinkRoutes, 'store' | 'clock' | 'access' | 'live' | 'settings'>
> = async (app, deps) => {
  const { store, access, live } = deps
  app.addHook('onRequest', access.requireGuest)
  const documented = { tags, security: [{ guestLogin: [] }] }

  app.get(
    '/api/my-seat',
    { schema: { ...documented, response: { 200: MySeat } } },
    async (request) => {
      const guest = await store.read.guests.seated(identityOf(request, 'guest').guestId)
      if (guest === null) throw new AppError('signed-out')
      return toMySeat(guest, deps)
    },
  )

  /** Out for good: heard even of a page whose socket is lost, and of one that is closed at once. */
  app.post(
    '/api/my-seat/leave',
    { schema: { ...documented, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { guestId, appointmentId } = identityOf(request, 'guest')
      const at = toInstant(deps.clock.now())
      await store.write(async (writer) => {
        await writer.guests.end(guestId, at)
        const actor = { kind: 'guest', id: guestId } as const
        await writer.audit.append({ at, actor, appointmentId, action: 'guest-left' })
      })
      live.guestEnded(appointmentId, guestId, 'left')
      access.cookies.clear(reply, 'guest')
      return reply.code(204).send(null)
    },
  )
}

/** No name of the worker, no exam, no employer: a guest needs to know who asks them, when, and as what they come. */
async function toMySeat(
  { appointmentId, role, name }: Seated,
  { store, clock, settings }: Pick<GuestLinkRoutes, 'store' | 'clock' | 'settings'>,
): Promise<MySeat> {
  const context = await store.read.appointments.context(appointmentId)
  if (context === null) throw new AppError('link-not-valid')
  const { appointment, physician } = context
  const state = waitingRoomState(appointment, clock.now())
  const { startsAt, endsAt } = appointment
  return {
    state: state === 'in-person' ? 'over' : state,
    role,
    name,
    appointmentId,
    physicianName: physician.name,
    startsAt,
    endsAt,
    opensAt: toInstant(opensAt(appointment)),
    service: settings.service,
    timeZone: settings.timeZone,
    serverTime: toInstant(clock.now()),
  }
}
