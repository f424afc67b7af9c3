/** For whoever watches the server: whether it can do its work. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Health } from '../protocol/health.ts'
import { toHealth } from '../relay/relay-state.ts'
import type { RelayWatch } from '../relay/relay-watch.ts'
import type { Store } from '../store/store.ts'

export interface HealthOptions {
  readonly store: Pick<Store, 'ping'>
  readonly relay: Pick<RelayWatch, 'stands' | 'changes'>
}

export const health: FastifyPluginAsyncTypebox<HealthOptions> = async (
  app,
  { store, relay: watch },
) => {
  const schema = {
    summary: 'Whether the server can do its work, for a program that watches it',
    tags: ['health'],
    response: { 200: Health, 503: Health },
  }
  app.get('/healthz', { schema, config: { rateLimit: false } }, async (request, reply) => {
    const relay = { relay: toHealth(watch.stands()), relayChanges: watch.changes() }
    try {
      await store.ping()
      return { ok: true, ...relay }
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return reply.code(503).send({ ok: false, ...relay })
    }
  })
}
