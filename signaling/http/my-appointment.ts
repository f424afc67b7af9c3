/** The worker's page after its link was entered. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { identityOf, type Access } from '../identity/access.ts'
import { comeIfGivenUp } from '../planning/come-after-all.ts'
import { noteHere } from '../planning/note-here.ts'
import { preferInPerson } from '../planning/prefer-in-person.ts'
import { MyAppointment } from '../protocol/my-appointment.ts'
import type { Live } from '../socket/live.ts'
import type { Store } from '../store/store.ts'
import { readEntered } from './read-entered.ts'
import type { ServiceSettings } from './worker-view.ts'

export interface MyAppointmentRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly access: Access
  readonly live: Live
  readonly settings: ServiceSettings
}

export const myAppointment: FastifyPluginAsyncTypebox<MyAppointmentRoutes> = async (app, deps) => {
  const { store, clock, access, live } = deps
  const { timeZone } = deps.settings
  app.addHook('onRequest', access.requireWorker)

  const documented = { tags: ['worker'], security: [{ workerLogin: [] }] }
  const schema = { ...documented, response: { 200: MyAppointment } }

  app.get('/api/my-appointment', { schema }, (request) => readEntered(request, deps))

  /** Their page is here: whom the clock gave up has it again. Looking alone, as above, changes nothing. */
  app.post('/api/my-appointment/come', { schema }, async (request) => {
    const { appointmentId } = identityOf(request, 'worker')
    const before = await store.read.appointments.get(appointmentId)
    if (before !== null) await noteHere(before, 'worker-page-came', { ...deps, timeZone })
    // From now on the clock leaves them alone; it may have been a moment faster.
    const noted = await store.read.appointments.get(appointmentId)
    if (noted !== null) await comeIfGivenUp(noted, deps)
    return readEntered(request, deps)
  })

  app.post('/api/my-appointment/in-person', { schema }, async (request) => {
    const { appointmentId } = identityOf(request, 'worker')
    await preferInPerson(appointmentId, deps)
    return readEntered(request, deps)
  })

  /** Ends this browser's login: for a device that others use too. */
  app.post(
    '/api/my-appointment/leave',
    { schema: { ...documented, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { loginKey } = identityOf(request, 'worker')
      await store.write((writer) => writer.logins.end(loginKey, toInstant(clock.now())))
      live.loginEnded(loginKey)
      access.cookies.clear(reply, 'worker')
      // Whatever else the browser kept of this site: the next person finds nothing. Without "cookies", which would sign people
      // out of every site of the domain (W3C, Clear Site Data): the login's is cleared above.
      void reply.header('clear-site-data', '"cache", "storage"')
      return reply.code(204).send(null)
    },
  )
}
