/** For whoever watches the server: whether it can do its work. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { strict } from '../protocol/primitives.ts'
import type { Store } from '../store/store.ts'

const Health = strict({ ok: Type.Boolean() })

export const health: FastifyPluginAsyncTypebox<{ store: Pick<Store, 'ping'> }> = async (
  app,
  { store },
) => {
  const schema = { hide: true, response: { 200: Health, 503: Health } }
  app.get('/healthz', { schema, config: { rateLimit: false } }, async (request, reply) => {
    try {
      await store.ping()
      return { ok: true }
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return reply.code(503).send({ ok: false })
    }
  })
}
