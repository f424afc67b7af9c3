/** An employer's list of workers: looked at first, then applied as a whole or not at all. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { AppError } from '../errors.ts'
import { RosterApplied, RosterPreview } from '../protocol/planning.ts'
import { Id, strict } from '../protocol/primitives.ts'
import { planRoster } from '../roster/match.ts'
import { digestOf, readRoster } from '../roster/read.ts'
import { dateAt } from '../rules/calendar.ts'
import { IdParams, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['rosters']
const maxFileBytes = 10 * 1024 * 1024
/** What the wire lists; the count has them all. */
const maxFindings = 200

/** The types under which the browsers of different systems send a CSV; the bytes decide what it is. */
const contentTypes = ['text/csv', 'application/vnd.ms-excel', 'application/octet-stream']

const Apply = strict({ digest: RosterPreview.properties.digest, siteId: Type.Optional(Id) })

export const rosters: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, makeId, timeZone } = options

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
      const roster = await readRoster(toFile(body), dateAt(clock.now(), timeZone))
      const existing = await store.read.workers.ofEmployer(employer.id)
      const target = { employerId: employer.id, siteId: null, existing, makeId }
      const plan = planRoster(roster.rows, target)
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
        findings: roster.findings.slice(0, maxFindings),
        findingCount: roster.findings.length,
        rowsLeftOut: roster.rowCount - roster.rows.length,
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
      const roster = await readRoster(file, dateAt(clock.now(), timeZone))
      const rowsLeftOut = roster.rowCount - roster.rows.length
      const deed = toDeed(request, clock)

      return store.write(async (writer) => {
        const employer = await writer.employers.get(params.id)
        if (employer === null) throw new AppError('not-found')
        const siteId = query.siteId ?? null
        const site = siteId === null ? null : await writer.employers.getSite(siteId)
        if (siteId !== null && site?.employerId !== employer.id) {
          throw new AppError('not-found', '/siteId')
        }
        const existing = await writer.workers.ofEmployer(employer.id)
        const target = { employerId: employer.id, siteId, existing, makeId }
        const { added, changed, unchanged, workerIds } = planRoster(roster.rows, target)
        await writer.workers.add(added, deed.at)
        for (const worker of changed) await writer.workers.update(worker, deed.at)
        const counts = { added: added.length, changed: changed.length, unchanged, rowsLeftOut }
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
