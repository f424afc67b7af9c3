/**
 * The identity provider as this browser has met it: its name, ours with it, and its keys. All three come through our own
 * server, so that a server that was broken into could name others: whoever was there before gives itself away by the change
 * (trust on first use). There is one memory: another name does not begin anew.
 */
const memoryKey = 'visite.itsme-keys'

/** Thumbprint (RFC 7638) to when it was met last, and first: milliseconds since 1970. */
export type KnownKeys = Readonly<Record<string, { readonly first: number; readonly last: number }>>

export interface KnownProvider {
  readonly issuer: string
  /** As whom it knows our service. */
  readonly clientId: string
  readonly keys: KnownKeys
}

/** As our server names it now. */
export interface MetProvider {
  readonly issuer: string
  readonly clientId: string
  readonly offered: readonly string[]
}

export type Standing =
  | { readonly kind: 'first-seen' }
  /** One at least was met before: the provider adds the next key before it takes the last away. */
  | { readonly kind: 'known'; readonly since: number }
  /** Another provider, another service, or not one key that was met before. */
  | { readonly kind: 'changed' }

/** A provider that rotates each month has other keys by then: whoever was away so long begins anew. */
const forgottenMs = 60 * 24 * 60 * 60_000

/** How it stands, and what is to be known from here on: others are never learned in the place of all. */
export function meetProvider(
  known: KnownProvider | null,
  { issuer, clientId, offered }: MetProvider,
  now: number,
): { readonly standing: Standing; readonly known: KnownProvider | null } {
  const fresh = Object.entries(known?.keys ?? {}).filter(([, { last }]) => now - last < forgottenMs)
  const met = fresh.filter(([thumbprint]) => offered.includes(thumbprint))
  const isSame = known?.issuer === issuer && known.clientId === clientId && met.length > 0
  if (fresh.length > 0 && !isSame) return { standing: { kind: 'changed' }, known }
  const learned = offered.map((thumbprint) => {
    const first = known?.keys[thumbprint]?.first ?? now
    return [thumbprint, { first, last: now }] as const
  })
  const since = Math.min(...met.map(([, { first }]) => first))
  const standing: Standing = fresh.length === 0 ? { kind: 'first-seen' } : { kind: 'known', since }
  return {
    standing,
    known: { issuer, clientId, keys: Object.fromEntries([...fresh, ...learned]) },
  }
}

export interface ProviderMemory {
  /** Null before the first. */
  read(): KnownProvider | null
  write(known: KnownProvider): void
}

export const browserMemory: ProviderMemory = {
  // Written below, and by nobody else.
  read: () => JSON.parse(localStorage.getItem(memoryKey) ?? 'null') as KnownProvider | null,
  write: (known) => localStorage.setItem(memoryKey, JSON.stringify(known)),
}
