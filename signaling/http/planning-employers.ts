/** Employers, their sites, and the rooms that they provide. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { AppError } from '../errors.ts'
import {
  Employer,
  EmployerDraft,
  Room,
  RoomDraft,
  Site,
  SiteDraft,
  SiteLanguages,
} from '../protocol/planning.ts'
import { IdParams, Nothing, toDeed, type PlanningOptions } from './planning-options.ts'

const tags = ['employers']

export const employers: FastifyPluginAsyncTypebox<PlanningOptions> = async (app, options) => {
  const { store, clock, makeId } = options

  app.get(
    '/employers',
    {
      schema: {
        summary: 'List the employers',
        tags,
        response: { 200: Type.Array(Employer) },
      },
    },
    () => store.read.employers.list(),
  )

  app.post(
    '/employers',
    {
      schema: {
        summary: 'Add an employer',
        tags,
        body: EmployerDraft,
        response: { 201: Employer },
      },
    },
    async (request, reply) => {
      const employer = { id: makeId(), ...request.body }
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        await writer.employers.add(employer, deed.at)
        const details = { employerId: employer.id }
        await writer.audit.append({
          ...deed,
          appointmentId: null,
          action: 'employer-added',
          details,
        })
      })
      return reply.code(201).send(employer)
    },
  )

  app.get(
    '/sites',
    {
      schema: {
        summary: 'List the sites of all employers',
        tags,
        response: { 200: Type.Array(Site) },
      },
    },
    () => store.read.employers.sites(),
  )

  app.post(
    '/sites',
    {
      schema: {
        summary: 'Add a site to an employer',
        tags,
        body: SiteDraft,
        response: { 201: Site },
      },
    },
    async (request, reply) => {
      const site = { id: makeId(), ...request.body }
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        const employer = await writer.employers.get(site.employerId)
        if (employer === null) throw new AppError('not-found', '/employerId')
        await writer.employers.addSite(site, deed.at)
        const details = { siteId: site.id, employerId: site.employerId }
        await writer.audit.append({ ...deed, appointmentId: null, action: 'site-added', details })
      })
      return reply.code(201).send(site)
    },
  )

  app.post(
    '/sites/:id/languages',
    {
      schema: {
        summary: 'Say in which languages workers of a site are written to',
        tags,
        params: IdParams,
        body: SiteLanguages,
        response: { 204: Nothing },
      },
    },
    async (request, reply) => {
      const { id: siteId } = request.params
      const { language, otherLanguages } = request.body
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        if (!(await writer.employers.setSiteLanguages(siteId, request.body))) {
          throw new AppError('not-found')
        }
        const details = { siteId, languages: [language, ...otherLanguages].join(' ') }
        const action = 'site-languages-noted'
        await writer.audit.append({ ...deed, appointmentId: null, action, details })
      })
      return reply.code(204).send(null)
    },
  )

  app.get(
    '/rooms',
    {
      schema: {
        summary: 'List the company rooms of all sites',
        tags,
        response: { 200: Type.Array(Room) },
      },
    },
    async () => {
      const rooms = await store.read.employers.rooms()
      const checks = await store.read.roomChecks.last(rooms.map(({ id }) => id))
      return rooms.map((room) => {
        const lastCheck = checks.get(room.id)
        return lastCheck === undefined ? room : { ...room, lastCheck }
      })
    },
  )

  app.post(
    '/rooms',
    {
      schema: {
        summary: 'Add a company room to a site',
        tags,
        body: RoomDraft,
        response: { 201: Room },
      },
    },
    async (request, reply) => {
      const room = { id: makeId(), ...request.body }
      const deed = toDeed(request, clock)
      await store.write(async (writer) => {
        const site = await writer.employers.getSite(room.siteId)
        if (site === null) throw new AppError('not-found', '/siteId')
        await writer.employers.addRoom(room, deed.at)
        const details = { roomId: room.id, siteId: room.siteId }
        await writer.audit.append({ ...deed, appointmentId: null, action: 'room-added', details })
      })
      return reply.code(201).send(room)
    },
  )
}
