/**
 * What one person reads to another over the telephone so that both see the same identity provider before them: its address,
 * our number with it, and one of its keys. 80 bits of a SHA-256: nobody finds another key with the same code.
 */
export interface SpokenFor {
  readonly issuer: string
  readonly clientId: string
  /** RFC 7638, SHA-256, base64url. */
  readonly thumbprint: string
}

/** Crockford's base 32: no letter that is taken for another one, or for a digit. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 16

/** In fours: `7K3M 9Q2X 0VRB 5HTD`. */
export async function spokenCodeOf({ issuer, clientId, thumbprint }: SpokenFor): Promise<string> {
  const text = JSON.stringify(['visite provider key', issuer, clientId, thumbprint])
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)),
  )
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const code = Array.from(
    { length },
    (_, index) => signs[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)],
  ).join('')
  return code.replaceAll(/.{4}(?=.)/g, '$& ')
}

/** Typed by somebody who heard it: small letters, other spaces, an O for a zero, an I or L for a one. */
export function isSpokenCode(typed: string, code: string): boolean {
  const plain = (text: string) =>
    text
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1')
  return plain(typed) === plain(code)
}
