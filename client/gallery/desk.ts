/** Draws one state of the desk: `?screen=in-call&lang=nl`. For development and for the browser test; not in the build. */
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { SignInLinkView } from '../../signaling/protocol/staff.ts'
import { ApiError } from '../api/request.ts'
import { loadCatalogue, type DeskCatalogue } from '../desk/catalogue.ts'
import '../desk/desk-screen.ts'
import { createDesk } from '../desk/desk.ts'
import { createFakeLive } from '../desk/fake-live.ts'
import { sampleDay, sampleNow } from '../desk/samples.ts'
import { createFormat } from '../i18n/format.ts'
import { toLocale } from '../i18n/locale.ts'
import type { OpenedMedia } from '../rtc/media.ts'
import '../ui/sign-in/sign-in-page.ts'
import { samples, type Sample } from './desk-screens.ts'

const query = new URLSearchParams(location.search)
const locale: Locale = toLocale(query.get('lang') ?? 'en') ?? 'en'
const name = query.get('screen') ?? 'idle'
const service = { name: 'Preventiedienst Voorbeeld', phone: '02 123 45 67' }

document.documentElement.lang = locale
const catalogue = await loadCatalogue(locale)
const sample = samples[name]
if (sample === undefined) showSignIn(catalogue)
else await showDesk(catalogue, sample)
document.documentElement.dataset['drawn'] = 'yes'

async function showDesk(catalogue: DeskCatalogue, sample: Sample): Promise<void> {
  const live = createFakeLive(withPicture(sample).live)
  const desk = createDesk({
    live,
    day: sampleDay(sample.rows),
    loadDay: () => Promise.resolve(sampleDay(sample.rows)),
    saveOutcome: () => Promise.resolve(),
    devices: {
      openMedia: () => Promise.resolve(openSampleMedia(sample)),
      openTrack: () => Promise.resolve(null),
      watchLoss: () => () => undefined,
    },
    chime: () => undefined,
    now: () => sampleNow,
  })
  if (sample.started !== false) await desk.start()
  if (sample.chosen !== undefined) desk.choose(sample.chosen.appointmentId)
  const screen = document.createElement('desk-screen')
  Object.assign(screen, {
    catalogue,
    format: createFormat(locale, 'Europe/Brussels'),
    service,
    desk,
  })
  document.body.append(screen)
  await new Promise((resolve) => setTimeout(resolve, 50))
  if (sample.press !== undefined) screen.querySelector<HTMLElement>(sample.press)?.click()
  await screen.updateComplete
}

function showSignIn(catalogue: DeskCatalogue): void {
  const views: Record<string, SignInLinkView> = {
    'sign-in': { kind: 'sign-in', name: 'Dr. Lien Claes', role: 'physician' },
    'enrol': { kind: 'enrol', role: 'physician' },
  }
  const view = views[name]
  if (name !== 'signed-out') history.replaceState(null, '', '#a-sample-token-of-length')
  const page = document.createElement('sign-in-page')
  Object.assign(page, {
    texts: catalogue.signIn,
    errors: catalogue.errors,
    service,
    notice: catalogue.desk['page.signedOut'],
    ports: {
      look: () =>
        view === undefined
          ? Promise.reject(new ApiError('link-not-valid', null, 'r-4711'))
          : Promise.resolve(view),
      signIn: () => Promise.resolve(),
    },
  })
  document.body.append(page)
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
  return { ok: true, stream: paint('#46545a'), missing: null }
}

/** A call that is connected shows a painted picture, so that its fit can be seen. */
function withPicture(sample: Sample): Sample {
  const { live } = sample
  if (live.call?.phase !== 'connected' || live.remote !== undefined) return sample
  const devices = { microphone: 'on', camera: 'on', paused: false } as const
  return { ...sample, live: { ...live, remote: { stream: paint('#8fa39e'), devices } } }
}

/** A moving head and shoulders, four by three. */
function paint(background: string): MediaStream {
  const canvas = document.createElement('canvas')
  canvas.width = 640
  canvas.height = 480
  const brush = canvas.getContext('2d')
  const draw = () => {
    if (brush === null) return
    brush.fillStyle = background
    brush.fillRect(0, 0, 640, 480)
    brush.fillStyle = '#36625b'
    brush.beginPath()
    brush.ellipse(320, 480, 170, 150, 0, 0, Math.PI * 2)
    brush.fill()
    brush.fillStyle = '#c9a48a'
    brush.beginPath()
    brush.arc(320, 230, 105, 0, Math.PI * 2)
    brush.fill()
  }
  draw()
  setInterval(draw, 200)
  return canvas.captureStream(10)
}
