/**
 * The keys of the identity provider that this browser has met. They come through our own server, so that a server that was
 * broken into could name others: whoever was there before gives itself away by the change (trust on first use).
 */
const memoryKey = 'visite.itsme-keys'

/** Thumbprint (RFC 7638) to when it was met last, and first: milliseconds since 1970. */
export type KnownKeys = Readonly<Record<string, { readonly first: number; readonly last: number }>>

export type Standing =
  | { readonly kind: 'first-seen' }
  /** One at least was met before: the provider adds the next key before it takes the last away. */
  | { readonly kind: 'known'; readonly since: number }
  /** Not one of them was met before. */
  | { readonly kind: 'changed' }

/** A provider that rotates each month has other keys by then: whoever was away so long begins anew. */
const forgottenMs = 60 * 24 * 60 * 60_000

/** How these keys stand, and what is to be known from here on: others are never learned in the place of all. */
export function meetKeys(
  known: KnownKeys,
  offered: readonly string[],
  now: number,
): { readonly standing: Standing; readonly known: KnownKeys } {
  const fresh = Object.entries(known).filter(([, { last }]) => now - last < forgottenMs)
  const met = fresh.filter(([thumbprint]) => offered.includes(thumbprint))
  if (fresh.length > 0 && met.length === 0) return { standing: { kind: 'changed' }, known }
  const learned = offered.map((thumbprint) => {
    const first = known[thumbprint]?.first ?? now
    return [thumbprint, { first, last: now }] as const
  })
  const since = Math.min(...met.map(([, { first }]) => first))
  const standing: Standing = fresh.length === 0 ? { kind: 'first-seen' } : { kind: 'known', since }
  return { standing, known: Object.fromEntries([...fresh, ...learned]) }
}

export interface KeyMemory {
  read(issuer: string): KnownKeys
  write(issuer: string, known: KnownKeys): void
}

export const browserKeyMemory: KeyMemory = {
  read: (issuer) =>
    // Written below, and by nobody else.
    JSON.parse(localStorage.getItem(`${memoryKey} ${issuer}`) ?? '{}') as KnownKeys,
  write: (issuer, known) => localStorage.setItem(`${memoryKey} ${issuer}`, JSON.stringify(known)),
}
