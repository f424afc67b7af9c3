import { describe, expect, test } from 'vitest'
import { createFormat } from '../i18n/format.ts'
import { texts } from '../i18n/worker/en.ts'
import { sampleAppointment, sampleLive, sampleMedia, sampleNow, sampleRing } from './samples.ts'
import { initialVisit, type VisitState } from './visit-state.ts'
import { noticeOf } from './waiting-notice.ts'

const format = createFormat('en', 'Europe/Brussels')
const inside: VisitState = {
  ...initialVisit,
  arrival: { phase: 'entered', appointment: sampleAppointment },
  media: sampleMedia,
  live: sampleLive(),
}

function notice(part: Partial<VisitState>, now = sampleNow, appointment = sampleAppointment) {
  return noticeOf({ ...inside, ...part }, appointment, now, texts, format)?.text ?? null
}

const minutes = (count: number) => sampleNow + count * 60_000

describe('the notice in the waiting room', () => {
  test('is absent when all is well', () => {
    expect(notice({})).toBe(null)
  })

  test('says nothing of five minutes', () => {
    expect(notice({}, minutes(4))).toBe(null)
  })

  test('takes the blame for a doctor who has not started', () => {
    expect(notice({}, minutes(6))).toBe(texts['wait.not-started'])
  })

  test('rounds a delay up to five minutes while others come first', () => {
    expect(notice({ live: sampleLive({ before: 2 }) }, minutes(11))).toBe(texts['wait.late'](15))
  })

  test('says when the talk is expected, before and after its time', () => {
    const live = sampleLive({ expectedAt: '2026-11-24T08:25:00.000Z' })
    for (const now of [minutes(-10), minutes(6)]) {
      expect(notice({ live }, now)).toBe(texts['wait.expected']('09:25'))
    }
  })

  test('counts a delay by the server’s clock', () => {
    const live = sampleLive({}, { clockOffsetMs: 6 * 60_000 })
    expect(notice({ live })).toBe(texts['wait.not-started'])
  })

  test('names the telephone only after 20 s without a line', () => {
    const live = sampleLive({}, { line: { phase: 'lost', since: sampleNow } })
    expect(notice({ live }, sampleNow + 19_000)).toBe(texts['wait.offline'])
    expect(notice({ live }, sampleNow + 21_000)).toContain('02 555 01 00')
  })

  test('tells the hour of a missed ring in the service’s zone', () => {
    const ring = { ...sampleRing, phase: 'ended', endedAt: '2026-11-24T08:01:45.000Z' } as const
    const live = sampleLive({ ring: { ...ring, outcome: 'timed-out' } })
    expect(notice({ live })).toContain('09:01')
  })

  test('keeps a wish for two minutes in mind only as long as it lasts', () => {
    const live = sampleLive({ deferredUntil: '2026-11-24T08:02:00.000Z' })
    expect(notice({ live }, minutes(1))).toBe(texts['wait.deferred'])
    expect(notice({ live }, minutes(3))).toBe(null)
  })

  test('reassures who goes on without a camera', () => {
    expect(notice({ media: { ...sampleMedia, camera: false } })).toBe(texts['wait.no-camera'])
  })

  test('says when to come back to who is early', () => {
    const early = { ...sampleAppointment, state: 'upcoming' } as const
    expect(notice({}, minutes(-30), early)).toContain('08:45')
    expect(notice({}, minutes(-24 * 60), early)).toContain('Tuesday')
  })
})
