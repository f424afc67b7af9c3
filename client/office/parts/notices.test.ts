// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Health } from '../../../signaling/protocol/health.ts'
import type { Notices } from '../../../signaling/protocol/notices.ts'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { failingRelay, notices } from '../../gallery/office-samples.ts'
import { createFormat } from '../../i18n/format.ts'
import { errors, examTypes, texts as en } from '../../i18n/office/en.ts'
import './notices.ts'
import { unhurriedMs } from './watch.ts'

const texts = { ...en, errors, examTypes }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  document.body.replaceChildren()
  vi.useRealTimers()
})

const nineOClock = Date.parse('2026-11-24T08:00:00Z')

async function open({ at = nineOClock } = {}) {
  let health: Health['relay'] = 'working'
  let relayChanges = 0
  let relay: Notices['relay'] = null
  const asked = { health: 0, notices: 0 }
  const element = document.createElement('office-notices')
  const api = createFakeApi({
    loadHealth: async () => (asked.health++, { ok: true, relay: health, relayChanges }),
    loadNotices: async () => (asked.notices++, { ...notices, relay }),
  })
  const format = createFormat('en', 'Europe/Brussels')
  Object.assign(element, { office: { api, texts, format, now: () => at } })
  document.body.append(element)
  await vi.advanceTimersByTimeAsync(0)
  return {
    element,
    asked,
    becomes: (now: Health['relay'], notice: Notices['relay']) => {
      health = now
      relayChanges += 1
      relay = notice
    },
    text: () => element.textContent?.replaceAll(/\s+/g, ' ') ?? '',
  }
}

test('a relay that ends while the page is open is shown with the next look, and said aloud', async () => {
  const { element, becomes, text } = await open()
  expect(text()).not.toContain('TURN')
  becomes('failing', failingRelay)
  await vi.advanceTimersByTimeAsync(unhurriedMs)
  expect(text()).toContain(en['notices.relay-direct-only'])
  expect(text()).toContain('turn:turn.example.be:3478 does not answer, since 09:00.')
  expect(element.querySelector('.banner.stop')?.closest('[role=status]')).not.toBeNull()
})

test('since when it fails is told with its day on another day', async () => {
  const { becomes, text } = await open({ at: nineOClock + 24 * 60 * 60_000 })
  becomes('failing', failingRelay)
  await vi.advanceTimersByTimeAsync(unhurriedMs)
  expect(text()).toContain('turn:turn.example.be:3478 does not answer, since Tue 24 Nov, 09:00.')
})

test('another reason, or another address, is shown with the next look, in the same word as it was', async () => {
  const { becomes, text } = await open()
  becomes('failing', failingRelay)
  await vi.advanceTimersByTimeAsync(unhurriedMs)
  const [first] = failingRelay?.failing ?? []
  if (failingRelay === null || first === undefined) throw new Error('a sample without a failure')
  becomes('failing', { ...failingRelay, failing: [{ ...first, problem: 'refused' }] })
  await vi.advanceTimersByTimeAsync(unhurriedMs)
  expect(text()).toContain(en['notices.relay-refused'])
  expect(text()).not.toContain(en['notices.relay-silent'])
})

test('it goes when the relay works again', async () => {
  const { becomes, text } = await open()
  becomes('failing', failingRelay)
  await vi.advanceTimersByTimeAsync(unhurriedMs)
  becomes('working', null)
  await vi.advanceTimersByTimeAsync(unhurriedMs)
  expect(text()).not.toContain('TURN')
})

test('while nothing changes it asks only what needs no login: looking is no use of one', async () => {
  const { asked } = await open()
  await vi.advanceTimersByTimeAsync(unhurriedMs)
  const first = asked.notices
  await vi.advanceTimersByTimeAsync(20 * unhurriedMs)
  expect(asked.health).toBe(21)
  expect(asked.notices).toBe(first)
})
