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
  switch (error.statusCode) {
    case 413:
      return { code: 'too-large' }
    case 415:
      return { code: 'unsupported-media-type' }
    case 429:
      return { code: 'too-many-requests' }
    case 404:
      return { code: 'not-found' }
    case 503:
      return { code: 'unavailable' }
    default:
      // Fastify's own refusals of a malformed request: broken JSON, a poisoned key, a wrong length.
      return { code: isClientError(error.statusCode) ? 'invalid' : 'internal' }
  }
}

function isClientError(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500
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
