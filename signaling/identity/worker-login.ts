/** A worker's login: for one appointment, until its waiting room closes. */
import type { FastifyReply } from 'fastify'
import { toInstant, type Clock } from '../clock.ts'
import { closesAt } from '../rules/waiting-room.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { LoginDraft } from '../store/logins.ts'
import type { Access } from './access.ts'
import { hashToken, type MakeToken } from './token.ts'

export interface NewLogin {
  readonly draft: LoginDraft & { readonly kind: 'worker' }
  /** Once it is stored. */
  give(reply: FastifyReply): void
}

export function newWorkerLogin(
  { appointment, linkVersion }: Pick<AppointmentContext, 'appointment' | 'linkVersion'>,
  deps: { readonly makeToken: MakeToken; readonly clock: Clock; readonly access: Access },
): NewLogin {
  const cookie = deps.makeToken()
  const expiresAt = closesAt(appointment)
  return {
    draft: {
      kind: 'worker',
      appointmentId: appointment.id,
      linkVersion,
      cookieHash: hashToken(cookie),
      at: toInstant(deps.clock.now()),
      expiresAt: toInstant(expiresAt),
    },
    give: (reply) => deps.access.cookies.set(reply, 'worker', cookie, expiresAt),
  }
}
