/**
 * For the eye and for the tests, not part of the build: one screen of the page for requests and offers with sample data,
 * `?screen=…&lang=…`. `showScreen(name)` changes the screen without loading the page again.
 */
import { AskApp } from '../ask/ask-app.ts'
import { loadAskTexts } from '../i18n/ask/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { askSamples } from './ask-samples.ts'
import { putAlone } from './put-alone.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? '') ?? 'en'
document.documentElement.lang = locale

const texts = await loadAskTexts(locale)
await showScreen(query.get('screen') ?? 'asking')
document.documentElement.dataset['ready'] = 'true'
Object.assign(globalThis, { showScreen })

async function showScreen(name: string): Promise<void> {
  const now = askSamples[name]
  if (now === undefined) throw new Error(`screens: ${Object.keys(askSamples).join(' ')}`)
  const service = { name: 'Preventiedienst Voorbeeld', phone: '02 555 01 00' }
  const app = Object.assign(new AskApp(), { locale, texts, now, service })
  putAlone(app)
  await app.updateComplete
}
