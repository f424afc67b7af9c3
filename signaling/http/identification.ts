/** Without itsme: a code to the address that the service has, or the identity card, which the physician looks at in the call. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { Check } from 'typebox/value'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import {
  codesPerHour,
  codeTries,
  codeValidMs,
  type OneTimeCodes,
} from '../identity/one-time-code.ts'
import { sendCode, type CodeSending } from '../outreach/code.ts'
import { CodeAttempt, type IdentificationMethod } from '../protocol/identification.ts'
import { EmailAddress, type Id } from '../protocol/primitives.ts'
import { waitingRoomState } from '../rules/waiting-room.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import { identify, type IdentifyDeps } from './identify.ts'
import { waysFor, type ServiceSettings } from './worker-view.ts'

export interface IdentificationRoutes extends IdentifyDeps, Pick<CodeSending, 'mailer' | 'house'> {
  readonly settings: ServiceSettings
  readonly codes: OneTimeCodes
}

const hourMs = 60 * 60_000

export const identification: FastifyPluginAsyncTypebox<IdentificationRoutes> = async (
  app,
  deps,
) => {
  const { store, clock, makeId, access, live, settings, codes } = deps
  app.addHook('onRequest', access.requireWorker)
  const documented = { tags: ['worker'], security: [{ workerLogin: [] }] }

  /** Whose appointment is open, and to whom this way is. */
  async function contextFor(id: Id, way: IdentificationMethod): Promise<AppointmentContext> {
    const context = await store.read.appointments.context(id)
    if (context === null) throw new AppError('not-found')
    const isOpen = waitingRoomState(context.appointment, clock.now()) === 'open'
    if (!isOpen) throw new AppError('transition-refused')
    if (!waysFor(context, settings).includes(way)) throw new AppError('not-allowed')
    return context
  }

  app.post(
    '/api/identification/code',
    {
      schema: {
        summary: 'Send a one-time code to the address that the service has',
        ...documented,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { appointmentId, loginKey } = identityOf(request, 'worker')
      const { worker, knownEmail } = await contextFor(appointmentId, 'code')
      if (!Check(EmailAddress, knownEmail)) throw new AppError('code-not-sent')
      const now = clock.now()
      const at = toInstant(now)
      const id = makeId()
      const { code, mac } = codes.make(id)
      const hourAgo = toInstant(now - hourMs)
      await store.write(async (writer) => {
        const sent = await writer.identificationCodes.sentSince(appointmentId, hourAgo)
        if (sent >= codesPerHour) throw new AppError('too-many-requests')
        const expiresAt = toInstant(now + codeValidMs)
        const kept = { id, loginKey, appointmentId, codeMac: mac, at, expiresAt }
        await writer.identificationCodes.add(kept, hourAgo)
        await writer.audit.append({
          at,
          actor: { kind: 'worker', id: appointmentId },
          appointmentId,
          action: 'identification-code-asked',
        })
      })
      const error = await sendCode({ id, code, to: knownEmail, locale: worker.language }, deps)
      if (error !== null) {
        request.log.warn({ error }, 'code not sent')
        throw new AppError('code-not-sent')
      }
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/identification/code/check',
    {
      schema: {
        summary: 'Type the code',
        ...documented,
        body: CodeAttempt,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { appointmentId, loginKey } = identityOf(request, 'worker')
      const context = await contextFor(appointmentId, 'code')
      const at = toInstant(clock.now())
      // Counted and stored before it is looked at: whoever breaks off has used a try.
      const sent = await store.write((writer) => writer.identificationCodes.tryOf(loginKey, at))
      if (sent === null || sent.tries > codeTries) throw new AppError('code-over')
      if (!codes.fits(sent.id, request.body.code, sent.codeMac)) throw new AppError('code-wrong')
      const proof = { method: 'code' } as const
      const also = (writer: Parameters<Parameters<typeof store.write>[0]>[0]) =>
        writer.identificationCodes.end(sent.id, at)
      await identify({ context, loginKey, proof, also }, reply, deps)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/identification/card',
    {
      schema: {
        summary: 'Say that one shows one’s identity card to the physician',
        ...documented,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { appointmentId, loginKey } = identityOf(request, 'worker')
      await contextFor(appointmentId, 'card')
      const at = toInstant(clock.now())
      const added = await store.write(async (writer) => {
        const { kind } = await writer.identifications.ofLogin(loginKey)
        // Saying it twice is saying it once, and takes nothing back that was proved.
        if (kind !== 'not-identified') return false
        const promise = { id: makeId(), loginKey, appointmentId, at, seenBy: null } as const
        await writer.identifications.add({ ...promise, method: 'card' })
        await writer.audit.append({
          at,
          actor: { kind: 'worker', id: appointmentId },
          appointmentId,
          action: 'identity-card-promised',
        })
        return true
      })
      if (added) live.identified(appointmentId, loginKey, { kind: 'shows-card' })
      return reply.code(204).send(null)
    },
  )
}
