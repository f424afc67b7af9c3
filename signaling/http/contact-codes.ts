/**
 * An employer's contact signs in with six digits from their mail, where they have no passkey at hand. Whether an address is
 * anybody's is never said: neither by an answer nor by how long it takes, for the mail leaves after the answer.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Access } from '../identity/access.ts'
import type { DeviceMarks } from '../identity/device-mark.ts'
import {
  codesPerHour,
  codeTries,
  codeValidMs,
  type OneTimeCodes,
} from '../identity/one-time-code.ts'
import type { StaffLogins } from '../identity/staff-login.ts'
import { hashToken, type MakeToken } from '../identity/token.ts'
import { sendCode, type CodeSending } from '../outreach/code.ts'
import { SignInCodeBody, SignInCodeDraft } from '../protocol/contacts.ts'
import type { Id } from '../protocol/primitives.ts'
import type { ReachableContact } from '../store/contacts.ts'
import type { Store } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import type { AskLimit, BadLinkLimit } from './rate-limits.ts'

export interface ContactCodeRoutes extends Pick<CodeSending, 'mailer' | 'house'> {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly makeToken: MakeToken
  readonly access: Access
  readonly codes: OneTimeCodes
  readonly deviceMarks: DeviceMarks
  readonly staffLogins: StaffLogins
  readonly badLinks: BadLinkLimit
  readonly limitAsks: AskLimit
}

const tags = ['employers']
const nothing = { 204: Type.Null() }

export const contactCodes: FastifyPluginAsyncTypebox<ContactCodeRoutes> = async (app, deps) => {
  const { store, clock, makeId, makeToken, access, codes, deviceMarks, staffLogins } = deps
  guardLinks(app, deps.badLinks)
  /** What goes on after its answer: the server does not close over it. */
  const unfinished = new Set<Promise<void>>()
  app.addHook('onClose', async () => {
    await Promise.all(unfinished)
  })

  /** Returns the code that is to be mailed; null where enough were mailed within the hour. */
  async function make(
    staffId: Id,
    browserHash: string,
    knownDevice: boolean,
  ): Promise<{ id: Id; code: string } | null> {
    const id = makeId()
    const { code, mac } = codes.make(id)
    const now = clock.now()
    const at = toInstant(now)
    return store.write(async ({ signInCodes }) => {
      if ((await signInCodes.countLately(staffId, knownDevice, at)) >= codesPerHour) return null
      const expiresAt = toInstant(now + codeValidMs)
      await signInCodes.add({ id, staffId, browserHash, knownDevice, mac, at, expiresAt })
      return { id, code }
    })
  }

  async function mail({ id, code }: { id: Id; code: string }, contact: ReachableContact) {
    const { email: to, language: locale } = contact
    const error = await sendCode({ id, code, to, locale }, deps)
    if (error !== null) app.log.warn({ error }, 'code not sent')
  }

  async function send(
    contact: ReachableContact,
    browserHash: string,
    knownDevice: boolean,
  ): Promise<void> {
    const made = await make(contact.id, browserHash, knownDevice)
    if (made !== null) await mail(made, contact)
  }

  app.post(
    '/api/contact-code',
    { schema: { tags, body: SignInCodeDraft, response: nothing } },
    async (request, reply) => {
      await deps.limitAsks(request)
      const browser = access.cookies.read(request, 'browser') ?? makeToken()
      access.cookies.set(reply, 'browser', browser, clock.now() + codeValidMs)
      const contact = await store.read.contacts.byEmail(request.body.email)
      if (contact !== null) {
        const known = deviceMarks.knows(access.cookies.read(request, 'device'), contact.id)
        const sending: Promise<void> = send(contact, hashToken(browser), known)
          .catch((error: unknown) => request.log.error({ err: error }, 'code not sent'))
          .finally(() => unfinished.delete(sending))
        unfinished.add(sending)
      }
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/contact-code/enter',
    { schema: { tags, body: SignInCodeBody, response: nothing } },
    async (request, reply) => {
      const browser = access.cookies.read(request, 'browser')
      const at = toInstant(clock.now())
      // Counted and stored before it is looked at: whoever breaks off has used a try.
      const sent =
        browser &&
        (await store.write(({ signInCodes }) =>
          signInCodes.tryOf(hashToken(browser), codeTries, at),
        ))
      if (!sent || !codes.fits(sent.id, request.body.code, sent.mac)) {
        throw new AppError('code-wrong')
      }
      const login = staffLogins.begin(request, reply, { method: 'code' })
      await store.write(async (writer) => {
        const contact = await writer.contacts.get(sent.staffId)
        // Used meanwhile, or no longer a contact: as if it had been wrong.
        if (contact === null || !(await writer.signInCodes.use(sent.id, at))) {
          throw new AppError('code-wrong')
        }
        await login.write(writer, contact.id)
        await writer.audit.append({
          at,
          actor: { kind: 'staff', id: contact.id },
          appointmentId: null,
          action: 'staff-signed-in',
          details: { role: 'employer', by: 'code' },
        })
      })
      login.give()
      return reply.code(204).send(null)
    },
  )
}
