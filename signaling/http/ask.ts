/**
 * Asking for a consultation of one's own accord (Code, art. I.4-37): from the public page, where it is only claimed who
 * asks, or with a call link, which says so. The answer is the same whether the service knows them or not.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { fromInstant, toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { CallLinks } from '../identity/call-link.ts'
import { systemActor } from '../identity/identity.ts'
import type { ServiceContact } from '../protocol/my-appointment.ts'
import { LinkRequestDraft, RequestDraft, RequestReceived } from '../protocol/requests.ts'
import { isPlausibleBirthDate } from '../rules/birth-date.ts'
import { addDays, dateAt, isRealDate } from '../rules/calendar.ts'
import { dueOn } from '../rules/legal-clocks.ts'
import type { LegalConfig } from '../settings/legal.ts'
import type { Request } from '../store/requests.ts'
import type { Store, Writer } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import { readLinked } from './linked-appointment.ts'
import type { AskLimit, BadLinkLimit } from './rate-limits.ts'

export interface AskRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly callLinks: CallLinks
  readonly badLinks: BadLinkLimit
  readonly limitAsks: AskLimit
  readonly legal: LegalConfig
  readonly timeZone: string
  readonly contact: ServiceContact
  readonly wakeOutbox: () => void
}

type Asked = Omit<
  Request,
  'id' | 'examType' | 'askedAt' | 'askedBy' | 'notBefore' | 'dueOn' | 'appointmentId'
>

export const ask: FastifyPluginAsyncTypebox<AskRoutes> = async (app, deps) => {
  const { store, clock, makeId, callLinks, limitAsks, timeZone, contact } = deps
  guardLinks(app, deps.badLinks)
  const tags = ['worker']

  app.post(
    '/api/ask',
    { schema: { tags, body: RequestDraft, response: { 201: RequestReceived } } },
    async (request, reply) => {
      const { body } = request
      if (!isRealDate(body.birthDate) || !isPlausibleBirthDate(body.birthDate, today())) {
        throw new AppError('invalid', '/birthDate')
      }
      if (body.email === null && body.phone === null) throw new AppError('no-address', '/email')
      await limitAsks(request)
      return reply.code(201).send(await take({ ...body, workerId: null }))
    },
  )

  app.post(
    '/api/call-link/ask',
    { schema: { tags, body: LinkRequestDraft, response: { 201: RequestReceived } } },
    async (request, reply) => {
      const { token, language, moments, tellEmployer } = request.body
      const linked = await readLinked(store.read, await callLinks.readOld(token))
      const { worker, mobile: phone, employerName } = linked
      await limitAsks(request)
      const { firstName, lastName, birthDate, email } = worker
      const known = { firstName, lastName, birthDate, email, phone, employerName }
      const asked = { ...known, language, moments, tellEmployer, workerId: worker.id }
      return reply.code(201).send(await take(asked))
    },
  )

  const today = () => dateAt(clock.now(), timeZone)

  async function take(asked: Asked): Promise<RequestReceived> {
    const due = await store.write((writer) => keep(writer, asked))
    deps.wakeOutbox()
    return { dueOn: due, service: contact }
  }

  /** Asking again changes nothing, and sends no second mail: the first one's term goes on. */
  async function keep(writer: Writer, asked: Asked): Promise<string> {
    const same =
      asked.workerId === null
        ? await writer.requests.sameAs(asked)
        : await writer.requests.waitingOf(asked.workerId, 'spontaneous')
    if (same !== null) return same.dueOn
    const id = makeId()
    const at = toInstant(clock.now())
    const due = termEnd(deps, today())
    const lastMail = asked.email === null ? null : await writer.requests.lastAskedBy(asked.email)
    const actor = { kind: 'worker', id: asked.workerId } as const
    const kind = { examType: 'spontaneous', askedBy: 'worker', notBefore: null } as const
    const request = { ...asked, ...kind, id, askedAt: at, dueOn: due }
    await writer.requests.add(request, { actor: asked.workerId === null ? systemActor : actor, at })
    if (asked.email !== null && isLongAgo(lastMail, clock.now())) {
      await writer.outbox.queue({ id: makeId(), kind: 'request-received', requestId: id, at })
    }
    return due
  }
}

/** Nobody can have a stranger's mailbox filled through this page. */
const oneMailInMs = 24 * 60 * 60 * 1000

function isLongAgo(last: Request['askedAt'] | null, now: number): boolean {
  return last === null || now - fromInstant(last) >= oneMailInMs
}

/** The Code's term; a service that sets none still answers within two weeks. */
function termEnd({ legal }: Pick<AskRoutes, 'legal'>, today: string): string {
  return dueOn('spontaneous', today, legal.terms, legal.workingDays) ?? addDays(today, 14)
}
