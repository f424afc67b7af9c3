// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createFakeCare } from '../rtc/fake-care.ts'
import { createFakeStream } from '../rtc/fake-media.ts'
import type { Me, StaffRole } from '../../signaling/protocol/staff.ts'
import { ApiError } from '../api/request.ts'
import { loadCatalogue } from './catalogue.ts'
import type { DeskAppPorts } from './desk-app.ts'
import './desk-app.ts'
import { createFakeLive, type FakeLive } from './fake-live.ts'
import { sampleDay, sampleNow, sampleRow } from './samples.ts'

afterEach(() => {
  document.body.replaceChildren()
})

function me(role: StaffRole): Me {
  return {
    staff: { id: 'sample-staff-0001', role, name: 'Dr. Lien Claes', email: null },
    service: { name: 'Sample service', phone: '02 123 45 67' },
    timeZone: 'Europe/Brussels',
    locale: null,
    localMailbox: true,
  }
}

async function openApp(loadMe: () => Promise<Me>, mayResume = false) {
  const catalogue = await loadCatalogue('en')
  const live: FakeLive = createFakeLive()
  const stream = createFakeStream()
  const asked: string[] = []
  const ports: DeskAppPorts = {
    signIn: {
      look: () => Promise.reject(new ApiError('link-not-valid')),
      signIn: async () => {},
      signInWithPasskey: async () => {},
    },
    ownAccess: null,
    devices: {
      openMedia: () => {
        asked.push('devices')
        return Promise.resolve({
          ok: true,
          stream,
          missing: { device: 'camera', reason: 'no-device' },
        })
      },
      care: createFakeCare().ports,
      soundContext: () => null,
    },
    wakeLock: { hold: () => undefined, release: () => undefined },
    loadMe,
    loadService: () => Promise.resolve({ name: 'Sample service', phone: '02 123 45 67' }),
    loadDay: () => Promise.resolve(sampleDay([sampleRow('Anna Peeters', 0)])),
    saveOutcome: async () => {},
    saveConsent: async () => {},
    seeCard: async () => {},
    guests: {
      load: async () => null,
      make: () => Promise.reject(new ApiError('not-found')),
      revoke: async () => {},
    },
    signOut: async () => {},
    openLive: () => live,
    mayResume: () => Promise.resolve(mayResume),
    rememberStarted: () => asked.push('remember'),
    chime: () => undefined,
    now: () => sampleNow,
  }
  const app = Object.assign(document.createElement('desk-app'), { catalogue, ports })
  document.body.append(app)
  await app.open()
  const settle = async () => {
    for (let turn = 0; turn < 10; turn++) await app.updateComplete.then(() => Promise.resolve())
  }
  await settle()
  return { app, asked, catalogue, live, settle }
}

test('who is not signed in is asked for a link', async () => {
  const { app, catalogue } = await openApp(() => Promise.reject(new ApiError('signed-out')))
  expect(app.textContent).toContain(catalogue.signIn['signIn.noLink'])
})

test('a planner is shown the way to the office', async () => {
  const { app } = await openApp(() => Promise.resolve(me('planner')))
  expect(app.querySelector('a.primary')?.getAttribute('href')).toBe('/office/')
})

test('a failure says what happened and whom to phone', async () => {
  const { app, catalogue } = await openApp(() => Promise.reject(new ApiError('unavailable')))
  expect(app.querySelector('[role=alert]')?.textContent).toContain(catalogue.errors.unavailable)
  expect(app.querySelector('a[href="tel:021234567"]')).not.toBeNull()
})

test('a physician comes to the desk, and no device is asked for before the session starts', async () => {
  const { app, asked, catalogue } = await openApp(() => Promise.resolve(me('physician')))
  expect(app.querySelector('stage-start')?.textContent).toContain(catalogue.desk['start.button'])
  expect(asked).toEqual([])
})

test('a page that was loaded again goes on where it was', async () => {
  const { asked } = await openApp(() => Promise.resolve(me('physician')), true)
  expect(asked).toContain('devices')
  expect(asked).toContain('remember')
})

test('a login that ended closes the desk and asks for a link', async () => {
  const { app, catalogue, live, settle } = await openApp(() => Promise.resolve(me('physician')))
  live.change({ line: { phase: 'signed-out' } })
  await settle()
  expect(live.commands).toContain('close')
  expect(app.textContent).toContain(catalogue.desk['page.signedOut'])
})
