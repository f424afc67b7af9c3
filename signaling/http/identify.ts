/** Writes down who a worker proved to be. From here on they have another cookie: whoever saw the first one has nothing of it. */
import type { FastifyReply } from 'fastify'
import type { Clock, MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Access } from '../identity/access.ts'
import type { MakeToken } from '../identity/token.ts'
import { newWorkerLogin } from '../identity/worker-login.ts'
import { takeBackOthersWords } from '../planning/take-back-others-words.ts'
import type { Likeness } from '../protocol/identification.ts'
import type { Live } from '../socket/live.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import { workerIdentified, type AuditDetails } from '../store/audit.ts'
import type { Store, Writer } from '../store/store.ts'

export interface IdentifyDeps {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly makeToken: MakeToken
  readonly access: Access
  readonly live: Live
}

export type Proof =
  | { readonly method: 'itsme'; readonly acr: string; readonly likeness: Likeness }
  | { readonly method: 'code'; readonly by: CodeWay }
export type CodeWay = 'mail' | 'sms'

/**
 * Returns the login by which they go on. `also` is written in the same transaction. Throws `signed-out` where the login by
 * which they came is over by then.
 */
export async function identify(
  {
    context,
    loginKey,
    proof,
    also = async () => {},
  }: {
    readonly context: AppointmentContext
    /** The login by which they came; it ends. */
    readonly loginKey: string
    readonly proof: Proof
    readonly also?: (writer: Writer) => Promise<void>
  },
  reply: FastifyReply,
  deps: IdentifyDeps,
): Promise<{ readonly loginKey: string }> {
  const login = newWorkerLogin(context, deps)
  const { appointmentId, cookieHash, at } = login.draft
  const id = deps.makeId()
  await deps.store.write(async (writer) => {
    // Withdrawn while itsme was asked, or used by another request with the same proof.
    if ((await writer.logins.worker(loginKey, at)) === null) throw new AppError('signed-out')
    await also(writer)
    await takeBackOthersWords(writer, context.appointment, loginKey, at)
    await writer.logins.end(loginKey, at)
    await writer.logins.add(login.draft)
    await writer.identifications.add({ id, loginKey: cookieHash, appointmentId, at, ...proof })
    await writer.audit.append({
      at,
      actor: { kind: 'worker', id: appointmentId },
      appointmentId,
      action: workerIdentified,
      details: toDetails(proof),
    })
  })
  deps.live.agendaChanged(context.appointment.physicianId)
  deps.live.loginEnded(loginKey)
  login.give(reply)
  return { loginKey: cookieHash }
}

function toDetails(proof: Proof): AuditDetails {
  if (proof.method === 'code') return { method: 'code', by: proof.by }
  const { method, acr, likeness } = proof
  return { method, acr, ...likeness }
}
