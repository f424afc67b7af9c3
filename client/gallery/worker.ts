/**
 * For the eye and for the tests, not part of the build: one screen of the worker's page with sample data,
 * `?screen=…&lang=…`. `showScreen(name)` changes the screen without loading the page again.
 */
import { loadConsultationTexts } from '../i18n/consultation/load.ts'
import { loadLeaveTexts } from '../i18n/leave/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadWorkerTexts } from '../i18n/worker/load.ts'
import type { Visit } from '../worker/visit.ts'
import { WorkerApp } from '../worker/worker-app.ts'
import '../consultation/call-more.ts'
import '../consultation/third-seat.ts'
import '../worker/inside.ts'
import '../worker/leave-device.ts'
import '../worker/page-browser.ts'
import '../worker/allow-steps.ts'
import '../worker/arrival-more.ts'
import '../worker/known-as.ts'
import '../worker/own-consents.ts'
import '../worker/visit-in-person.ts'
import '../worker/visit-offer.ts'
import { closedDoor } from '../sharing/closed-door.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'
import { putAlone, settle } from './put-alone.ts'
import { openSampleSharing, sharingScreens } from './sharing-samples.ts'
import { openSampleWords, sampleTrust } from './trust-samples.ts'
import { createWorkerSamples } from './worker-samples.ts'
import { sampleOffer, sampleSlots, workerSteps } from './worker-steps.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? '') ?? 'en'
document.documentElement.lang = locale

const texts = await loadWorkerTexts(locale)
const callTexts = await loadConsultationTexts(locale)
// What is fetched at the end is there before it, so that two frames are enough.
await loadLeaveTexts(locale)
const samples = createWorkerSamples(Date.now())
globalThis.fetch = answer

await showScreen(query.get('screen') ?? 'arrival')
document.documentElement.dataset['ready'] = 'true'
Object.assign(globalThis, { showScreen })

async function showScreen(name: string): Promise<void> {
  const state = samples[name]
  const trust = await sampleTrust('worker', name.replace(/^call-/, ''))
  if (state === undefined) throw new Error(`screens: ${Object.keys(samples).join(' ')}`)
  const { tap = [], shows, itsme = '' } = workerSteps[name] ?? {}
  history.replaceState(null, '', `?${new URLSearchParams({ screen: name, lang: locale, itsme })}`)
  const app = new WorkerApp()
  app.locale = locale
  app.callTexts = callTexts
  app.inside = 'here'
  // Only what is read: a tap in the gallery does nothing.
  app.visit = {
    state:
      trust === null || state.live === null ? state : { ...state, live: { ...state.live, trust } },
    subscribe: () => () => {},
    ringShown: () => {},
    refresh: () => {},
    sharing: await sharingFor(name),
    photoCamera: { lend: () => Promise.resolve(null), takeBack: () => Promise.resolve() },
  } as unknown as Visit
  app.texts = texts
  putAlone(app)
  await app.updateComplete
  const question = app.querySelector('in-person-dialog')
  await question?.updateComplete
  if (name === 'in-person-question') question?.open()
  if (name === 'call-more') await openSheet(app)
  if (name === 'call-devices') await openDevices(app)
  if (trust !== null && (await callScreenIn(app))) await openSampleWords(app)
  for (const selector of [tap].flat()) (await find(app, selector)).click()
  if (shows !== undefined) await find(app, shows)
}

/** Answers as the server would: codes are sent, there are free moments, and each was just taken by somebody else. Offers differ by their id. */
function answer(address: unknown, options?: RequestInit): Promise<Response> {
  if (address === '/api/identification/code') {
    return Promise.resolve(new Response(null, { status: 204 }))
  }
  if (String(address).startsWith('/api/my-appointment/offers/')) {
    return Promise.resolve(Response.json(sampleOffer(String(address), Date.now())))
  }
  if (address === '/api/identification/code-by-sms') {
    return Promise.resolve(Response.json({ numberEnd: '56' }))
  }
  const taken = { status: 409, body: { code: 'slot-taken' } }
  const { status, body } =
    options?.method === 'POST' ? taken : { status: 200, body: sampleSlots(Date.now()) }
  return Promise.resolve(Response.json(body, { status }))
}

/** Texts, programs and free moments come with a request. */
async function find(app: WorkerApp, selector: string): Promise<HTMLElement> {
  for (let frames = 0; frames < 600; frames += 2) {
    const found = app.querySelector<HTMLElement>(selector)
    if (found !== null) return found
    await settle()
  }
  throw new Error(`not there: ${selector}`)
}

async function sharingFor(name: string): Promise<SharingDoor> {
  const screen = sharingScreens.find((each) => name === `call-${each}`)
  return screen === undefined ? closedDoor : openSampleSharing('worker', screen)
}

async function openSheet(app: WorkerApp): Promise<void> {
  const sheet = (await callScreenIn(app))?.querySelector('call-more')
  await sheet?.updateComplete
  await sheet?.open()
}

/** As a person gets there: by the sheet of choices. */
async function openDevices(app: WorkerApp): Promise<void> {
  await openSheet(app)
  const screen = await callScreenIn(app)
  await import('../consultation/device-sheet.ts')
  screen?.querySelector<HTMLElement>('[data-item=devices]')?.click()
  await screen?.updateComplete
  await screen?.querySelector('device-sheet')?.updateComplete
}

async function callScreenIn(app: WorkerApp) {
  const page = app.querySelector('page-call')
  await page?.updateComplete
  const screen = page?.querySelector('call-screen')
  await screen?.updateComplete
  return screen
}
