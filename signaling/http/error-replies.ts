/** The one place that decides what a stranger may read when something is refused or goes wrong. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { AppError, httpStatus } from '../errors.ts'
import type { ErrorCode, ErrorReply } from '../protocol/codes.ts'

export function registerErrorReplies(app: FastifyInstance): void {
  app.setErrorHandler(replyToError)

  app.setNotFoundHandler((request, reply) =>
    request.url.startsWith('/api/')
      ? refuse(request, reply, 'not-found')
      : reply.code(404).type('text/plain').send(''),
  )
}

/** Also for what Fastify refuses before it knows a route, such as an address that cannot be decoded. */
export function replyToError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { code, at } = toRefusal(error)
  if (code === 'internal') request.log.error({ err: error }, 'unexpected error')
  refuse(request, reply, code, at)
}

interface Refusal {
  readonly code: ErrorCode
  readonly at?: string | undefined
}

function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ErrorCode,
  at?: string,
): FastifyReply {
  const body: ErrorReply = { code, reference: request.id, ...(at === undefined ? {} : { at }) }
  return reply.code(httpStatus[code]).type('application/json').send(JSON.stringify(body))
}

function toRefusal(error: FastifyError | AppError): Refusal {
  if (error instanceof AppError) return { code: error.code, at: error.at }
  if (error.validation !== undefined) return { code: 'invalid', at: pointer(error) }
  const { statusCode = 500 } = error
  // The rest below 500 is Fastify's own refusal of a malformed request: broken JSON, a poisoned key, a wrong length.
  return {
    code: codes[statusCode] ?? (statusCode >= 400 && statusCode < 500 ? 'invalid' : 'internal'),
  }
}

const codes: Record<number, ErrorCode> = {
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
}

/** Where the first mistake is. A property that is missing is named itself, not the object around it. */
function pointer({ validation, validationContext }: FastifyError): string {
  const [mistake] = validation ?? []
  if (mistake === undefined) return ''
  const missing: unknown = mistake.params['requiredProperties']
  const [property] = Array.isArray(missing) ? missing : []
  const path = mistake.instancePath + (typeof property === 'string' ? `/${property}` : '')
  const at = validationContext === 'body' ? path : `/${validationContext ?? ''}${path}`
  // The name of an unknown property comes from the request: nothing but plain characters goes back.
  return at.replaceAll(/[^\w/~.-]/g, '?').slice(0, 200)
}
