/** What the worker declares on their own page: read there in their language, said with one tap, and never asked for to go in. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { consentTextVersion } from '../../client/i18n/consents/version.ts'
import { toInstant } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import { declare, type OwnWords } from '../planning/declare.ts'
import { OwnConsents } from '../protocol/consents.ts'
import type { Identified } from '../protocol/identification.ts'
import { MyAppointment } from '../protocol/my-appointment.ts'
import { waitingRoomState } from '../rules/waiting-room.ts'
import type { MyAppointmentRoutes } from './my-appointment.ts'
import { readEntered } from './read-entered.ts'

/** Registered in a scope of its own: it demands a worker. */
export const myConsents: FastifyPluginAsyncTypebox<MyAppointmentRoutes> = async (app, deps) => {
  const { store, clock, access, live } = deps
  app.addHook('onRequest', access.requireWorker)

  app.post(
    '/api/my-appointment/consents',
    {
      schema: {
        summary: 'Agree to the talk by video, and say who is in the room',
        tags: ['worker'],
        security: [{ workerLogin: [] }],
        body: OwnConsents,
        response: { 200: MyAppointment },
      },
    },
    async (request) => {
      const { appointmentId: id, loginKey } = identityOf(request, 'worker')
      const { company, language, textVersion } = request.body
      // A page that is older than this server showed other sentences.
      if (textVersion !== consentTextVersion) throw new AppError('invalid', '/textVersion')
      const now = clock.now()
      // Of two who came by one link, whoever is in the waiting room speaks.
      const here = live.workerLogin(id)
      if (here !== null && here !== loginKey) throw new AppError('not-allowed')
      const deed = { actor: { kind: 'worker', id }, at: toInstant(now) } as const
      const physicianId = await store.write(async (writer) => {
        const appointment = await writer.appointments.get(id)
        if (appointment === null) throw new AppError('not-found')
        if (waitingRoomState(appointment, now) !== 'open') throw new AppError('transition-refused')
        const own: OwnWords = {
          language,
          loginKey,
          identifiedBy: knownOf(await writer.identifications.ofLogin(loginKey)),
        }
        for (const consent of ['video', company, 'unrecorded'] as const) {
          await declare(writer, appointment, { consent, given: true }, deed, own)
        }
        return appointment.physicianId
      })
      live.agendaChanged(physicianId)
      return readEntered(request, deps)
    },
  )
}

/**
 * Refuses who said nothing of who they are. Whoever promises their card is believed until the physician looks, or until
 * somebody else comes: see `takeBackOthersWords`.
 */
function knownOf({ kind }: Identified): OwnWords['identifiedBy'] {
  if (kind === 'not-identified') throw new AppError('not-allowed')
  return kind
}
