/**
 * Staff come in by a one-time link, which only a click spends: with it they make the passkey with which they sign in from
 * then on. A demonstration's links open any number of times and sign in at once: `reusable`, which no setting and no route
 * can ask for, only the program that makes the sample clinic.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import * as Type from 'typebox'
import { toInstant, type Clock, type MakeId } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Challenges } from '../identity/challenges.ts'
import { passkeyNameOn, toDevice } from '../identity/device.ts'
import { toUserHandle, type Passkeys } from '../identity/passkeys.ts'
import type { StaffLogins } from '../identity/staff-login.ts'
import { hashToken } from '../identity/token.ts'
import { PasskeyOrder, type PasskeyMade } from '../protocol/own-access.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import {
  PasskeyOrderDraft,
  SignInDraft,
  SignInLinkBody,
  SignInLinkView,
} from '../protocol/staff.ts'
import type { StoredPasskey } from '../store/passkeys.ts'
import type { OpenSignInLink } from '../store/sign-in-links.ts'
import type { Reader, Store, Writer } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import type { BadLinkLimit } from './rate-limits.ts'

export interface SignInRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeId: MakeId
  readonly badLinks: BadLinkLimit
  readonly challenges: Challenges
  readonly passkeys: Passkeys
  readonly staffLogins: StaffLogins
}

/** An authenticator is told the newest of them: what a page may be sent has an end. */
const mostKnown = 20

export const signIn: FastifyPluginAsyncTypebox<SignInRoutes> = async (app, deps) => {
  const { store, clock, makeId, badLinks, challenges, passkeys, staffLogins } = deps
  guardLinks(app, badLinks)

  async function look(token: string): Promise<OpenSignInLink> {
    const link = await store.read.signInLinks.open(hashToken(token), toInstant(clock.now()))
    if (link === null) throw new AppError('link-not-valid')
    return link
  }

  app.post(
    '/api/sign-in/look',
    { schema: { tags: ['staff'], body: SignInLinkBody, response: { 200: SignInLinkView } } },
    async ({ body }) => toView(await look(body.token), store.read),
  )

  app.post(
    '/api/sign-in/passkey',
    { schema: { tags: ['staff'], body: PasskeyOrderDraft, response: { 200: PasskeyOrder } } },
    async (request, reply): Promise<PasskeyOrder> => {
      const { token, person } = request.body
      const link = await look(token)
      if (link.way !== 'passkey') throw new AppError('invalid', '/token')
      const owner = await toOwner(link, person, store.read, makeId)
      const known = await store.read.passkeys.ofStaff(owner.staffId)
      const given = { purpose: 'make', staffId: owner.staffId } as const
      return {
        challenge: await challenges.ask(request, reply, given),
        rp: passkeys.rp,
        user: {
          id: toUserHandle(owner.staffId),
          name: owner.email ?? owner.name,
          displayName: owner.name,
        },
        known: known
          .slice(-mostKnown)
          .map(({ id, transports }) => ({ id, transports: [...transports] })),
      }
    },
  )

  /** Returns the passkey that was made, and for whom. Its challenge is gone after this, whatever the answer was worth. */
  async function readMade(request: Parameters<Challenges['take']>[0], made: PasskeyMade) {
    const { challenge, given } = await challenges.take(request, made.clientData, 'make')
    const passkey = await passkeys.readMade(made, challenge)
    if (passkey === null) throw new AppError('passkey-refused')
    return { ...passkey, staffId: given.staffId }
  }

  app.post(
    '/api/sign-in',
    { schema: { tags: ['staff'], body: SignInDraft, response: { 204: Type.Null() } } },
    async (request, reply) => {
      const { token, person, passkey: made } = request.body
      const { way, kind } = await look(token)
      refuseWrongPerson(kind, person)
      if ((way === 'passkey') !== (made !== undefined)) throw new AppError('invalid', '/passkey')
      const passkey = made === undefined ? null : await readMade(request, made)
      const at = toInstant(clock.now())
      const login = staffLogins.begin(request, reply, { method: 'link' })
      await store.write(async (writer) => {
        const link = await writer.signInLinks.spend(hashToken(token), at)
        if (link === null) throw new AppError('link-not-valid')
        const newId = passkey?.staffId ?? makeId()
        const staffId =
          link.kind === 'enrol'
            ? await enrol(link, person, writer, { newId, makeId, at })
            : await present(link, writer)
        if (passkey !== null) {
          const name = passkeyNameOn(toDevice(request.headers['user-agent']))
          await keep({ ...passkey, name, at }, staffId, writer)
        }
        await login.write(writer, staffId)
        await writer.audit.append({
          at,
          actor: { kind: 'staff', id: staffId },
          appointmentId: null,
          action: link.kind === 'enrol' ? 'staff-enrolled' : 'staff-signed-in',
          details: { role: link.role, by: 'link' },
        })
      })
      login.give()
      return reply.code(204).send(null)
    },
  )
}

type Person = NonNullable<SignInDraft['person']>

async function toView(link: OpenSignInLink, read: Pick<Reader, 'staff'>): Promise<SignInLinkView> {
  const { way } = link
  if (link.kind === 'enrol') return { kind: 'enrol', role: link.role, way }
  const member = await read.staff.get(link.staffId)
  if (member === null) throw new AppError('link-not-valid')
  return { kind: 'sign-in', name: member.staff.name, role: member.role, way }
}

/** Who enrols says who they are; of everyone else we know it. */
function refuseWrongPerson(kind: OpenSignInLink['kind'], person: Person | undefined): void {
  if ((kind === 'enrol') !== (person !== undefined)) throw new AppError('invalid', '/person')
}

/** Whose passkey it will be: somebody we know, or somebody new under an id of their own. */
async function toOwner(
  link: OpenSignInLink,
  person: Person | undefined,
  read: Pick<Reader, 'staff'>,
  makeId: MakeId,
): Promise<{ staffId: Id; name: string; email: string | null }> {
  refuseWrongPerson(link.kind, person)
  if (person !== undefined) return { staffId: makeId(), ...person }
  const member = link.kind === 'sign-in' ? await read.staff.get(link.staffId) : null
  if (member === null) throw new AppError('link-not-valid')
  return { staffId: member.staff.id, name: member.staff.name, email: member.staff.email }
}

/** Returns the new staff member's id. A physician gets an agenda under the same name. */
async function enrol(
  { role }: OpenSignInLink,
  person: Person | undefined,
  writer: Writer,
  { newId, makeId, at }: { newId: Id; makeId: MakeId; at: Instant },
): Promise<Id> {
  if (person === undefined) throw new AppError('invalid', '/person')
  const { name, email } = person
  const staff = { id: newId, role, name, email }
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
  link: Extract<OpenSignInLink, { kind: 'sign-in' }>,
  writer: Writer,
): Promise<Id> {
  if ((await writer.staff.get(link.staffId)) === null) throw new AppError('link-not-valid')
  return link.staffId
}

/** The passkey was made for the person of this link and nobody else; a credential that is known already is refused. */
async function keep(
  passkey: StoredPasskey & { name: string; at: Instant },
  staffId: Id,
  writer: Writer,
): Promise<void> {
  if (passkey.staffId !== staffId) throw new AppError('passkey-refused')
  if (!(await writer.passkeys.add(passkey))) throw new AppError('passkey-refused')
}
