/** The workers of the employers, one at a time; `rosters.ts` brings many. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { AppError } from '../errors.ts'
import { movePosts } from '../planning/keep-due.ts'
import { PictureNeed, Worker, WorkerDraft, WorkerRow } from '../protocol/planning.ts'
import { Id, strict } from '../protocol/primitives.ts'
import { isPlausibleBirthDate } from '../rules/birth-date.ts'
import { dateAt, isRealDate } from '../rules/calendar.ts'
import type { Writer } from '../store/store.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['workers']
const Search = strict({
  employerId: Type.Optional(Id),
  q: Type.Optional(Type.String({ maxLength: 120, description: 'A part of the name.' })),
})

export const workers: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, makeId, timeZone } = options

  app.get(
    '/workers',
    {
      schema: {
        summary: 'Find workers by employer and name, each with the appointment that is open',
        tags,
        querystring: Search,
        response: { 200: Type.Array(WorkerRow) },
      },
    },
    ({ query }) =>
      store.read.workers.list({ employerId: query.employerId ?? null, q: query.q ?? '' }),
  )

  app.post(
    '/workers',
    {
      schema: {
        summary: 'Add a worker',
        tags,
        body: WorkerDraft,
        response: { 201: Worker },
      },
    },
    async (request, reply) => {
      const worker = { id: makeId(), ...toClean(request.body, dateAt(clock.now(), timeZone)) }
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        await refuseUnknownPlace(writer, worker)
        await writer.workers.add([worker], deed.at)
        const today = dateAt(clock.now(), timeZone)
        const newcomers = new Set([worker.id])
        await movePosts(writer, [worker], { before: new Map(), newcomers, today })
        const details = { workerId: worker.id, employerId: worker.employerId }
        await writer.audit.append({ ...deed, appointmentId: null, action: 'worker-added', details })
      })
      return reply.code(201).send(worker)
    },
  )

  app.post(
    '/workers/:id/needs-picture',
    {
      schema: {
        summary:
          'Note whether a worker signs or reads lips: their calls keep the picture before all',
        tags,
        params: IdParams,
        body: PictureNeed,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        const worker = await writer.workers.get(request.params.id)
        if (worker === null) throw new AppError('not-found')
        await writer.workers.update({ ...worker, needsPicture: request.body.needed }, deed.at)
        // The log is kept for good: that it was noted, and not what.
        const details = { workerId: worker.id }
        const action = 'picture-need-noted'
        await writer.audit.append({ ...deed, appointmentId: null, action, details })
      })
      return reply.code(204).send(null)
    },
  )
}

/** What the schema cannot say: a day that exists. One person's name is spelt in one way. */
function toClean(draft: WorkerDraft, today: string): WorkerDraft {
  if (!isRealDate(draft.birthDate) || !isPlausibleBirthDate(draft.birthDate, today)) {
    throw new AppError('invalid', '/birthDate')
  }
  const toName = (name: string) => name.normalize('NFC').trim()
  return { ...draft, firstName: toName(draft.firstName), lastName: toName(draft.lastName) }
}

async function refuseUnknownPlace(
  writer: Writer,
  worker: Pick<Worker, 'employerId' | 'siteId' | 'postId'>,
): Promise<void> {
  const employer = await writer.employers.get(worker.employerId)
  if (employer === null) throw new AppError('not-found', '/employerId')
  const post = worker.postId === null ? null : await writer.posts.get(worker.postId)
  if (worker.postId !== null && post?.employerId !== employer.id) {
    throw new AppError('not-found', '/postId')
  }
  if (worker.siteId === null) return
  const site = await writer.employers.getSite(worker.siteId)
  if (site?.employerId !== employer.id) throw new AppError('not-found', '/siteId')
}
