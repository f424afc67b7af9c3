/**
 * For the eye and for the tests, not part of the build: one screen of the guest's page with sample data,
 * `?screen=…&lang=…`. `showScreen(name)` changes the screen without loading the page again.
 */
import '../consultation/call-more.ts'
import '../consultation/third-seat.ts'
import { GuestApp } from '../guest/guest-app.ts'
import { loadConsultationTexts } from '../i18n/consultation/load.ts'
import { loadGuestTexts } from '../i18n/guest/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { createGuestSamples } from './guest-samples.ts'
import { putAlone } from './put-alone.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? '') ?? 'en'
document.documentElement.lang = locale

const texts = await loadGuestTexts(locale)
const callTexts = await loadConsultationTexts(locale)
const samples = createGuestSamples(Date.now())

await showScreen(query.get('screen') ?? 'asked')
document.documentElement.dataset['ready'] = 'true'
Object.assign(globalThis, { showScreen })

async function showScreen(name: string): Promise<void> {
  const now = samples[name]
  if (now === undefined) throw new Error(`screens: ${Object.keys(samples).join(' ')}`)
  const app = Object.assign(new GuestApp(), { locale, texts, callTexts, now })
  putAlone(app)
  await app.updateComplete
  const screen = app.querySelector('call-screen')
  await screen?.updateComplete
  await screen?.querySelector('third-seat')?.updateComplete
}
