/** Why a way to an identity provider led nowhere: from what the library throws to what the person is told, and a word for the log. */
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'

export type OidcFailureKind = 'cancelled' | 'again' | 'unavailable' | 'failed'

export class OidcFailure extends Error {
  readonly kind: OidcFailureKind

  /** `reason` is a code: it goes into the log, where no text of another server does. */
  constructor(kind: OidcFailureKind, reason: string) {
    super(reason)
    this.name = 'OidcFailure'
    this.kind = kind
  }
}

/** A provider's errors at its authorization address; what is not here is a mistake of ours or of an attacker. */
const atAuthorization: Readonly<Record<string, OidcFailureKind>> = {
  access_denied: 'cancelled',
  login_required: 'again',
  interaction_required: 'again',
  // itsme writes the first, RFC 6749 the second.
  temporary_unavailable: 'unavailable',
  temporarily_unavailable: 'unavailable',
  server_error: 'unavailable',
}

export function toOidcFailure(error: unknown): OidcFailure {
  if (error instanceof OidcFailure) return error
  if (error instanceof AuthorizationResponseError) {
    const known = Object.hasOwn(atAuthorization, error.error)
    return new OidcFailure(
      (known && atAuthorization[error.error]) || 'failed',
      known ? error.error : 'authorization-error',
    )
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return new OidcFailure('unavailable', 'token-server-error')
    // A code that is too old, or was used: three minutes are soon over with a phone in the hand.
    return error.error === 'invalid_grant'
      ? new OidcFailure('again', 'invalid-grant')
      : new OidcFailure('failed', 'token-refused')
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new OidcFailure('failed', 'client-refused')
  }
  if (error instanceof ClientError) return fromClientError(error)
  // Whatever else fetch throws: no address, no connection, no answer.
  return isNetwork(error)
    ? new OidcFailure('unavailable', 'network')
    : new OidcFailure('failed', 'unexpected')
}

function fromClientError(error: ClientError): OidcFailure {
  const reason = error.code ?? 'client-error'
  if (reason === 'OAUTH_TIMEOUT' || isNetwork(error.cause)) {
    return new OidcFailure('unavailable', 'network')
  }
  const isServerError = error.cause instanceof Response && error.cause.status >= 500
  return new OidcFailure(isServerError ? 'unavailable' : 'failed', reason)
}

function isNetwork(error: unknown): boolean {
  if (error instanceof DOMException) return ['TimeoutError', 'AbortError'].includes(error.name)
  return error instanceof TypeError && error.message === 'fetch failed'
}
