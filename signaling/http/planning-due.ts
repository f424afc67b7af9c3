/** The due list: whose examination must take place by when. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { AppError } from '../errors.ts'
import { noteExamDone } from '../planning/keep-due.ts'
import { DueChange, DueReply, ExamDone } from '../protocol/due.ts'
import { CalendarDate, Id, strict } from '../protocol/primitives.ts'
import { dateAt, isRealDate } from '../rules/calendar.ts'
import { createClockReader } from '../rules/legal-clocks.ts'
import type { DueSearch } from '../store/exams-due.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['due']
const Search = strict({
  employerId: Type.Optional(Id),
  until: Type.Optional(CalendarDate),
  unplanned: Type.Optional(Type.Boolean({ description: 'Only who has no open appointment.' })),
  after: Type.Optional(
    Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2} [A-Za-z0-9_-]{16,64}$', description: '`next`' }),
  ),
})
/** A page on a screen. */
const pageRows = 100

export const due: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, timeZone, legal } = options
  const today = () => dateAt(clock.now(), timeZone)

  app.get(
    '/due',
    {
      schema: {
        summary: 'List the examinations that are due, the nearest last day first, a page at a time',
        tags,
        querystring: Search,
        response: { 200: DueReply },
      },
    },
    async ({ query }): Promise<DueReply> => {
      const listed = await store.read.examsDue.list({
        employerId: query.employerId ?? null,
        until: query.until ?? null,
        unplanned: query.unplanned ?? false,
        after: readMark(query.after),
        limit: pageRows + 1,
      })
      const readClock = createClockReader(today(), legal.workingDays)
      const rows = listed.slice(0, pageRows).map((row) => {
        const { workingDaysLeft, light } = readClock(row.dueOn)
        return { ...row, workingDaysLeft, light }
      })
      const last = rows.at(-1)
      const more = listed.length > pageRows && last !== undefined
      return { rows, next: more ? `${last.dueOn} ${last.workerId}` : null }
    },
  )

  app.put(
    '/workers/:id/due',
    {
      schema: {
        summary:
          'Correct the last day of a worker’s examination, and which acts are still to be done',
        tags,
        params: IdParams,
        body: DueChange,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { dueOn, acts } = request.body
      if (!isRealDate(dueOn)) throw new AppError('invalid', '/dueOn')
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        const { id } = request.params
        const before = (await writer.examsDue.of([id])).get(id)
        const worker = await writer.workers.get(id)
        if (before === undefined || worker === null) throw new AppError('not-found')
        const changed = { ...before, dueOn, acts }
        await writer.examsDue.put([{ workerId: id, employerId: worker.employerId, due: changed }])
        // The log is kept for good: that it was corrected, and not which acts.
        const details = { workerId: id, dueOn }
        const action = 'exam-due-corrected'
        await writer.audit.append({ ...deed, appointmentId: null, action, details })
      })
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/workers/:id/exam-done',
    {
      schema: {
        summary: 'Note that the examination took place in person; the next one follows from it',
        tags,
        params: IdParams,
        body: ExamDone,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { on } = request.body
      if (!isRealDate(on) || on > today()) throw new AppError('invalid', '/on')
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        const { id } = request.params
        const due = (await writer.examsDue.of([id])).get(id)
        if (due === undefined) throw new AppError('not-found')
        await noteExamDone(writer, id, { examType: due.examType, on })
        const details = { workerId: id, on }
        const action = 'exam-done-noted'
        await writer.audit.append({ ...deed, appointmentId: null, action, details })
      })
      return reply.code(204).send(null)
    },
  )
}

function readMark(mark: string | undefined): DueSearch['after'] {
  if (mark === undefined) return null
  const [dueOn = '', workerId = ''] = mark.split(' ')
  return { dueOn, workerId }
}
