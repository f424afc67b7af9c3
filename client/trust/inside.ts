/** All that lies behind the door: fetched as one, with its sentences in the page's language. */
import { sendComparedWords } from '../api/compared-words.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadTrustTexts } from '../i18n/trust/load.ts'
import { askForCheck } from './check-asked.ts'
import { openTrust, type OpenTrust, type TrustCall } from './trust.ts'
import './safety-words.ts'

export async function loadTrust(): Promise<
  (call: Omit<TrustCall, 'record' | 'texts' | 'locale' | 'prove' | 'check'>) => OpenTrust
> {
  const locale = toLocale(document.documentElement.lang) ?? 'en'
  const texts = await loadTrustTexts(locale)
  const own = { texts, locale, record: sendComparedWords, prove, check: askForCheck }
  return (call) => openTrust({ ...call, ...own })
}

/** Fetched when the words stand: nothing that is waited for. */
const prove: NonNullable<TrustCall['prove']> = async (context) =>
  (await import('./own-identity.ts')).prove(context)
