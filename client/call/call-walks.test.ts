import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialCall, step } from './call.ts'
import type { CallEffect, CallEvent, CallState, Link } from './call-state.ts'
import { appointmentId, callId, offer, opened, otherCallId, ringId } from './specimens.ts'

const calls = fc.constantFrom(callId, otherCallId)
const links: fc.Arbitrary<Link> = fc.record({
  appointmentId: fc.constant(appointmentId),
  callId: calls,
  attempt: fc.integer({ min: 1, max: 4 }),
})

const anyEvent: fc.Arbitrary<CallEvent> = fc.oneof(
  fc.constant<CallEvent>({ type: 'answer', appointmentId, ringId }),
  calls.map((call): CallEvent => ({ type: 'rejoin', appointmentId, callId: call })),
  fc.constant<CallEvent>({ type: 'hang-up' }),
  links.map((link): CallEvent => opened(link.attempt, link.callId)),
  links.map((link): CallEvent => ({ type: 'signal', ...link, signal: offer })),
  fc.tuple(calls, fc.boolean()).map(([call, otherIn]): CallEvent => ({
    type: 'call-seen',
    appointmentId,
    callId: call,
    otherIn,
  })),
  fc.option(calls).map((call): CallEvent => ({
    type: 'call-over',
    appointmentId,
    callId: call,
    reason: 'physician-ended',
  })),
  fc.constant<CallEvent>({ type: 'refused', appointmentId }),
  fc.constant<CallEvent>({ type: 'line-lost' }),
  fc.boolean().map((resumed): CallEvent => ({ type: 'line-opened', resumed })),
  fc
    .constantFrom('network-changed' as const, 'page-shown' as const)
    .map((type): CallEvent => ({ type })),
  calls.map((call): CallEvent => ({
    type: 'ice-servers',
    appointmentId,
    callId: call,
    iceServers: [],
  })),
  links.map((link): CallEvent => ({ type: 'signal', ...link, signal: { kind: 'restart' } })),
  fc.constant<CallEvent>({ type: 'line-closed', reason: 'replaced' }),
  links.map((link): CallEvent => ({ type: 'peer-signalled', link, signal: offer })),
  fc
    .tuple(
      fc.constantFrom(
        'peer-connected' as const,
        'peer-interrupted' as const,
        'peer-failed' as const,
        'peer-closed' as const,
        'peer-silent' as const,
        'peer-flowing' as const,
      ),
      links,
    )
    .map(([type, link]): CallEvent => ({ type, link })),
  fc
    .constantFrom('entering' as const, 'connecting' as const, 'repair' as const)
    .map((of): CallEvent => ({ type: 'deadline-passed', of })),
)

/** What the world outside would look like; each rule of the call is a sentence here. */
function createWitness() {
  let peer: Link | null = null
  let attached = false
  let armed: string | null = null
  const note = (effect: CallEffect, cause: CallEvent) => {
    switch (effect.type) {
      case 'attach-media':
        expect(attached, 'media is attached once').toBe(false)
        attached = true
        break
      case 'detach-media':
        expect(attached, 'media is released once').toBe(true)
        expect(peer, 'no peer outlives the media').toBeNull()
        attached = false
        break
      case 'open-peer':
        expect(peer, 'one peer at a time').toBeNull()
        expect(attached, 'a peer has media to send').toBe(true)
        expect(cause, 'only the server opens').toBe(effect.opened)
        peer = effect.opened
        break
      case 'close-peer':
        expect(peer, 'only an open peer is closed').not.toBeNull()
        peer = null
        break
      case 'deliver-signal':
        expect(peer, 'signals go to an open peer').not.toBeNull()
        expect(cause).toMatchObject({ callId: peer?.callId, attempt: peer?.attempt })
        break
      case 'send-signal':
        expect(effect.link).toMatchObject({ callId: peer?.callId, attempt: peer?.attempt })
        break
      case 'arm-deadline':
        armed = effect.of
        break
      case 'disarm-deadline':
        armed = null
        break
      case 'use-ice-servers':
      case 'restart-peer':
        expect(peer, 'only an open peer looks for a path').not.toBeNull()
        break
      case 'meet-call':
      case 'send-wish':
      case 'send-hang-up':
      case 'request-renew':
      case 'request-ice-servers':
      case 'doubt-line':
        break
      default:
        effect satisfies never
    }
  }
  const check = (state: CallState) => {
    const isIn = state.phase !== 'idle' && state.phase !== 'ended' && state.phase !== 'entering'
    expect(peer !== null).toBe(isIn)
    expect(attached).toBe(isIn)
    if (state.phase === 'entering') expect(armed).toBe('entering')
    if (state.phase === 'connecting') expect(armed).toBe('connecting')
    if (state.phase === 'recovering') expect(armed).toBe('repair')
    if (state.phase === 'connected') expect(armed).toBe(state.repair === null ? null : 'repair')
    if (isIn) expect(peer).toMatchObject({ ...state.link })
  }
  return { note, check }
}

const walks = { numRuns: 1_000 }

test.each(['worker', 'physician'] as const)(
  'no walk of a %s breaks a rule of the call',
  (participant) => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        const witness = createWitness()
        let state = initialCall(participant)
        for (const event of events) {
          const next = step(state, event)
          for (const effect of next.effects) witness.note(effect, event)
          state = next.state
          witness.check(state)
        }
      }),
      walks,
    )
  },
)

test('no walk sends a worker’s picture without a wish of that person since the last end', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      let state = initialCall('worker')
      let wished = false
      for (const event of events) {
        if (event.type === 'answer' || event.type === 'rejoin') wished = true
        const next = step(state, event)
        for (const effect of next.effects) {
          if (effect.type === 'attach-media') expect(wished).toBe(true)
          if (effect.type === 'detach-media') wished = false
        }
        state = next.state
      }
    }),
    walks,
  )
})

test.each(['worker', 'physician'] as const)(
  'no event but a wish, or another call, brings a %s back from the end',
  (participant) => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
        let state = initialCall(participant)
        for (const event of events) {
          const next = step(state, event)
          if (state.phase === 'ended' && next.state !== state) {
            const isWish = event.type === 'answer' || event.type === 'rejoin'
            const isOtherCall =
              participant === 'physician' &&
              event.type === 'call-opened' &&
              event.callId !== state.link.callId
            expect(isWish || isOtherCall).toBe(true)
          }
          state = next.state
        }
      }),
      walks,
    )
  },
)

test('attempts of one call only count up while this page is in it', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 60 }), (events) => {
      let state = initialCall('worker')
      let last: Link | null = null
      for (const event of events) {
        const next = step(state, event)
        for (const effect of next.effects) {
          if (effect.type !== 'open-peer') continue
          if (last?.callId === effect.opened.callId) {
            expect(effect.opened.attempt).toBeGreaterThan(last.attempt)
          }
          last = effect.opened
        }
        state = next.state
      }
    }),
    walks,
  )
})
