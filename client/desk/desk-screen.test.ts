// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createFormat } from '../i18n/format.ts'
import { createFakeCare } from '../rtc/fake-care.ts'
import { createFakeStream } from '../rtc/fake-media.ts'
import { loadCatalogue } from './catalogue.ts'
import './desk-screen.ts'
import { createDesk } from './desk.ts'
import { createFakeLive } from './fake-live.ts'
import {
  here,
  sampleDay,
  sampleInstant,
  sampleNow,
  sampleRow,
  sampleView,
  viewsOf,
} from './samples.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const anna = sampleRow('Anna Peeters', 0)

/** A session that was started, with Anna waiting. */
async function openScreen() {
  const live = createFakeLive({
    consultations: viewsOf(sampleView(anna, { presence: here(4) })),
    local: { microphone: 'on', camera: 'none', paused: false },
  })
  const desk = createDesk({
    live,
    day: sampleDay([anna]),
    loadDay: () => Promise.resolve(sampleDay([anna])),
    saveOutcome: async () => {},
    saveConsent: async () => {},
    devices: {
      openMedia: () =>
        Promise.resolve({
          ok: true,
          stream: createFakeStream(),
          missing: { device: 'camera', reason: 'no-device' },
        }),
      care: createFakeCare().ports,
      soundContext: () => null,
    },
    wakeLock: { hold: () => undefined, release: () => undefined },
    chime: () => undefined,
    now: () => sampleNow,
  })
  await desk.start()
  const screen = Object.assign(document.createElement('desk-screen'), {
    catalogue: await loadCatalogue('en'),
    format: createFormat('en', 'Europe/Brussels'),
    service: { name: 'Sample service', phone: '02 123 45 67' },
    desk,
  })
  document.body.append(screen)
  await drawn()
  return { live, screen }
}

/** Elements within elements draw one after the other, and what watches them is told after that. */
async function drawn() {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve))
}

test('while it rings the focus is on the name of who is rung: *Call next* is gone', async () => {
  const { live, screen } = await openScreen()
  screen.querySelector<HTMLElement>('.queue-next')?.focus()
  expect(document.activeElement?.className).toContain('queue-next')
  const ring = {
    phase: 'ringing',
    id: 'sample-ring-0001',
    startedAt: sampleInstant(0),
    expiresAt: sampleInstant(0.75),
    shown: true,
  } as const
  live.change({ consultations: viewsOf(sampleView(anna, { presence: here(4), ring })) })
  await drawn()
  expect(screen.querySelector('.queue-next')).toBeNull()
  expect(document.activeElement).toBe(screen.querySelector('ring-panel h2'))
})
