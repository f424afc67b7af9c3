/** What is taken from an ID token: texts of a person's length, and nothing else. */
import type { IDToken } from 'openid-client'
import type { Claimed } from '../../rules/same-person.ts'
import { ItsmeFailure } from './failure.ts'

const longest = 200

/**
 * `acr`: the level that was asked for. itsme does not say that it tells which it reached; the request was signed, so
 * nothing said is no less than asked. Another one said is.
 */
export function readClaims(token: IDToken | undefined, acr: string): Claimed {
  if (token === undefined) throw new ItsmeFailure('failed', 'no-id-token')
  if (token['acr'] !== undefined && token['acr'] !== acr) throw new ItsmeFailure('failed', 'acr')
  const text = (name: string): string | undefined => {
    const value = token[name]
    return typeof value === 'string' && value.length <= longest ? value : undefined
  }
  const [givenName, familyName, name] = [text('given_name'), text('family_name'), text('name')]
  const birthDate = text('birthdate') ?? text('birthdate_as_string')
  return {
    ...(givenName !== undefined && { givenName }),
    ...(familyName !== undefined && { familyName }),
    ...(name !== undefined && { name }),
    ...(birthDate !== undefined && { birthDate }),
  }
}
