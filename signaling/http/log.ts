/** What is logged: JSON lines with ids and codes. No address, no name, no query, no header, no body. */
import { randomInt } from 'node:crypto'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Config } from '../config.ts'
import { toActor } from '../identity/identity.ts'

export interface LogTarget {
  write(line: string): void
}

/** Never logged on purpose; blotted out should a later line forget. */
const secrets = ['authorization', 'cookie', 'token', 'sdp', 'candidate', 'credential', 'password']

export function logOptions(level: Config['logLevel'], target: LogTarget) {
  return {
    level,
    stream: target,
    base: null,
    redact: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
    serializers: { req: () => ({}), res: () => ({}) },
  } satisfies FastifyServerOptions['logger']
}

/** Without I, L, O and U, so that it can be read out on the phone (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Makes a request's id: short, since people read it to the help desk. Not a secret. */
export function makeReference(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')
}

/** One line per answered request. The route's pattern, not its URL: what was typed there is not known to be an id. */
export function registerRequestLog(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, identity } = request
    request.log.info(
      {
        method,
        route: routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        actor: identity === null ? null : toActor(identity),
      },
      'request',
    )
  })
}
