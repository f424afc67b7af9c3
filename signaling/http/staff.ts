/** The people of the service, for those who let them in. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf, type Access } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { disableAccount, enableAccount } from '../identity/staff-accounts.ts'
import { createStaffLink } from '../identity/staff-links.ts'
import type { MakeToken } from '../identity/token.ts'
import { Id, strict } from '../protocol/primitives.ts'
import { StaffLink, StaffLinkDraft, StaffRow } from '../protocol/staff.ts'
import type { Live } from '../socket/live.ts'
import type { SignInLink } from '../store/sign-in-links.ts'
import type { Store } from '../store/store.ts'

export interface StaffRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeToken: MakeToken
  readonly access: Access
  readonly publicUrl: string
  readonly live: Pick<Live, 'loginEnded'>
}

const params = strict({ id: Id })

const documented = { tags: ['staff'], security: [{ staffLogin: [] }] }

export const staff: FastifyPluginAsyncTypebox<StaffRoutes> = async (app, deps) => {
  const { store, clock, access, live } = deps
  app.addHook('onRequest', access.requireStaff)
  app.addHook('onRequest', async (request) => {
    // Not for an API key either: a planning program lets nobody in.
    identityOf(request, 'planner')
  })

  app.get(
    '/api/staff',
    { schema: { ...documented, response: { 200: Type.Array(StaffRow, { maxItems: 10_000 }) } } },
    async () => store.read.staff.list(),
  )

  app.post(
    '/api/staff/:id/disable',
    { schema: { ...documented, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const actor = toActor(identityOf(request, 'planner'))
      const change = { staffId: request.params.id, actor, at: toInstant(clock.now()) }
      const ended = await store.write((writer) => disableAccount(writer, change))
      for (const loginKey of ended) live.loginEnded(loginKey)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/staff/:id/enable',
    { schema: { ...documented, params, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const actor = toActor(identityOf(request, 'planner'))
      const change = { staffId: request.params.id, actor, at: toInstant(clock.now()) }
      await store.write((writer) => enableAccount(writer, change))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/staff-links',
    { schema: { ...documented, body: StaffLinkDraft, response: { 200: StaffLink } } },
    async (request) => {
      const actor = toActor(identityOf(request, 'planner'))
      return createStaffLink(await toSignInLink(request.body, deps.store), { ...deps, actor })
    },
  )
}

async function toSignInLink(
  draft: StaffLinkDraft,
  store: Pick<Store, 'read'>,
): Promise<SignInLink> {
  if (draft.kind === 'enrol') return draft
  const member = await store.read.staff.get(draft.staffId)
  if (member === null) throw new AppError('not-found')
  return { kind: 'sign-in', role: member.role, staffId: member.staff.id }
}
