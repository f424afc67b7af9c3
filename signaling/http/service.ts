/** How the service can be reached: for pages that nobody has signed in to. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Service } from '../protocol/service.ts'
import type { ServiceContact } from '../protocol/my-appointment.ts'

export interface ServiceOptions {
  readonly contact: ServiceContact
  /** Whether its staff may sign in by an account of the service's. */
  readonly ownSignIn: boolean
}

export const service: FastifyPluginAsyncTypebox<ServiceOptions> = async (app, options) => {
  const { contact, ownSignIn } = options
  const schema = { tags: ['worker'], response: { 200: Service } }
  app.get('/api/service', { schema }, async () => ({
    ...contact,
    ...(ownSignIn && { ownSignIn: true as const }),
  }))
}
