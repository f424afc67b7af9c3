/** How the service can be reached: for pages that nobody has signed in to. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ServiceContact } from '../protocol/my-appointment.ts'

export const service: FastifyPluginAsyncTypebox<{ contact: ServiceContact }> = async (
  app,
  { contact },
) => {
  const schema = { tags: ['worker'], response: { 200: ServiceContact } }
  app.get('/api/service', { schema }, async () => contact)
}
