import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { initialExchange, step } from './exchange.ts'
import { events, own, states } from './exchange-specimens.ts'
import type { Exchange, ExchangeStep } from './exchange-state.ts'

/** Where a step leads, and what is said on the way: `revealed: commit reveal`. */
function describeStep({ state, say }: ExchangeStep): string {
  const words = say.map(({ step: message }) => message).join(' ')
  return words === '' ? nameOf(state) : `${nameOf(state)}: ${words}`
}

function nameOf(state: Exchange): string {
  if (state.phase === 'broken') return `broken (${state.breach})`
  if (state.phase === 'agreed') return state.same ? 'compared' : 'agreed'
  return state.phase === 'committed' && state.renewed ? 'renewed' : state.phase
}

/** Every state by every event, as the file beside this one says it. */
const table = readFileSync(new URL('exchange-table.txt', import.meta.url), 'utf8')

function drawTable(): string {
  const lines = Object.entries(states).flatMap(([name, state]) =>
    Object.entries(events).map(
      ([event, value]) => `${name} · ${event} → ${describeStep(step(state, value))}`,
    ),
  )
  return `${lines.join('\n')}\n`
}

describe('the exchange', () => {
  test('answers every event in every state as the table says', () => {
    expect(drawTable()).toBe(table)
  })

  test('never gives its number away before the other side is bound', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(events))), (walk) => {
        let state: Exchange = initialExchange
        let isOtherBound = false
        for (const event of walk) {
          const isBinding = state.phase === 'committed' && event.type === 'commit'
          const next = step(state, event)
          if (event.type === 'opened' && next.state.phase === 'committed') isOtherBound = false
          isOtherBound ||= isBinding && next.state.phase === 'revealed'
          if (!isOtherBound)
            expect(next.say.some(({ step: said }) => said === 'reveal')).toBe(false)
          state = next.state
        }
      }),
      { numRuns: 200 },
    )
  })

  test('agrees by no way around the other side’s commitment, and stays broken', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.values(events))), (walk) => {
        let state: Exchange = initialExchange
        for (const event of walk) {
          const { state: next } = step(state, event)
          if (state.phase === 'broken') expect(next).toBe(state)
          if (next.phase === 'agreed' && state.phase !== 'agreed') {
            expect(state.phase).toBe('revealed')
            expect(event).toMatchObject({ type: 'reveal', commitment: next.theirs })
          }
          state = next
        }
      }),
      { numRuns: 200 },
    )
  })

  test('keeps its words over a new connection with the same keys', () => {
    const { state, say } = step(states.compared, { type: 'opened', own: { ...own, nonce: 'new' } })
    expect(state).toBe(states.compared)
    expect(say).toEqual([{ step: 'commit', commitment: own.commitment }])
  })
})
