/** What an employer's contact reads and does. These routes read through `employerPlanning` and through nothing else of the planning. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant, type Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { AppError } from '../errors.ts'
import { identityOf, type Access } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { EmployerPage, RoomCheckDraft } from '../protocol/employer.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import type { Store } from '../store/store.ts'
import { toEmployerPage } from './employer-view.ts'
import { IdParams, Nothing } from './planning-options.ts'

export interface EmployerRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly access: Access
  readonly settings: Pick<Config, 'service' | 'timeZone'>
}

/** As far as people plan their working time. */
const aheadDays = 60

const documented = { tags: ['employers'], security: [{ staffLogin: [] }] }

export const employer: FastifyPluginAsyncTypebox<EmployerRoutes> = async (app, deps) => {
  const { store, clock, access, settings } = deps
  const { timeZone, service } = settings
  app.addHook('onRequest', access.requireEmployer)

  app.get(
    '/api/employer',
    { schema: { ...documented, response: { 200: EmployerPage } } },
    async (request): Promise<EmployerPage> => {
      const { employerId } = identityOf(request, 'employer')
      const own = await store.read.employers.get(employerId)
      if (own === null) throw new AppError('signed-out')
      // From this morning on, so that nothing on the page moves when a talk ends.
      const today = dateAt(clock.now(), timeZone)
      const from = toInstant(startOfDay(today, timeZone))
      const until = toInstant(startOfDay(addDays(today, aheadDays), timeZone))
      const { employerPlanning, roomChecks } = store.read
      const rooms = await employerPlanning.rooms(employerId)
      const [checks, sessions, convened] = await Promise.all([
        roomChecks.last(rooms.map(({ id }) => id)),
        employerPlanning.sessions(employerId, from, until),
        employerPlanning.convened(employerId, from, until),
      ])
      const employerName = own.name
      return toEmployerPage({ employerName, service, timeZone, rooms, checks, sessions, convened })
    },
  )

  app.post(
    '/api/employer/rooms/:id/check',
    {
      schema: { ...documented, params: IdParams, body: RoomCheckDraft, response: { 204: Nothing } },
    },
    async (request, reply) => {
      const identity = identityOf(request, 'employer')
      const roomId = request.params.id
      const { fit } = request.body
      const rooms = await store.read.employerPlanning.rooms(identity.employerId)
      if (!rooms.some(({ id }) => id === roomId)) throw new AppError('not-found')
      const at = toInstant(clock.now())
      await store.write(async (writer) => {
        await writer.roomChecks.add({ roomId, at, fit, checkedBy: identity.staffId })
        await writer.audit.append({
          at,
          actor: toActor(identity),
          appointmentId: null,
          action: 'room-checked',
          details: { roomId, fit },
        })
      })
      return reply.code(204).send(null)
    },
  )
}
