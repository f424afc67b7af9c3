/**
 * The identity provider as this browser has met it: its name, ours with it, and its keys. All three come through our own
 * server, so that a server that was broken into could name others: whoever was there before gives itself away by the change
 * (trust on first use). There is one memory: another name does not begin anew.
 *
 *   nothing known ──▶ first-seen ──▶ known ◀── a day later ── added ◀── a key signs that never did, met or beside a met one
 *                       ▲                └──▶ changed: another provider, or none of the keys was met; nothing is learned
 *                       └── accepted, by a code that was read out (`accept-provider.ts`) ──┘
 */
const memoryKey = 'visite.itsme-keys'

/** Both in milliseconds since 1970. */
interface KnownKey {
  /** From when on it counts as known; null: it never signed, and was only there, which our server can bring about. */
  readonly counts: number | null
  readonly last: number
}

export interface KnownProvider {
  readonly issuer: string
  /** As whom it knows our service. */
  readonly clientId: string
  /** By thumbprint (RFC 7638). */
  readonly keys: Readonly<Record<string, KnownKey>>
}

/** As our server names it now. */
export interface MetProvider {
  readonly issuer: string
  readonly clientId: string
  /** Thumbprints. */
  readonly offered: readonly string[]
  /** The one of these that signed. */
  readonly signer: string
}

export type Standing =
  | { readonly kind: 'first-seen' }
  /** The key that signed counts. */
  | { readonly kind: 'known'; readonly since: number }
  /** It does not yet, but it or one beside it was met: as when the provider adds the next key, or our server one of its own. */
  | { readonly kind: 'added' }
  /** Another provider, another service, or not one key that was met before. */
  | { readonly kind: 'changed' }

/** A provider that rotates each month has other keys by then: whoever was away so long begins anew. */
const forgottenMs = 60 * 24 * 60 * 60_000
/** So long an added key is told, with each proof: a call that is over at once must not be all that tells it. */
const toldMs = 24 * 60 * 60_000

/** How it stands, and what is to be known from here on: others are never learned in the place of all. */
export function meetProvider(
  known: KnownProvider | null,
  { issuer, clientId, offered, signer }: MetProvider,
  now: number,
): { readonly standing: Standing; readonly known: KnownProvider | null } {
  const fresh = Object.entries(known?.keys ?? {}).filter(([, { last }]) => now - last < forgottenMs)
  const isMet = fresh.some(([thumbprint]) => offered.includes(thumbprint))
  const isSame = known?.issuer === issuer && known.clientId === clientId && isMet
  if (fresh.length > 0 && !isSame) return { standing: { kind: 'changed' }, known }
  const before = new Map(fresh)
  const isFirst = fresh.length === 0
  const counts = before.get(signer)?.counts ?? (isFirst ? now : now + toldMs)
  const learned = offered.map((thumbprint) => {
    const own = thumbprint === signer ? counts : (before.get(thumbprint)?.counts ?? null)
    return [thumbprint, { counts: own, last: now }] as const
  })
  const standing: Standing = counts > now ? { kind: 'added' } : { kind: 'known', since: counts }
  return {
    standing: isFirst ? { kind: 'first-seen' } : standing,
    known: { issuer, clientId, keys: Object.fromEntries([...fresh, ...learned]) },
  }
}

/** The provider as our server names it, where this browser knew another. */
export interface ProviderChange {
  readonly before: KnownProvider
  readonly met: MetProvider
}

/** In place of all that was known. Of its keys only the one that signed counts: the code was for it. */
export function acceptProvider({ met }: ProviderChange, now: number): KnownProvider {
  const { issuer, clientId, offered, signer } = met
  const learned = offered.map((thumbprint) => {
    return [thumbprint, { counts: thumbprint === signer ? now : null, last: now }] as const
  })
  return { issuer, clientId, keys: Object.fromEntries(learned) }
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
