/** What someone's browser asks by HTTP: with its cookie, from our own page, and with every reply checked by its schema. */
import type * as Type from 'typebox'
import { Check } from 'typebox/value'
import type { Stillness } from './stillness.ts'

export interface Browser {
  readonly origin: string
  /** As the server set it; '' before anyone signed in. */
  readonly cookie: string
  get<Schema extends Type.TSchema>(path: string, schema: Schema): Promise<Type.Static<Schema>>
  /** A string is sent as a CSV. */
  post<Schema extends Type.TSchema>(
    path: string,
    body: object | string | null,
    schema: Schema,
  ): Promise<Type.Static<Schema>>
}

/** The server said no. */
export class Refused extends Error {
  readonly status: number
  readonly code: string

  constructor(what: string, status: number, code: string) {
    super(`${what}: ${status} ${code}`)
    this.status = status
    this.code = code
  }
}

export function createBrowser(origin: string, stillness: Stillness): Browser {
  let cookie = ''

  async function ask<Schema extends Type.TSchema>(
    method: 'GET' | 'POST',
    path: string,
    body: object | string | null,
    schema: Schema,
  ): Promise<Type.Static<Schema>> {
    const type = typeof body === 'string' ? 'text/csv' : 'application/json'
    const response = await fetch(`${origin}${path}`, {
      method,
      headers: { cookie, origin, ...(body !== null && { 'content-type': type }) },
      ...(body !== null && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const [set] = response.headers.getSetCookie()
    if (set !== undefined) cookie = set.split(';')[0] ?? ''
    const text = await response.text()
    const reply: unknown = text === '' ? null : JSON.parse(text)
    if (!response.ok) throw new Refused(`${method} ${path}`, response.status, codeOf(reply))
    if (!Check(schema, reply)) throw new Error(`${method} ${path}: a reply against its schema`)
    return reply
  }

  return {
    origin,
    get cookie() {
      return cookie
    },
    get: (path, schema) => stillness.during(ask('GET', path, null, schema)),
    post: (path, body, schema) => stillness.during(ask('POST', path, body, schema)),
  }
}

function codeOf(reply: unknown): string {
  return typeof reply === 'object' && reply !== null && 'code' in reply ? String(reply.code) : ''
}
