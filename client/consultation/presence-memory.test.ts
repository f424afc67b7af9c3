import { expect, test } from 'vitest'
import type { ConsultationView, Presence } from '../../signaling/protocol/consultation.ts'
import type { Instant } from '../../signaling/protocol/primitives.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { appointmentId } from '../call/specimens.ts'
import { createPresenceMemory } from './presence-memory.ts'

const lostAt: Instant = '2026-11-24T09:00:00.000Z'
const earlier: Instant = '2026-11-24T08:59:50.000Z'
const never: Presence = { kind: 'absent', lastSeenAt: null }
const away: Presence = { kind: 'away', since: lostAt }
const here: Presence = {
  kind: 'here',
  since: earlier,
  readiness: 'ready',
  visible: true,
  takenOverAt: null,
}

function view(presence: Presence): ConsultationView {
  return {
    appointmentId,
    presence,
    ring: null,
    call: null,
    guest: null,
    deferredUntil: null,
    before: 0,
    over: false,
  }
}

/** A new server, on a line that was lost while a worker was where `before` says. */
function createRestarted(before: Presence) {
  const timers = createFakeTimers()
  const forgotten: Presence[] = []
  const memory = createPresenceMemory(timers.after, (seen) => forgotten.push(seen.presence))
  memory.keep([view(before)], lostAt)
  return { timers, forgotten, recall: (seen: Presence) => memory.recall(view(seen)).presence }
}

test('who was here is away where the server never saw them', () => {
  expect(createRestarted(here).recall(never)).toEqual(away)
})

test('who was away already has been so since then', () => {
  expect(createRestarted({ kind: 'away', since: earlier }).recall(never)).toEqual({
    kind: 'away',
    since: earlier,
  })
})

test('who had not come is absent', () => {
  expect(createRestarted(never).recall(never)).toEqual(never)
})

test('what a server knows is believed, and from then on all that it says', () => {
  const { recall } = createRestarted(here)
  expect(recall({ kind: 'absent', lastSeenAt: earlier })).toEqual({
    kind: 'absent',
    lastSeenAt: earlier,
  })
  expect(recall(never)).toEqual(never)
})

test('who stays away for 20 s is as absent as the server says', () => {
  const { recall, timers, forgotten } = createRestarted(here)
  recall(never)
  timers.advance(19_999)
  expect(forgotten).toEqual([])
  timers.advance(1)
  expect(forgotten).toEqual([never])
  expect(recall(never)).toEqual(never)
})

test('nothing is withheld of those who came back', () => {
  const { recall, timers, forgotten } = createRestarted(here)
  recall(never)
  recall(here)
  timers.advance(20_000)
  expect(forgotten).toEqual([])
})
