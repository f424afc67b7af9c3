/** All that lies behind the door: fetched as one, with its sentences in the page's language. */
import { sendComparedWords } from '../api/compared-words.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadTrustTexts } from '../i18n/trust/load.ts'
import { openTrust, type TrustCall } from './trust.ts'
import './safety-words.ts'

export async function loadTrust(): Promise<
  (call: Omit<TrustCall, 'record' | 'texts' | 'locale'>) => () => void
> {
  const locale = toLocale(document.documentElement.lang) ?? 'en'
  const texts = await loadTrustTexts(locale)
  return (call) => openTrust({ ...call, texts, locale, record: sendComparedWords })
}
