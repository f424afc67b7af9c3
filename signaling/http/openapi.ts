/** The API's description, made from the schemas that the server itself checks with. */
import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { ErrorReply } from '../protocol/codes.ts'

/** What every route may answer instead: described here once, for a route does not choose its refusals. */
const refusals = { '4xx': ErrorReply, '5xx': ErrorReply }

/** Registered before the routes: it hears of each as it is added. */
export async function registerOpenApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  app.addHook('onRoute', (route) => {
    if (route.schema === undefined || route.schema.hide) return
    const response = { ...(route.schema.response as object | undefined), ...refusals }
    route.schema = { ...route.schema, response }
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Visite',
        description:
          'Planning and video consultations of an occupational-health service. ' +
          'A planning program uses an API key; pages use cookies and send their Origin with every change.',
        version: '1',
      },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: {
          apiKey: {
            type: 'http',
            scheme: 'bearer',
            description: 'npm run visite -- api-key create NAME',
          },
          staffLogin: { type: 'apiKey', in: 'cookie', name: '__Host-visite-staff' },
          guestLogin: { type: 'apiKey', in: 'cookie', name: '__Host-visite-guest' },
          workerLogin: { type: 'apiKey', in: 'cookie', name: '__Host-visite-worker' },
        },
      },
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    // As text: a description that never changes needs no schema of its own to be written by.
    void reply.type('application/json')
    return JSON.stringify(app.swagger())
  })
}

/** Called first in a scope of routes that one of these schemes opens. */
export function describeSecurity(
  app: FastifyInstance,
  ...schemes: readonly ('apiKey' | 'staffLogin' | 'workerLogin')[]
): void {
  const security = schemes.map((scheme) => ({ [scheme]: [] }))
  app.addHook('onRoute', (route) => {
    route.schema = { ...route.schema, security }
  })
}
