/** Without itsme: a code to the address or the number that the service has, or the identity card, which the physician looks at in the call. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
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
import { sendCode, sendCodeBySms, type CodeSending } from '../outreach/code.ts'
import type { SmsGateway } from '../outreach/sms.ts'
import { takeBackOthersWords } from '../planning/take-back-others-words.ts'
import { CodeAttempt, CodeBySms, type IdentificationWay } from '../protocol/identification.ts'
import { EmailAddress, type Id } from '../protocol/primitives.ts'
import { waitingRoomState } from '../rules/waiting-room.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import { identify, type CodeWay, type IdentifyDeps } from './identify.ts'
import { knownMobile, waysFor, type ServiceSettings } from './worker-view.ts'

export interface IdentificationRoutes extends IdentifyDeps, Pick<CodeSending, 'mailer' | 'house'> {
  readonly settings: ServiceSettings
  readonly codes: OneTimeCodes
  /** Null: no SMS leaves here. */
  readonly smsGateway: SmsGateway | null
}

const hourMs = 60 * 60_000
const codeWays: readonly CodeWay[] = ['mail', 'sms']

/** A code fits its way alone: so it is known, when it is typed, how it went. */
const boundTo = (id: Id, by: CodeWay) => `${id} ${by}`

export const identification: FastifyPluginAsyncTypebox<IdentificationRoutes> = async (
  app,
  deps,
) => {
  const { store, clock, makeId, access, live, settings, codes, smsGateway } = deps
  app.addHook('onRequest', access.requireWorker)
  const documented = { tags: ['worker'], security: [{ workerLogin: [] }] }

  /** Whose appointment is open, and to whom one of these ways is. */
  async function contextFor(
    id: Id,
    ...ways: readonly IdentificationWay[]
  ): Promise<AppointmentContext> {
    const context = await store.read.appointments.context(id)
    if (context === null) throw new AppError('not-found')
    const isOpen = waitingRoomState(context.appointment, clock.now()) === 'open'
    if (!isOpen) throw new AppError('transition-refused')
    const open = waysFor(context, settings)
    if (!ways.some((way) => open.includes(way))) throw new AppError('not-allowed')
    return context
  }

  /** Returns a code for this login: the latest alone is good, however it goes. */
  async function makeCode(
    { appointmentId, loginKey }: { readonly appointmentId: Id; readonly loginKey: string },
    by: CodeWay,
  ): Promise<{ readonly id: Id; readonly code: string }> {
    const now = clock.now()
    const at = toInstant(now)
    const id = makeId()
    const { code, mac } = codes.make(boundTo(id, by))
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
        details: { by },
      })
    })
    return { id, code }
  }

  function refuseUnsent(error: string | null, request: FastifyRequest): void {
    if (error === null) return
    request.log.warn({ error }, 'code not sent')
    throw new AppError('code-not-sent')
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
      const identity = identityOf(request, 'worker')
      const { worker, knownEmail } = await contextFor(identity.appointmentId, 'code')
      if (!Check(EmailAddress, knownEmail)) throw new AppError('code-not-sent')
      const made = await makeCode(identity, 'mail')
      const mail = { ...made, to: knownEmail, locale: worker.language }
      refuseUnsent(await sendCode(mail, deps), request)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/identification/code-by-sms',
    {
      schema: {
        summary: 'Send a one-time code to the mobile number that the service has',
        ...documented,
        response: { 200: CodeBySms },
      },
    },
    async (request) => {
      const identity = identityOf(request, 'worker')
      const context = await contextFor(identity.appointmentId, 'sms')
      const to = knownMobile(context)
      if (to === null || smsGateway === null) throw new AppError('code-not-sent')
      const made = await makeCode(identity, 'sms')
      const sms = { ...made, to, locale: context.worker.language }
      refuseUnsent(await sendCodeBySms(sms, { smsGateway, house: deps.house }), request)
      return { numberEnd: to.slice(-2) }
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
      const context = await contextFor(appointmentId, 'code', 'sms')
      const at = toInstant(clock.now())
      // Counted and stored before it is looked at: whoever breaks off has used a try.
      const sent = await store.write((writer) => writer.identificationCodes.tryOf(loginKey, at))
      if (sent === null || sent.tries > codeTries) throw new AppError('code-over')
      const by = codeWays.find((way) =>
        codes.fits(boundTo(sent.id, way), request.body.code, sent.codeMac),
      )
      if (by === undefined) throw new AppError('code-wrong')
      const proof = { method: 'code', by } as const
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
      const { appointment } = await contextFor(appointmentId, 'card')
      const at = toInstant(clock.now())
      const added = await store.write(async (writer) => {
        const { kind } = await writer.identifications.ofLogin(loginKey)
        // Saying it twice is saying it once, and takes nothing back that was proved.
        if (kind !== 'not-identified') return false
        await takeBackOthersWords(writer, appointment, loginKey, at)
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
      if (added) {
        live.identified(appointmentId, loginKey, { kind: 'shows-card' })
        live.agendaChanged(appointment.physicianId)
      }
      return reply.code(204).send(null)
    },
  )
}
