/**
 * With which keys itsme signs, for a physician's browser that checks by itself; and that it was told to believe others than
 * before: that is written down here, and decided there. Registered where a physician is demanded.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import type { Itsme } from '../identity/itsme/client.ts'
import { ProviderAcceptance, ProviderKeys } from '../protocol/provider-keys.ts'
import type { Store } from '../store/store.ts'

export interface ProviderKeysOptions {
  readonly store: Store
  readonly clock: Clock
  readonly itsme: Pick<Itsme, 'providerKeys'>
}

export const providerKeys: FastifyPluginAsyncTypebox<ProviderKeysOptions> = async (app, deps) => {
  app.get(
    '/desk/itsme-keys',
    {
      schema: {
        summary: 'Read the public keys with which itsme signs',
        tags: ['desk'],
        response: { 200: ProviderKeys },
      },
    },
    async (request) =>
      deps.itsme.providerKeys().catch((error: unknown) => {
        request.log.info({ err: error }, 'itsme keys not read')
        throw new AppError('itsme-unavailable')
      }),
  )

  app.post(
    '/desk/itsme-keys/accepted',
    {
      schema: {
        summary: 'Write down that a physician’s browser believes other keys of itsme from now on',
        tags: ['desk'],
        body: ProviderAcceptance,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { before, now } = request.body
      const actor = toActor(identityOf(request, 'physician'))
      await deps.store.write((writer) =>
        writer.audit.append({
          at: toInstant(deps.clock.now()),
          actor,
          appointmentId: null,
          action: 'itsme-keys-accepted',
          details: { ...now, before: [before.issuer, before.clientId, ...before.keys].join(' ') },
        }),
      )
      return reply.code(204).send(null)
    },
  )
}
