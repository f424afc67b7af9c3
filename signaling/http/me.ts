/** Whoever is signed in on the staff's pages. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { accountKinds, identityOf, type Access } from '../identity/access.ts'
import { Me } from '../protocol/staff.ts'
import type { Live } from '../socket/live.ts'
import type { Store } from '../store/store.ts'

export interface MeRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly access: Access
  readonly live: Live
  readonly settings: Pick<Config, 'service' | 'timeZone' | 'mail'>
}

const documented = { tags: ['staff'], security: [{ staffLogin: [] }] }

export const me: FastifyPluginAsyncTypebox<MeRoutes> = async (app, deps) => {
  const { store, clock, access, live, settings } = deps
  app.addHook('onRequest', access.requireAccount)

  app.get('/api/me', { schema: { ...documented, response: { 200: Me } } }, async (request) => {
    const member = await store.read.staff.get(identityOf(request, ...accountKinds).staffId)
    if (member === null) throw new AppError('signed-out')
    return {
      staff: member.staff,
      service: settings.service,
      timeZone: settings.timeZone,
      locale: null,
      localMailbox: settings.mail === null,
    }
  })

  app.post(
    '/api/sign-out',
    { schema: { ...documented, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { loginKey } = identityOf(request, ...accountKinds)
      await store.write((writer) => writer.logins.end(loginKey, toInstant(clock.now())))
      live.loginEnded(loginKey)
      access.cookies.clear(reply, 'staff')
      return reply.code(204).send(null)
    },
  )
}
