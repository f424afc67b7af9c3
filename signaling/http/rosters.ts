/** An employer's list of workers: looked at first, then applied as a whole or not at all. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { AppError } from '../errors.ts'
import { applyPlan, planFile, toName } from '../planning/apply-roster.ts'
import { RosterApplied, RosterPreview } from '../protocol/planning.ts'
import { Id, strict } from '../protocol/primitives.ts'
import { digestOf, readRoster } from '../roster/read.ts'
import { dateAt } from '../rules/calendar.ts'
import { IdParams, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['rosters']
const maxFileBytes = 10 * 1024 * 1024
/** What the wire lists; the count has them all. */
const maxFindings = 200
/** As many names as a planner reads. */
const maxGone = 50

/** The types under which the browsers of different systems send a CSV; the bytes decide what it is. */
const contentTypes = ['text/csv', 'application/vnd.ms-excel', 'application/octet-stream']

const Apply = strict({
  digest: RosterPreview.properties.digest,
  siteId: Type.Optional(Id),
  leavers: Type.Optional(
    Type.Boolean({ description: 'Note of who is not in the file that they have left.' }),
  ),
})

export const rosters: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, makeId, timeZone } = options

  const today = () => dateAt(clock.now(), timeZone)

  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    contentTypes,
    { parseAs: 'buffer', bodyLimit: maxFileBytes },
    (_request, body, done) => done(null, body),
  )

  app.post(
    '/employers/:id/roster/preview',
    {
      schema: {
        summary: 'Read a roster (CSV) and say what it would change; writes nothing',
        tags,
        consumes: contentTypes,
        params: IdParams,
        response: { 200: RosterPreview },
      },
    },
    async ({ params, body }) => {
      const employer = await store.read.employers.get(params.id)
      if (employer === null) throw new AppError('not-found')
      const roster = await readRoster(toFile(body), today())
      const { plan, rows, findings } = await planFile(store.read, roster, {
        employerId: employer.id,
        siteId: null,
        makeId,
      })
      return {
        digest: roster.digest,
        encoding: roster.encoding,
        separator: roster.separator,
        columns: roster.columns,
        sample: roster.sample,
        rows: roster.rowCount,
        added: plan.added.length,
        changed: plan.changed.length,
        unchanged: plan.unchanged,
        gone: plan.gone.length,
        goneNames: plan.gone.slice(0, maxGone).map(toName),
        findings: findings.slice(0, maxFindings),
        findingCount: findings.length,
        rowsLeftOut: roster.rowCount - rows.length,
      }
    },
  )

  app.post(
    '/employers/:id/roster',
    {
      schema: {
        summary: 'Apply the roster that was previewed; a second time it changes nothing',
        tags,
        consumes: contentTypes,
        params: IdParams,
        querystring: Apply,
        response: { 200: RosterApplied },
      },
    },
    async (request) => {
      const { params, query } = request
      const file = toFile(request.body)
      if (digestOf(file) !== query.digest) throw new AppError('roster-changed', '/digest')
      const roster = await readRoster(file, today())
      const deed = toDeed(request, clock)

      return store.write(async (writer) => {
        const employer = await writer.employers.get(params.id)
        if (employer === null) throw new AppError('not-found')
        const siteId = query.siteId ?? null
        const site = siteId === null ? null : await writer.employers.getSite(siteId)
        if (siteId !== null && site?.employerId !== employer.id) {
          throw new AppError('not-found', '/siteId')
        }
        const of = { employerId: employer.id, siteId, makeId }
        const { plan, rows } = await planFile(writer, roster, of)
        const gone = await applyPlan(writer, plan, query.leavers ?? false, deed.at, today())
        const { unchanged, workerIds } = plan
        const counts = {
          added: plan.added.length,
          changed: plan.changed.length,
          unchanged,
          gone,
          rowsLeftOut: roster.rowCount - rows.length,
        }
        await writer.audit.append({
          ...deed,
          appointmentId: null,
          action: 'roster-applied',
          details: { employerId: employer.id, digest: roster.digest, ...counts },
        })
        return { ...counts, workerIds: [...workerIds] }
      })
    },
  )
}

function toFile(body: unknown): Buffer {
  if (!Buffer.isBuffer(body)) throw new AppError('unsupported-media-type')
  return body
}
