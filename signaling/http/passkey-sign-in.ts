/** Staff sign in with a passkey. The passkey says who they are: no name is asked for, so none can be tried. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Challenges } from '../identity/challenges.ts'
import { isCopied, type Passkeys } from '../identity/passkeys.ts'
import type { StaffLogins } from '../identity/staff-login.ts'
import { PasskeyQuestion, PasskeyUsed } from '../protocol/own-access.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { StoredPasskey } from '../store/passkeys.ts'
import type { Store, Writer } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import type { BadLinkLimit } from './rate-limits.ts'

export interface PasskeySignInRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly badLinks: BadLinkLimit
  readonly challenges: Challenges
  readonly passkeys: Passkeys
  readonly staffLogins: StaffLogins
}

export const passkeySignIn: FastifyPluginAsyncTypebox<PasskeySignInRoutes> = async (app, deps) => {
  const { store, clock, challenges, passkeys, staffLogins, badLinks } = deps
  guardLinks(app, badLinks)

  app.post(
    '/api/passkey-sign-in/question',
    { schema: { tags: ['staff'], response: { 200: PasskeyQuestion } } },
    async (request, reply) => ({
      challenge: await challenges.ask(request, reply, { purpose: 'use' }),
      rpId: passkeys.rp.id,
    }),
  )

  app.post(
    '/api/passkey-sign-in',
    { schema: { tags: ['staff'], body: PasskeyUsed, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const used = request.body
      const { challenge } = await challenges.take(request, used.clientData, 'use')
      const passkey = await store.read.passkeys.get(used.id)
      const counter = passkey && (await passkeys.readUsed(used, challenge, passkey))
      if (passkey === null || counter === null) throw new AppError('passkey-refused')
      const login = staffLogins.begin(request, reply, { method: 'passkey' })
      const isGood = await store.write((writer) =>
        use(passkey, counter, writer, { at: toInstant(clock.now()), login }),
      )
      if (!isGood) throw new AppError('passkey-copied')
      login.give()
      return reply.code(204).send(null)
    },
  )
}

type Coming = {
  readonly at: Instant
  readonly login: ReturnType<StaffLogins['begin']>
}

/** Returns false for a signature of a copy: it is written down, and nobody is signed in. */
async function use(
  { id, staffId }: StoredPasskey,
  counter: number,
  writer: Writer,
  { at, login }: Coming,
): Promise<boolean> {
  const member = await writer.staff.get(staffId)
  // Read again: another sign-in with it may have come between.
  const present = await writer.passkeys.get(id)
  if (member === null || present === null) throw new AppError('passkey-refused')
  const isGood = !isCopied(present.counter, counter)
  if (isGood) {
    await writer.passkeys.used(id, counter, at)
    await login.write(writer, staffId)
  }
  await writer.audit.append({
    at,
    actor: { kind: 'staff', id: staffId },
    appointmentId: null,
    action: isGood ? 'staff-signed-in' : 'passkey-copy-refused',
    details: isGood ? { role: member.role, by: 'passkey' } : { counter },
  })
  return isGood
}
