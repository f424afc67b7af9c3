/** Why a way to itsme led nowhere: from what the library throws to what the person is told, and a word for the log. */
import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client'
import type { ItsmeOutcome } from '../../protocol/identification.ts'

export type ItsmeFailureKind = Extract<
  ItsmeOutcome,
  'cancelled' | 'again' | 'itsme-unavailable' | 'failed'
>

export class ItsmeFailure extends Error {
  readonly kind: ItsmeFailureKind

  /** `reason` is a code: it goes into the log, where no text of another server does. */
  constructor(kind: ItsmeFailureKind, reason: string) {
    super(reason)
    this.name = 'ItsmeFailure'
    this.kind = kind
  }
}

/** itsme's errors at its authorization address; what is not here is a mistake of ours or of an attacker. */
const atAuthorization: Readonly<Record<string, ItsmeFailureKind>> = {
  access_denied: 'cancelled',
  login_required: 'again',
  interaction_required: 'again',
  // itsme writes the first, RFC 6749 the second.
  temporary_unavailable: 'itsme-unavailable',
  temporarily_unavailable: 'itsme-unavailable',
  server_error: 'itsme-unavailable',
}

export function toItsmeFailure(error: unknown): ItsmeFailure {
  if (error instanceof ItsmeFailure) return error
  if (error instanceof AuthorizationResponseError) {
    const known = Object.hasOwn(atAuthorization, error.error)
    return new ItsmeFailure(
      (known && atAuthorization[error.error]) || 'failed',
      known ? error.error : 'authorization-error',
    )
  }
  if (error instanceof ResponseBodyError) {
    if (error.status >= 500) return new ItsmeFailure('itsme-unavailable', 'token-server-error')
    // A code that is too old, or was used: three minutes are soon over with a phone in the hand.
    return error.error === 'invalid_grant'
      ? new ItsmeFailure('again', 'invalid-grant')
      : new ItsmeFailure('failed', 'token-refused')
  }
  if (error instanceof WWWAuthenticateChallengeError) {
    return new ItsmeFailure('failed', 'client-refused')
  }
  if (error instanceof ClientError) return fromClientError(error)
  // Whatever else fetch throws: no address, no connection, no answer.
  return isNetwork(error)
    ? new ItsmeFailure('itsme-unavailable', 'network')
    : new ItsmeFailure('failed', 'unexpected')
}

function fromClientError(error: ClientError): ItsmeFailure {
  const reason = error.code ?? 'client-error'
  if (reason === 'OAUTH_TIMEOUT' || isNetwork(error.cause)) {
    return new ItsmeFailure('itsme-unavailable', 'network')
  }
  const isServerError = error.cause instanceof Response && error.cause.status >= 500
  return new ItsmeFailure(isServerError ? 'itsme-unavailable' : 'failed', reason)
}

function isNetwork(error: unknown): boolean {
  if (error instanceof DOMException) return ['TimeoutError', 'AbortError'].includes(error.name)
  return error instanceof TypeError && error.message === 'fetch failed'
}
