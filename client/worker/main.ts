/** Starts the worker's page. The first request leaves before the words are here: a phone's network is slower than its processor. */
import { loadWorkerTexts } from '../i18n/worker/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { persevere } from '../api/persevere.ts'
import { createPorts } from './ports.ts'
import { createVisit } from './visit.ts'
import { WorkerApp } from './worker-app.ts'

const locale = toLocale(document.documentElement.lang) ?? 'en'
const ports = createPorts()
const visit = createVisit(ports)
const loaded = visit.load()

const app = document.querySelector('worker-app')
if (app instanceof WorkerApp) {
  app.locale = locale
  app.sounds = ports.sounds
  app.visit = visit
  app.texts = await persevere(() => loadWorkerTexts(locale))
  await loaded
  // The first screen comes first; what lies behind it is fetched while the worker reads.
  await new Promise((resolve) => setTimeout(resolve))
  app.callTexts = await persevere(
    async () => (await import('./inside.ts')).loadConsultationTexts(locale),
    { failed: () => (app.inside = 'missing') },
  )
  // The style sheet of a first attempt that failed is not asked for again: a fresh page has all of it.
  if (app.inside === 'missing') location.reload()
  else app.inside = 'here'
}

document.addEventListener('visibilitychange', () => visit.visibilityChanged())
// The same link opened again in this tab changes only the fragment.
window.addEventListener('hashchange', () => {
  if (ports.link.token() !== null) void visit.load()
})
