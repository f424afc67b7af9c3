/** Someone's own passkeys, and where they are signed in: to add, name, remove and end. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { accountKinds, identityOf, type Access, type AccountKind } from '../identity/access.ts'
import type { Challenges } from '../identity/challenges.ts'
import { passkeyNameOn, toDevice } from '../identity/device.ts'
import { toActor } from '../identity/identity.ts'
import { toUserHandle, type Passkeys } from '../identity/passkeys.ts'
import {
  OwnAccess,
  PasskeyDraft,
  PasskeyId,
  PasskeyOrder,
  PasskeyRename,
} from '../protocol/own-access.ts'
import { Id, strict } from '../protocol/primitives.ts'
import type { Live } from '../socket/live.ts'
import type { AuditDetails } from '../store/audit.ts'
import type { Store, Writer } from '../store/store.ts'

export interface OwnAccessRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly access: Access
  readonly live: Live
  readonly challenges: Challenges
  readonly passkeys: Passkeys
}

const tags = ['staff']
const security = [{ staffLogin: [] }]
const nothing = { 204: Type.Null() }
const passkeyParams = strict({ id: PasskeyId })
const loginParams = strict({ id: Id })

/** More than anyone has pockets for; an authenticator is told all of them. */
const mostPasskeys = 20

export const ownAccess: FastifyPluginAsyncTypebox<OwnAccessRoutes> = async (app, deps) => {
  const { store, clock, access, live, challenges, passkeys } = deps
  const now = () => toInstant(clock.now())
  app.addHook('onRequest', access.requireAccount)

  /** Runs the change and writes down who made it. */
  async function change<Result>(
    identity: ReturnType<typeof identityOf<AccountKind>>,
    action: string,
    work: (writer: Writer) => Promise<{ result: Result; details?: AuditDetails }>,
  ): Promise<Result> {
    return store.write(async (writer) => {
      const { result, details = {} } = await work(writer)
      const actor = toActor(identity)
      await writer.audit.append({ at: now(), actor, appointmentId: null, action, details })
      return result
    })
  }

  app.get(
    '/api/my-access',
    { schema: { tags, security, response: { 200: OwnAccess } } },
    async (request): Promise<OwnAccess> => {
      const { staffId, loginKey } = identityOf(request, ...accountKinds)
      const [own, logins] = await Promise.all([
        store.read.passkeys.ofStaff(staffId),
        store.read.logins.ofStaff(staffId, now()),
      ])
      return {
        passkeys: own.map(({ id, name, madeAt, lastUsedAt }) => ({ id, name, madeAt, lastUsedAt })),
        logins: logins.map((login) => ({ ...login, here: login.id === loginKey })),
      }
    },
  )

  app.post(
    '/api/my-passkeys/order',
    { schema: { tags, security, response: { 200: PasskeyOrder } } },
    async (request, reply): Promise<PasskeyOrder> => {
      const { staffId } = identityOf(request, ...accountKinds)
      const member = await store.read.staff.get(staffId)
      if (member === null) throw new AppError('signed-out')
      const { name, email } = member.staff
      const known = await store.read.passkeys.ofStaff(staffId)
      return {
        challenge: await challenges.ask(request, reply, { purpose: 'make', staffId }),
        rp: passkeys.rp,
        user: { id: toUserHandle(staffId), name: email ?? name, displayName: name },
        known: known
          .slice(0, mostPasskeys)
          .map(({ id, transports }) => ({ id, transports: [...transports] })),
      }
    },
  )

  app.post(
    '/api/my-passkeys',
    { schema: { tags, security, body: PasskeyDraft, response: nothing } },
    async (request, reply) => {
      const identity = identityOf(request, ...accountKinds)
      const { staffId } = identity
      const { passkey: made } = request.body
      const { challenge, given } = await challenges.take(request, made.clientData, 'make')
      const passkey = await passkeys.readMade(made, challenge)
      if (passkey === null || given.staffId !== staffId) throw new AppError('passkey-refused')
      const name = passkeyNameOn(toDevice(request.headers['user-agent']))
      await change(identity, 'passkey-added', async (writer) => {
        if ((await writer.passkeys.ofStaff(staffId)).length >= mostPasskeys)
          throw new AppError('in-use')
        if (!(await writer.passkeys.add({ ...passkey, staffId, name, at: now() })))
          throw new AppError('passkey-refused')
        return { result: null }
      })
      return reply.code(204).send(null)
    },
  )

  app.put(
    '/api/my-passkeys/:id',
    { schema: { tags, security, params: passkeyParams, body: PasskeyRename, response: nothing } },
    async (request, reply) => {
      const identity = identityOf(request, ...accountKinds)
      const { params, body } = request
      await change(identity, 'passkey-renamed', async (writer) => {
        if (!(await writer.passkeys.rename(params.id, identity.staffId, body.name)))
          throw new AppError('not-found')
        return { result: null }
      })
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/api/my-passkeys/:id',
    { schema: { tags, security, params: passkeyParams, response: nothing } },
    async (request, reply) => {
      const identity = identityOf(request, ...accountKinds)
      const { staffId } = identity
      await change(identity, 'passkey-removed', async (writer) => {
        if (!(await writer.passkeys.remove(request.params.id, staffId)))
          throw new AppError('not-found')
        if ((await writer.passkeys.ofStaff(staffId)).length === 0)
          throw new AppError('last-passkey')
        return { result: null }
      })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/my-logins/:id/end',
    { schema: { tags, security, params: loginParams, response: nothing } },
    async (request, reply) => {
      const identity = identityOf(request, ...accountKinds)
      const { id } = request.params
      await change(identity, 'login-ended', async (writer) => {
        const own = await writer.logins.ofStaff(identity.staffId, now())
        if (!own.some((login) => login.id === id)) throw new AppError('not-found')
        await writer.logins.end(id, now())
        return { result: null }
      })
      live.loginEnded(id)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/my-logins/end-others',
    { schema: { tags, security, response: nothing } },
    async (request, reply) => {
      const identity = identityOf(request, ...accountKinds)
      const ended = await change(identity, 'other-logins-ended', async (writer) => {
        const own = await writer.logins.ofStaff(identity.staffId, now())
        const others = own.map(({ id }) => id).filter((id) => id !== identity.loginKey)
        for (const id of others) await writer.logins.end(id, now())
        return { result: others, details: { count: others.length } }
      })
      for (const id of ended) live.loginEnded(id)
      return reply.code(204).send(null)
    },
  )
}
