import { expect, test } from 'vitest'
import type { MySeat } from '../../signaling/protocol/guest.ts'
import type { GuestLive, GuestLiveState } from './guest-live.ts'
import { afterNews, type GuestInside } from './guest-phase.ts'

const state: Pick<GuestLiveState, 'line' | 'stand'> = {
  line: { phase: 'open' },
  stand: { phase: 'waiting' },
}
const after = (news: Partial<typeof state>) =>
  afterNews(
    // Only what is read.
    {
      phase: 'inside',
      seat: {} as MySeat,
      live: {} as GuestLive,
      wasAdmitted: false,
    } as GuestInside,
    { ...state, ...news } as GuestLiveState,
  ).phase

test('a page that is too old for the server says so while its guest waits', () => {
  expect(after({ line: { phase: 'outdated' } })).toBe('failed')
  expect(after({ line: { phase: 'outdated' }, stand: null })).toBe('failed')
})

test('a guest who is in the call stays there, though the page is too old for the server', () => {
  const stand = { phase: 'admitted', admissionId: 'a', workerIn: true, physicianIn: true } as const
  expect(after({ line: { phase: 'outdated' }, stand })).toBe('inside')
})
