import { describe, expect, test } from 'vitest'
import { book, morning, sampleNow } from '../gallery/office-samples.ts'
import { createFormat } from '../i18n/format.ts'
import { countInvitations, countSession, isFree, standingInWords, standingOf } from './standing.ts'
import { loadTexts } from './texts.ts'

const appointmentOf = (change: Parameters<typeof book>[2]) => {
  const { appointment } = book(0, 60, change)
  if (appointment === null) throw new Error('the sample is free')
  return appointment
}
const delivery = (state: 'none' | 'queued' | 'sent' | 'failed') => ({
  state,
  at: null,
  attempts: 1,
})

describe('an appointment', () => {
  test.each([
    [{ status: 'planned' }, 'not-invited'],
    [{ status: 'planned', workerHasEmail: false }, 'no-address'],
    [{ status: 'planned', delivery: delivery('queued') }, 'queued'],
    [{ status: 'invited', delivery: delivery('sent') }, 'sent'],
    [{ status: 'invited', delivery: delivery('failed') }, 'mail-failed'],
    [{ status: 'invited', modality: 'in-person' }, 'visit'],
    [{ status: 'accepted', delivery: delivery('failed') }, 'accepted'],
    [{ status: 'converted', inPersonAskedBy: 'worker' }, 'wants-in-person'],
    [{ status: 'converted', inPersonAskedBy: 'physician' }, 'needs-in-person'],
    [{ status: 'converted', inPersonAskedBy: 'planner' }, 'in-person'],
    [{ status: 'converted' }, 'in-person'],
    [{ status: 'completed', outcome: 'done-by-video' }, 'done-by-video'],
    [{ status: 'cancelled', outcome: 'not-reached' }, 'not-reached'],
    [{ status: 'cancelled' }, 'cancelled'],
    [{ status: 'no-show', outcome: 'not-reached' }, 'no-show'],
  ] as const)('%j stands at %s', (change, standing) => {
    expect(standingOf(appointmentOf(change))).toBe(standing)
  })

  test('says the hour of its mail, and the day when it was another one', async () => {
    const { texts } = await loadTexts('en')
    const format = createFormat('en', 'Europe/Brussels')
    const sentAt = (at: `${string}Z`) =>
      standingInWords(
        appointmentOf({ status: 'invited', delivery: { state: 'sent', at, attempts: 1 } }),
        texts,
        format,
        sampleNow,
      )
    expect(sentAt('2026-11-24T07:02:00Z')).toBe('Invited, sent 08:02')
    expect(sentAt('2026-11-20T13:02:00Z')).toBe('Invited, sent Fri 20 Nov, 14:02')
  })
})

describe('a session', () => {
  test('counts what is filled, what can be given away, and what is to do', () => {
    expect(countSession(morning, sampleNow)).toEqual({
      filled: 9,
      all: 13,
      // A slot of the past is lost; one whose worker comes in person can be given away.
      free: 3,
      toInvite: 3,
      failed: 1,
      inPerson: 1,
    })
  })

  test('sends no invitation to whoever has no address or had one', () => {
    // Two who are not invited, and one whose mail was given up.
    expect(countInvitations(morning, sampleNow)).toBe(3)
  })

  test('has no free slot once it is over', () => {
    const evening = Date.parse('2026-11-24T20:00:00Z')
    expect(morning.slots.filter((slot) => isFree(slot, evening))).toEqual([])
  })
})
