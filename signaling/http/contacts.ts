/** An employer's contacts, as a planner adds and invites them. Whether they may still sign in is changed as for every account. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf, type Access } from '../identity/access.ts'
import { toActor } from '../identity/identity.ts'
import { inviteContact } from '../identity/invite-contact.ts'
import type { MailedLinks } from '../identity/mailed-links.ts'
import { Contact, ContactDraft } from '../protocol/contacts.ts'
import type { Store } from '../store/store.ts'
import { IdParams as params, Nothing, toDeed } from './planning-options.ts'

export interface ContactRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly access: Access
  readonly mailedLinks: MailedLinks
  readonly wakeOutbox: () => void
}

const documented = { tags: ['employers'], security: [{ staffLogin: [] }] }

export const contacts: FastifyPluginAsyncTypebox<ContactRoutes> = async (app, deps) => {
  const { store, clock, makeId, access, wakeOutbox } = deps
  app.addHook('onRequest', access.requireStaff)
  app.addHook('onRequest', async (request) => {
    // Not for an API key either: a planning program lets nobody in.
    identityOf(request, 'planner')
  })

  app.get(
    '/api/contacts',
    { schema: { ...documented, response: { 200: Type.Array(Contact, { maxItems: 10_000 }) } } },
    () => store.read.contacts.list(),
  )

  app.post(
    '/api/contacts',
    { schema: { ...documented, body: ContactDraft, response: { 201: Contact } } },
    async (request, reply) => {
      const { employerId, name, language } = request.body
      const email = request.body.email.toLowerCase()
      const deed = toDeed(request, clock)
      const id = makeId()
      await store.write(async (writer) => {
        if ((await writer.employers.get(employerId)) === null)
          throw new AppError('not-found', '/employerId')
        const staff = { id, role: 'employer', name, email } as const
        const contact = { employerId, language }
        await writer.staff.add({ staff, physicianId: null, contact, at: deed.at })
        await writer.audit.append({
          ...deed,
          appointmentId: null,
          action: 'contact-added',
          details: { staffId: id, employerId },
        })
        await inviteContact(writer, id, deps, deed)
      })
      wakeOutbox()
      return reply.code(201).send({ id, employerId, name, email, language, disabled: false })
    },
  )

  app.post(
    '/api/contacts/:id/invitation',
    { schema: { ...documented, params, response: { 204: Nothing } } },
    async (request, reply) => {
      const deed = {
        actor: toActor(identityOf(request, 'planner')),
        at: toInstant(clock.now()),
      }
      const { id } = request.params
      await store.write(async (writer) => {
        if ((await writer.contacts.get(id)) === null) throw new AppError('not-found')
        await inviteContact(writer, id, deps, deed)
      })
      wakeOutbox()
      return reply.code(204).send(null)
    },
  )
}
