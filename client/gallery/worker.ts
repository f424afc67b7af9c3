/** For the eye and for the tests, not part of the build: one screen of the worker's page with sample data, `?screen=…&lang=…`. */
import { loadConsultationTexts } from '../i18n/consultation/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadWorkerTexts } from '../i18n/worker/load.ts'
import type { Visit } from '../worker/visit.ts'
import { WorkerApp } from '../worker/worker-app.ts'
import '../worker/inside.ts'
import { createWorkerSamples } from './worker-samples.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? '') ?? 'en'
document.documentElement.lang = locale

const samples = createWorkerSamples(Date.now())
const state = samples[query.get('screen') ?? 'arrival']
if (state === undefined) throw new Error(`screens: ${Object.keys(samples).join(' ')}`)

const app = document.querySelector('worker-app')
if (!(app instanceof WorkerApp)) throw new Error('worker-app is missing')
app.locale = locale
app.callTexts = await loadConsultationTexts(locale)
app.insideLoaded = true
// Only what is read: a tap in the gallery does nothing.
app.visit = { state, subscribe: () => () => {}, ringShown: () => {} } as unknown as Visit
app.texts = await loadWorkerTexts(locale)
await app.updateComplete

if (query.get('screen') === 'in-person-question') {
  document.querySelector('in-person-dialog')?.open()
}
const call = document.querySelector('page-call')
await call?.updateComplete
await call?.querySelector('call-screen')?.updateComplete
if (query.get('screen') === 'call-more') {
  const sheet = [...document.querySelectorAll('call-screen .dock-button')].at(-2)
  if (sheet instanceof HTMLElement) sheet.click()
}
document.documentElement.dataset['ready'] = 'true'
