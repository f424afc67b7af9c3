import { describe, expect, test } from 'vitest'
import { step, toHealth, toNews, toNotice, type RelayState } from './relay-state.ts'

const unknown: RelayState = { phase: 'unknown' }
const working: RelayState = { phase: 'working' }
const doubted: RelayState = { phase: 'doubted', since: 1000 }
const failing: RelayState = { phase: 'failing', since: 1000, problem: 'silent' }

describe('an address of the relay', () => {
  test.each([unknown, working, doubted, failing])(
    'that was $phase works once it answers',
    (state) => {
      expect(step(state, null, 5000)).toEqual(working)
    },
  )

  test.each([unknown, working])('that was $phase is doubted after one failure', (state) => {
    expect(step(state, 'silent', 5000)).toEqual({ phase: 'doubted', since: 5000 })
  })

  test('fails after two, since the first', () => {
    expect(step(doubted, 'silent', 5000)).toEqual(failing)
  })

  test('that fails goes on failing since then, with its latest problem', () => {
    expect(step(failing, 'refused', 5000)).toEqual({ ...failing, problem: 'refused' })
  })
})

describe('the log is told', () => {
  test.each([
    ['nothing of a doubt', working, doubted, null],
    ['nothing of a doubt that was cleared', doubted, working, null],
    ['nothing of a first answer', unknown, working, null],
    ['that it fails', doubted, failing, { problem: 'silent' }],
    ['nothing while it goes on failing', failing, { ...failing }, null],
    [
      'that it fails otherwise',
      failing,
      { ...failing, problem: 'full' } as const,
      { problem: 'full' },
    ],
    ['that it works again', failing, working, { problem: null }],
  ])('%s', (_what, before, after, news) => {
    expect(toNews(before, after)).toEqual(news)
  })
})

const stand = (address: string, state: RelayState) => ({ address, state })
const udp = 'turn:turn.example.be'
const tls = 'turns:turn.example.be'
const since = '1970-01-01T00:00:01.000Z'

describe('the office is told', () => {
  test('nothing without a relay, and nothing of one that works or is only doubted', () => {
    expect(toNotice([], 'all')).toBeNull()
    expect(toNotice([stand(udp, working), stand(tls, doubted)], 'all')).toBeNull()
  })

  test('that calls find another address while one works', () => {
    expect(toNotice([stand(udp, failing), stand(tls, working)], 'all')).toEqual({
      calls: 'by-another',
      failing: [{ address: udp, problem: 'silent', since }],
    })
  })

  test('that only direct calls connect when none works, and none where every call is relayed', () => {
    const stands = [stand(udp, failing), stand(tls, failing)]
    expect(toNotice(stands, 'all')?.calls).toBe('direct-only')
    expect(toNotice(stands, 'relay')?.calls).toBe('none')
  })
})

test.each([
  ['not-set', []],
  ['unknown', [stand(udp, unknown), stand(tls, working)]],
  ['working', [stand(udp, doubted), stand(tls, working)]],
  ['partly', [stand(udp, failing), stand(tls, working)]],
  ['failing', [stand(udp, failing), stand(tls, failing)]],
])('whoever watches the server reads "%s"', (health, stands) => {
  expect(toHealth(stands)).toBe(health)
})
