/** Staff sign in by a one-time link; only a click spends it. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Access } from '../identity/access.ts'
import { hashToken, type MakeToken } from '../identity/token.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { SignInDraft, SignInLinkBody, SignInLinkView } from '../protocol/staff.ts'
import type { SignInLink } from '../store/sign-in-links.ts'
import type { Reader, Store, Writer } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import type { BadLinkLimit } from './rate-limits.ts'

export interface SignInRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly makeToken: MakeToken
  readonly access: Access
  readonly badLinks: BadLinkLimit
}

/** A working day with its evening: nobody signs in twice on one day, and a forgotten screen is locked by the next. */
const loginMs = 12 * 60 * 60 * 1000

export const signIn: FastifyPluginAsyncTypebox<SignInRoutes> = async (app, deps) => {
  const { store, clock, makeId, makeToken, access, badLinks } = deps
  guardLinks(app, badLinks)

  app.post(
    '/api/sign-in/look',
    { schema: { tags: ['staff'], body: SignInLinkBody, response: { 200: SignInLinkView } } },
    async ({ body }) => {
      const now = toInstant(clock.now())
      const link = await store.read.signInLinks.open(hashToken(body.token), now)
      if (link === null) throw new AppError('link-not-valid')
      return toView(link, store.read)
    },
  )

  app.post(
    '/api/sign-in',
    { schema: { tags: ['staff'], body: SignInDraft, response: { 204: Type.Null() } } },
    async ({ body }, reply) => {
      const now = clock.now()
      const at = toInstant(now)
      const cookie = makeToken()
      await store.write(async (writer) => {
        const link = await writer.signInLinks.spend(hashToken(body.token), at)
        if (link === null) throw new AppError('link-not-valid')
        const staffId =
          link.kind === 'enrol'
            ? await enrol(link, body.person, writer, { makeId, at })
            : await present(link, body.person, writer)
        const expiresAt = toInstant(now + loginMs)
        await writer.logins.add({
          kind: 'staff',
          staffId,
          cookieHash: hashToken(cookie),
          at,
          expiresAt,
        })
        const actor = { kind: 'staff', id: staffId } as const
        const action = link.kind === 'enrol' ? 'staff-enrolled' : 'staff-signed-in'
        await writer.audit.append({
          at,
          actor,
          appointmentId: null,
          action,
          details: { role: link.role },
        })
      })
      access.cookies.set(reply, 'staff', cookie, now + loginMs)
      return reply.code(204).send(null)
    },
  )
}

type Person = NonNullable<SignInDraft['person']>

async function toView(link: SignInLink, read: Pick<Reader, 'staff'>): Promise<SignInLinkView> {
  if (link.kind === 'enrol') return { kind: 'enrol', role: link.role }
  const member = await read.staff.get(link.staffId)
  if (member === null) throw new AppError('link-not-valid')
  return { kind: 'sign-in', name: member.staff.name, role: member.role }
}

/** Returns the new staff member's id. A physician gets an agenda under the same name. */
async function enrol(
  { role }: SignInLink,
  person: Person | undefined,
  writer: Writer,
  { makeId, at }: { makeId: MakeId; at: Instant },
): Promise<Id> {
  if (person === undefined) throw new AppError('invalid', '/person')
  const { name, email } = person
  const staff = { id: makeId(), role, name, email }
  const physicianId = role === 'physician' ? makeId() : null
  if (physicianId !== null) {
    await writer.physicians.add(
      { id: physicianId, name, email, registration: null, languages: [] },
      at,
    )
  }
  await writer.staff.add({ staff, physicianId, at })
  return staff.id
}

/** Returns the id of the staff member whose link it is, unless they may no longer sign in. */
async function present(
  link: Extract<SignInLink, { kind: 'sign-in' }>,
  person: Person | undefined,
  writer: Writer,
): Promise<Id> {
  if (person !== undefined) throw new AppError('invalid', '/person')
  if ((await writer.staff.get(link.staffId)) === null) throw new AppError('link-not-valid')
  return link.staffId
}
