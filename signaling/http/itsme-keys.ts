/** Our public keys, where itsme reads them. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import type { Itsme } from '../identity/itsme/client.ts'
import { strict } from '../protocol/primitives.ts'

/** itsme keeps our keys for half an hour at least, whatever is said here; it wants to hear so. */
const maxAgeS = 30 * 60

/** Public halves alone: what is not named here is not sent, whatever a key holds. */
const Keys = strict({
  keys: Type.Array(
    strict({
      kty: Type.String(),
      use: Type.String(),
      kid: Type.String(),
      alg: Type.String(),
      n: Type.String(),
      e: Type.String(),
    }),
  ),
})

export const itsmeKeys: FastifyPluginAsyncTypebox<{
  readonly itsme: Pick<Itsme, 'publicKeys'>
}> = async (app, { itsme }) => {
  app.get(
    '/api/itsme/jwks',
    { schema: { tags: ['itsme'], response: { 200: Keys } } },
    async (_request, reply) => {
      void reply.header('cache-control', `public, max-age=${maxAgeS}`)
      return itsme.publicKeys()
    },
  )
}
