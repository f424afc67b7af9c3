/** The local mailbox, for planners who are people: it holds call links, so no planning program reads it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { identityOf, type Access } from '../identity/access.ts'
import { Mail, MailSummary } from '../protocol/mailbox.ts'
import { Id, strict } from '../protocol/primitives.ts'
import type { Store } from '../store/store.ts'

export interface MailboxRoutes {
  readonly store: Pick<Store, 'read'>
  readonly access: Access
  /** With a mail server there is no local mailbox, whatever an earlier run left in it. */
  readonly config: Pick<Config, 'mail'>
}

/** The newest; a demo or a first day fits. */
const shownAtMost = 1000

const documented = { tags: ['mailbox'], security: [{ staffLogin: [] }] }

export const mailbox: FastifyPluginAsyncTypebox<MailboxRoutes> = async (app, deps) => {
  const { store, access, config } = deps
  app.addHook('onRequest', access.requireStaff)
  app.addHook('onRequest', async (request) => {
    identityOf(request, 'planner')
    if (config.mail !== null) throw new AppError('not-found')
  })

  app.get(
    '/api/mailbox',
    {
      schema: {
        ...documented,
        response: { 200: Type.Array(MailSummary, { maxItems: shownAtMost }) },
      },
    },
    async () => store.read.mailbox.list(shownAtMost),
  )

  app.get(
    '/api/mailbox/:id',
    { schema: { ...documented, params: strict({ id: Id }), response: { 200: Mail } } },
    async (request) => {
      const mail = await store.read.mailbox.get(request.params.id)
      if (mail === null) throw new AppError('not-found')
      return mail
    },
  )
}
