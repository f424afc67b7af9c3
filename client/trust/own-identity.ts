/**
 * The worker's side of the proof. The key pair cannot be read out, not by this page either; it lies in IndexedDB, since the
 * browser leaves the page for itsme. What itsme signed tells a name and a birth date: it goes with the tab.
 */
import { takeItsmeToken } from '../api/itsme-token.ts'
import {
  commitmentTo,
  keyAlgorithm,
  signAlgorithm,
  signedText,
  toBase64url,
  type IdentityProof,
  type ProofContext,
} from './identity-proof.ts'

/** There is something only after a way to itsme. */
const ownProofKey = 'visite.itsme'

interface Kept {
  readonly nonceSeed: string
  readonly idToken?: string
}

/** Makes a key for the way to itsme; returns what itsme is to sign along. Undefined where the browser keeps no keys. */
export async function beginProof(): Promise<string | undefined> {
  sessionStorage.removeItem(ownProofKey)
  try {
    const pair = await crypto.subtle.generateKey(keyAlgorithm, false, ['sign', 'verify'])
    await inStore('readwrite', (store) => store.put(pair, 'key'))
    return await commitmentTo(await publicPart(pair))
  } catch {
    return undefined
  }
}

/** Before the browser leaves. */
export function keepSeed(nonceSeed: string | undefined): void {
  if (nonceSeed !== undefined) keep({ nonceSeed })
}

/** What itsme signed waits on the server, to be fetched once; from then on it is here, as long as the tab. */
async function fetchToken(kept: Kept): Promise<string> {
  const idToken = kept.idToken ?? (await takeItsmeToken())
  keep({ ...kept, idToken })
  return idToken
}

/** Null for whoever did not identify with itsme in this tab. */
export async function prove(context: ProofContext): Promise<IdentityProof | null> {
  const kept = read()
  if (kept === null) return null
  const pair = await inStore<CryptoKeyPair | undefined>('readonly', (store) => store.get('key'))
  if (pair === undefined) return null
  const { nonceSeed } = kept
  const idToken = await fetchToken(kept)
  const signature = await crypto.subtle.sign(signAlgorithm, pair.privateKey, signedText(context))
  const publicKey = await publicPart(pair)
  return { idToken, nonceSeed, publicKey, signature: toBase64url(new Uint8Array(signature)) }
}

async function publicPart({ publicKey }: CryptoKeyPair): Promise<IdentityProof['publicKey']> {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { x, y }
}

function keep(kept: Kept): void {
  sessionStorage.setItem(ownProofKey, JSON.stringify(kept))
}

/** Written by this page alone. */
function read(): Kept | null {
  return JSON.parse(sessionStorage.getItem(ownProofKey) ?? 'null') as Kept | null
}

function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('visite-identity', 1)
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('own'))
    opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')))
    opening.addEventListener('success', () => {
      const asked = ask(opening.result.transaction('own', mode).objectStore('own'))
      asked.addEventListener('error', () => reject(asked.error ?? new Error('not kept')))
      asked.addEventListener('success', () => {
        opening.result.close()
        // What was put there is of the type that is taken out.
        resolve(asked.result as Result)
      })
    })
  })
}
