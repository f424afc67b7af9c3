/** What is taken from an ID token, if it is of the level that was asked for. */
import type { IDToken } from 'openid-client'
import { toClaimed, type Claimed } from '../../rules/same-person.ts'
import { OidcFailure } from '../oidc/failure.ts'

/**
 * `acr`: the level that was asked for. itsme does not say that it tells which it reached; the request was signed, so
 * nothing said is no less than asked. Another one said is.
 */
export function readClaims(token: IDToken | undefined, acr: string): Claimed {
  if (token === undefined) throw new OidcFailure('failed', 'no-id-token')
  if (token['acr'] !== undefined && token['acr'] !== acr) throw new OidcFailure('failed', 'acr')
  return toClaimed(token)
}
