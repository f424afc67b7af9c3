/**
 * For the eye and for the tests, not part of the build: one state of the desk with sample data, `?screen=in-call&lang=nl`.
 * `showScreen(name)` changes the screen without loading the page again.
 */
import type { SignInLinkView } from '../../signaling/protocol/staff.ts'
import { ApiError } from '../api/request.ts'
import '../consultation/call-more.ts'
import '../consultation/third-seat.ts'
import { loadCatalogue } from '../desk/catalogue.ts'
import '../desk/desk-screen.ts'
import { createDesk, type Desk } from '../desk/desk.ts'
import { createFakeLive } from '../desk/fake-live.ts'
import { sampleDay, sampleNow } from '../desk/samples.ts'
import { createFormat } from '../i18n/format.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadIdentityProofTexts } from '../i18n/identity-proof/load.ts'
import { loadOwnAccessTexts } from '../i18n/own-access/load.ts'
import { createFakeCare } from '../rtc/fake-care.ts'
import type { OpenedMedia } from '../rtc/media.ts'
import '../trust/identity-proof-note.ts'
import '../ui/own-access/own-access-dialog.ts'
import '../ui/sign-in/sign-in-page.ts'
import { provedBy, samples, type Sample } from './desk-screens.ts'
import { sampleOwnAccess } from './own-access-samples.ts'
import { drawnStream } from './pictures.ts'
import { putAlone, settle, untilThere } from './put-alone.ts'
import { openSampleSharing } from './sharing-samples.ts'
import { openSampleWords, sampleIdentity, sampleTrust } from './trust-samples.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? '') ?? 'en'
const service = { name: 'Preventiedienst Voorbeeld', phone: '02 123 45 67' }
const ownPicture = drawnStream(640, 480, '#26567f')
const otherPicture = drawnStream(640, 480, '#36625b')
const portraitPicture = drawnStream(480, 640, '#36625b')

document.documentElement.lang = locale
const catalogue = await loadCatalogue(locale)
// What is fetched at a tap is there before it, so that two frames are enough.
await loadOwnAccessTexts(locale)
await loadIdentityProofTexts(locale)
let desk: Desk | null = null

await showScreen(query.get('screen') ?? 'idle')
document.documentElement.dataset['ready'] = 'true'
Object.assign(globalThis, { showScreen })

async function showScreen(name: string): Promise<void> {
  desk?.close()
  desk = null
  if (name === 'identity-proof') return showProof()
  const sample = samples[name]
  await (sample === undefined ? showSignIn(name) : showDesk(sample))
}

async function showDesk(sample: Sample): Promise<void> {
  const sharing =
    sample.sharing === undefined ? undefined : await openSampleSharing('physician', sample.sharing)
  const trust =
    sample.identity === undefined
      ? await sampleTrust('physician', sample.trust ?? '')
      : await sampleIdentity(sample.identity)
  const opened = createDesk({
    live: createFakeLive({ ...withPicture(sample).live, trust }, sharing),
    day: sampleDay(sample.rows),
    loadDay: () => Promise.resolve(sampleDay(sample.rows)),
    saveOutcome: () => Promise.resolve(),
    saveConsent: () => Promise.resolve(),
    devices: {
      openMedia: () => Promise.resolve(openSampleMedia(sample)),
      care: createFakeCare().ports,
      soundContext: () => null,
    },
    wakeLock: { hold: () => undefined, release: () => undefined },
    chime: () => undefined,
    now: () => sampleNow,
  })
  desk = opened
  if (sample.started !== false) await opened.start()
  if (sample.chosen !== undefined) opened.choose(sample.chosen.appointmentId)
  const screen = document.createElement('desk-screen')
  const format = createFormat(locale, 'Europe/Brussels')
  putAlone(
    Object.assign(screen, { catalogue, format, service, desk: opened, ownAccess: sampleOwnAccess }),
  )
  await settle()
  if (sample.press !== undefined) screen.querySelector<HTMLElement>(sample.press)?.click()
  if (sample.opens !== undefined) await untilThere(screen, sample.opens)
  await settle()
  if (sample.trust !== undefined) await openSampleWords(screen)
}

/** What the proof rests on, opened: alone, since the desk's panel would cut it somewhere. */
async function showProof(): Promise<void> {
  const known = provedBy({ kind: 'known', since: sampleNow - 86_400_000 })
  const note = document.createElement('identity-proof-note')
  const format = createFormat(locale, 'Europe/Brussels')
  const main = document.createElement('main')
  main.className = 'panel-body'
  const title = document.createElement('h1')
  title.textContent = 'Anna Peeters'
  main.append(title, Object.assign(note, { trust: await sampleIdentity(known), format }))
  putAlone(main)
  await settle()
  note.querySelector('summary')?.click()
  await settle()
}

async function showSignIn(name: string): Promise<void> {
  const views: Record<string, SignInLinkView> = {
    'sign-in': { kind: 'sign-in', name: 'Dr. Lien Claes', role: 'physician', way: 'direct' },
    'make-passkey': { kind: 'sign-in', name: 'Dr. Lien Claes', role: 'physician', way: 'passkey' },
    'enrol': { kind: 'enrol', role: 'physician', way: 'passkey' },
  }
  const view = views[name]
  const isWithoutLink = name === 'signed-out' || name === 'own-sign-in-refused'
  const hash = isWithoutLink ? '' : '#a-sample-token-of-length'
  const address = new URL(location.href)
  if (name === 'own-sign-in-refused') address.searchParams.set('sign-in', 'no-account')
  history.replaceState(null, '', address.pathname + address.search + hash)
  const page = document.createElement('sign-in-page')
  Object.assign(page, {
    texts: catalogue.signIn,
    errors: catalogue.errors,
    service: { ...service, ownSignIn: true },
    notice: catalogue.desk['page.signedOut'],
    ports: {
      look: () =>
        view === undefined
          ? Promise.reject(new ApiError('link-not-valid', null, 'r-4711'))
          : Promise.resolve(view),
      signIn: () => Promise.resolve(),
      goToOwnSignIn: () => Promise.resolve(),
    },
  })
  putAlone(page)
  await settle()
}

function openSampleMedia(sample: Sample): OpenedMedia {
  if (typeof sample.started === 'string') return { ok: false, reason: sample.started }
  if (sample.withoutCamera === true) {
    return {
      ok: true,
      stream: new MediaStream(),
      missing: { device: 'camera', reason: 'no-device' },
    }
  }
  // A desk that closes ends the tracks that it was given.
  return { ok: true, stream: ownPicture.clone(), missing: null }
}

/** A call that is connected shows a drawn picture, so that its fit can be seen. */
function withPicture(sample: Sample): Sample {
  const { live } = sample
  if (live.call?.phase !== 'connected' || live.remote !== undefined) return sample
  const devices = { microphone: 'on', camera: 'on', paused: false } as const
  const stream = sample.portrait === true ? portraitPicture : otherPicture
  return { ...sample, live: { ...live, remote: { stream, devices } } }
}
