/**
 * The cookies. A staff member, a worker and a guest may be signed in in the same browser: a demonstration does just that.
 * Those of the ways to an identity provider come along from another site's page, as the others never do: that is where they are needed.
 */
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * `browser`: which browser is signing in, before anybody is; `device`: who has signed in here before; `itsme`, `staff-oidc`:
 * which browser went there.
 */
export type CookieKind =
  'staff' | 'worker' | 'guest' | 'browser' | 'device' | 'itsme' | 'staff-oidc'

/** A browser keeps a cookie longer than its login, which may be prolonged for a call: what counts is what the server knows. */
const longestCallMs = 4 * 60 * 60_000

export type Cookies = ReturnType<typeof createCookies>

export function createCookies(publicUrl: string) {
  const attributesOf = (kind: CookieKind): CookieSerializeOptions => ({
    path: '/',
    httpOnly: true,
    sameSite: kind === 'itsme' || kind === 'staff-oidc' ? 'lax' : 'strict',
    secure: publicUrl.startsWith('https:'),
  })
  return {
    name: (kind: CookieKind) => cookieName(kind, publicUrl),

    read(request: FastifyRequest, kind: CookieKind): string | null {
      return request.cookies[cookieName(kind, publicUrl)] ?? null
    },

    set(reply: FastifyReply, kind: CookieKind, value: string, expiresAt: number): void {
      const expires = new Date(expiresAt + longestCallMs)
      void reply.setCookie(cookieName(kind, publicUrl), value, {
        ...attributesOf(kind),
        expires,
      })
    },

    clear(reply: FastifyReply, kind: CookieKind): void {
      void reply.clearCookie(cookieName(kind, publicUrl), attributesOf(kind))
    },
  }
}

/**
 * `__Host-` lets no other host of the domain set the cookie (RFC 6265bis, 4.1.3.2), and needs https. On one's own machine
 * the port stands in the name instead: cookies do not know ports, and two servers may run side by side.
 */
export function cookieName(kind: CookieKind, publicUrl: string): string {
  const { protocol, port } = new URL(publicUrl)
  return protocol === 'https:' ? `__Host-visite-${kind}` : `visite-${kind}-${port || '80'}`
}
