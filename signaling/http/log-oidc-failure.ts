/** Of a provider's mistakes codes alone: what another server wrote is not ours to log. Our own are logged whole. */
import type { FastifyRequest } from 'fastify'
import { OidcFailure, type OidcFailureKind } from '../identity/oidc/failure.ts'

/** `provider`: which one, as the log names it. */
export function logOidcFailure(
  request: FastifyRequest,
  error: unknown,
  provider: string,
): OidcFailureKind {
  if (!(error instanceof OidcFailure)) {
    request.log.error({ err: error }, provider)
    return 'failed'
  }
  const { kind, message: reason } = error
  request.log[kind === 'failed' ? 'warn' : 'info']({ kind, reason }, provider)
  return kind
}
