/**
 * Who may come in. A scope of routes hangs one of these hooks up as `onRequest`; it finds out who is asking, by the way that
 * the scope accepts, and refuses before a body is read:
 *
 *   requirePlanner     staff cookie of a planner, or an API key
 *   requirePhysician   staff cookie of a physician
 *   requireStaff       staff cookie of either
 *   requireEmployer    staff cookie of an employer's contact
 *   requireEvaluator   staff cookie of an evaluator
 *   requireAccount     staff cookie of any of the four
 *   requireWorker      worker cookie
 *   requireGuest       guest cookie
 *   requireOwnPage     no identity: the request comes from one of our own pages
 *
 * A route of one kind never looks at another kind's cookie.
 */
import type { FastifyRequest } from 'fastify'
import { fromInstant, toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { isProved } from '../protocol/identification.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { Store } from '../store/store.ts'
import { createCookies } from './cookies.ts'
import type { Identity } from './identity.ts'
import { isOwnPage, ownOrigins } from './origin.ts'
import { hashToken } from './token.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; null on routes that are open to everyone. */
    identity: Identity | null
  }
}

/** How exactly it is known when a login was last used. */
export const noteUseMs = 5 * 60_000

/** Whoever signs in with a passkey of their own. */
export const accountKinds = ['physician', 'planner', 'employer', 'evaluator'] as const
export type AccountKind = (typeof accountKinds)[number]

export type Access = ReturnType<typeof createAccess>

export interface AccessOptions {
  readonly store: Pick<Store, 'read' | 'write'>
  readonly clock: Clock
  readonly publicUrl: string
  /** Nobody waits for the physician who has not proved who they are. */
  readonly identifiedOnly: boolean
}

export function createAccess({ store, clock, publicUrl, identifiedOnly }: AccessOptions) {
  const cookies = createCookies(publicUrl)
  const origins = ownOrigins(publicUrl)
  const now = () => toInstant(clock.now())

  async function identifyStaff(request: FastifyRequest): Promise<Identity | null> {
    const cookie = cookies.read(request, 'staff')
    if (cookie === null) return null
    const loginKey = hashToken(cookie)
    const login = await store.read.logins.staff(loginKey, now())
    if (login === null) return null
    await noteUse(loginKey, login.lastUsedAt)
    const { member } = login
    const staffId = member.staff.id
    switch (member.role) {
      case 'physician':
        return { kind: 'physician', staffId, physicianId: member.physicianId, loginKey }
      case 'employer':
        return { kind: 'employer', staffId, employerId: member.employerId, loginKey }
      case 'planner':
      case 'evaluator':
        return { kind: member.role, staffId, loginKey }
    }
  }

  /** Every few minutes is enough: a row for each request would be for nothing. A full disk signs nobody out. */
  async function noteUse(loginKey: string, lastUsedAt: Instant | null): Promise<void> {
    if (lastUsedAt !== null && clock.now() - fromInstant(lastUsedAt) < noteUseMs) return
    await store.write(({ logins }) => logins.use(loginKey, now())).catch(() => null)
  }

  async function identifyWorker(request: FastifyRequest): Promise<Identity | null> {
    const cookie = cookies.read(request, 'worker')
    if (cookie === null) return null
    const loginKey = hashToken(cookie)
    const login = await store.read.logins.worker(loginKey, now())
    return login && { kind: 'worker', appointmentId: login.appointmentId, loginKey }
  }

  /** Whoever only holds the link may read and choose, and come in where the physician sees that nothing is proved. */
  async function identifyCaller(request: FastifyRequest): Promise<Identity | null> {
    const identity = await identifyWorker(request)
    if (identity?.kind !== 'worker' || !identifiedOnly) return identity
    return isProved(await store.read.identifications.ofLogin(identity.loginKey)) ? identity : null
  }

  async function identifyGuest(request: FastifyRequest): Promise<Identity | null> {
    const cookie = cookies.read(request, 'guest')
    if (cookie === null) return null
    const loginKey = hashToken(cookie)
    const login = await store.read.guests.ofLogin(loginKey, now())
    return login && { kind: 'guest', ...login, loginKey }
  }

  async function identifyApiKey(authorization: string): Promise<Identity | null> {
    const key = /^Bearer ([A-Za-z0-9_-]{20,200})$/i.exec(authorization)?.[1]
    const keyId = key === undefined ? null : await store.read.apiKeys.find(hashToken(key))
    return keyId === null ? null : { kind: 'api-key', keyId }
  }

  /** Whoever shows a key is judged by it alone: a browser never sends one by itself, so no cookie may help it along. */
  const identifyOffice = (request: FastifyRequest) =>
    request.headers.authorization === undefined
      ? identifyStaff(request)
      : identifyApiKey(request.headers.authorization)

  const demand =
    (
      identify: (request: FastifyRequest) => Promise<Identity | null>,
      ...kinds: readonly Identity['kind'][]
    ) =>
    async (request: FastifyRequest): Promise<void> => {
      const identity = await identify(request)
      if (identity === null) throw new AppError('signed-out')
      if (!kinds.includes(identity.kind)) throw new AppError('not-allowed')
      request.identity = identity
    }

  return {
    cookies,

    requirePlanner: demand(identifyOffice, 'planner', 'api-key'),
    requirePhysician: demand(identifyStaff, 'physician'),
    requireStaff: demand(identifyStaff, 'physician', 'planner'),
    requireEmployer: demand(identifyStaff, 'employer'),
    requireEvaluator: demand(identifyStaff, 'evaluator'),
    requireAccount: demand(identifyStaff, ...accountKinds),
    requireWorker: demand(identifyWorker, 'worker'),
    requireGuest: demand(identifyGuest, 'guest'),

    /** For the socket's upgrade and every change: a foreign or missing Origin is refused. */
    requireOwnPage: async (request: FastifyRequest): Promise<void> => {
      if (!isOwnPage(request.headers, origins)) throw new AppError('foreign-origin')
    },

    /**
     * For a socket: who opens `/ws/worker`, `/ws/desk` or `/ws/guest`. Null when nobody is signed in there; the caller closes with a code,
     * since a browser's page cannot read the HTTP status of a refused upgrade. A planner at the desk is returned as such.
     */
    identifyUpgrade: (
      request: FastifyRequest,
      side: 'worker' | 'desk' | 'guest',
    ): Promise<Identity | null> => {
      const identify = { worker: identifyCaller, desk: identifyStaff, guest: identifyGuest }
      return identify[side](request)
    },
  }
}

/** Who is asking, on a route behind one of the hooks above. */
export function identityOf<Kind extends Identity['kind']>(
  request: FastifyRequest,
  ...kinds: readonly Kind[]
): Extract<Identity, { kind: Kind }> {
  const { identity } = request
  if (identity === null || !isOneOf(identity, kinds)) throw new AppError('not-allowed')
  return identity
}

function isOneOf<Kind extends Identity['kind']>(
  identity: Identity,
  kinds: readonly Kind[],
): identity is Extract<Identity, { kind: Kind }> {
  return kinds.some((kind) => kind === identity.kind)
}
