/** The safety words as they may stand in a call, for both sides. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadTrustTexts } from '../i18n/trust/load.ts'
import type { Agreed, Breach, Exchange } from '../trust/exchange-state.ts'
import type { IdentityVerdict } from '../trust/identity-verdict.ts'
import type { SafetyWords } from '../trust/safety-words.ts'
import type { Trust } from '../trust/trust.ts'
import '../trust/safety-words.ts'

const keys = { physician: 'a'.repeat(64), worker: 'b'.repeat(64) }
const own = { keys, nonce: '1'.repeat(64), commitment: '2'.repeat(64) }
const agreed: Agreed = {
  phase: 'agreed',
  own,
  renewed: false,
  theirs: '3'.repeat(64),
  picks: [12, 345, 678, 901],
  same: false,
}
const broken = (breach: Breach): Exchange => ({ phase: 'broken', breach })

const exchanges: Record<string, Exchange> = {
  'words': agreed,
  'words-renewed': { ...agreed, renewed: true },
  'words-same': { ...agreed, same: true },
  'words-waiting': { phase: 'committed', own, renewed: false },
  'words-different': broken('different'),
  'words-told': broken('told'),
  'words-broken': broken('key-changed'),
}

/** Names of screens, to be put behind `call-` and `in-call-`. */
export const trustScreens = Object.keys(exchanges)

/** Returns what the call's screen is given; null for a screen without words. */
export async function sampleTrust(participant: Participant, screen: string): Promise<Trust | null> {
  const exchange = exchanges[screen]
  if (exchange === undefined) return null
  return createTrust(participant, exchange)
}

/** Returns what the desk is given where the worker's proof was looked at, after the words. */
export function sampleIdentity(identity: IdentityVerdict): Promise<Trust> {
  return createTrust('physician', { ...agreed, same: true }, identity)
}

async function createTrust(
  participant: Participant,
  exchange: Exchange,
  identity: IdentityVerdict | null = null,
): Promise<Trust> {
  const locale = toLocale(document.documentElement.lang) ?? 'en'
  const texts = await loadTrustTexts(locale)
  return { participant, texts, locale, exchange, identity, compare: () => {} }
}

/** As a person opens them; what was stopped is open by itself. */
export async function openSampleWords(root: ParentNode): Promise<void> {
  const element = root.querySelector<SafetyWords>('safety-words')
  await element?.updateComplete
  await element?.open()
  await element?.updateComplete
}
