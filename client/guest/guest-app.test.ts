// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { MySeat } from '../../signaling/protocol/guest.ts'
import { texts } from '../i18n/guest/en.ts'
import { GuestApp } from './guest-app.ts'
import type { GuestPhase } from './guest-phase.ts'

const seat: MySeat = {
  state: 'open',
  role: 'companion',
  name: 'Jo',
  appointmentId: 'appointment-00001',
  physicianName: 'Dr. Lien Claes',
  startsAt: '2026-11-24T08:00:00.000Z',
  endsAt: '2026-11-24T08:20:00.000Z',
  opensAt: '2026-11-24T07:45:00.000Z',
  service: { name: 'Meridiaan', phone: '02 555 01 00' },
  timeZone: 'Europe/Brussels',
  serverTime: '2026-11-24T07:55:00.000Z',
}

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

async function openPage(now: GuestPhase): Promise<GuestApp> {
  const app = new GuestApp()
  app.texts = texts
  app.now = now
  document.body.append(app)
  await app.updateComplete
  return app
}

const buttons = (app: GuestApp) => [...app.querySelectorAll<HTMLButtonElement>('main button')]

test('a link is used once, however often its button is tapped', async () => {
  let asked = 0
  vi.stubGlobal('fetch', () => {
    asked += 1
    return new Promise(() => {})
  })
  const app = await openPage({ phase: 'asked', seat, token: 'token' })
  const [enter] = buttons(app)
  enter?.click()
  enter?.click()
  await app.updateComplete
  expect(asked).toBe(1)
  expect(buttons(app)).toEqual([])
})

test('the browser is asked once for the devices, whatever is tapped while it asks', async () => {
  let asked = 0
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia() {
        asked += 1
        return new Promise(() => {})
      },
    },
  })
  const app = await openPage({ phase: 'devices', seat, failed: false })
  const [both, sound] = buttons(app)
  both?.click()
  sound?.click()
  both?.click()
  await app.updateComplete
  expect(asked).toBe(1)
  expect(buttons(app)).toEqual([])
})
