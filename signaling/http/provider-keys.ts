/** With which keys itsme signs, for a physician's browser that checks by itself. Registered where a physician is demanded. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { AppError } from '../errors.ts'
import type { Itsme } from '../identity/itsme/client.ts'
import { ProviderKeys } from '../protocol/provider-keys.ts'

export interface ProviderKeysOptions {
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
}
