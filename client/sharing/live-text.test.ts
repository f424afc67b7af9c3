import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createFakeChannel } from './fake-channel.ts'
import { createLiveText, gatherMs, type LiveText } from './live-text.ts'

function openTwo() {
  const channel = createFakeChannel()
  const timers = createFakeTimers()
  const open = (side: 'a' | 'b', writer = `writer-of-${side}`) =>
    createLiveText({ notes: channel[side].notes, after: timers.after, writer }, () => {})
  channel.open()
  return { channel, timers, open, a: open('a'), b: open('b') }
}

function typeAll(text: LiveText, words: string): void {
  for (let end = 1; end <= words.length; end++) text.type(words.slice(0, end))
}

describe('live text', () => {
  test('the first letter arrives at once, those behind it together after a while', () => {
    const { a, b, timers } = openTwo()
    typeAll(a, 'Hello')
    expect(b.state.other).toBe('H')
    timers.advance(gatherMs)
    expect(b.state.other).toBe('Hello')
  })

  test('a correction in the middle is seen as it is made', () => {
    const { a, b, timers } = openTwo()
    a.type('I feel fone')
    a.type('I feel fine')
    timers.advance(gatherMs)
    expect(b.state.other).toBe('I feel fine')
  })

  test('both write at once, and each line says whose it is', () => {
    const { a, b, timers } = openTwo()
    a.type('Where?')
    b.type('Here.')
    a.endLine()
    timers.advance(gatherMs)
    b.endLine()
    timers.advance(gatherMs)
    expect(a.state.lines).toEqual([
      { by: 'own', text: 'Where?' },
      { by: 'other', text: 'Here.' },
    ])
    expect(b.state.lines).toEqual([
      { by: 'other', text: 'Where?' },
      { by: 'own', text: 'Here.' },
    ])
  })

  test('what is typed while there is no channel arrives on the next one', () => {
    const { a, b, channel } = openTwo()
    a.type('I am ')
    channel.close()
    a.type('I am here')
    channel.open()
    expect(b.state.other).toBe('I am here')
  })

  test('a page that was loaded again hears all that the other one wrote', () => {
    const { a, b, channel, open } = openTwo()
    a.type('First')
    a.endLine()
    a.type('Second')
    channel.close()
    b.close()
    const again = open('b', 'writer-of-b-again')
    channel.open()
    expect(again.state).toMatchObject({ lines: [{ by: 'other', text: 'First' }], other: 'Second' })
  })

  test('what the other one wrote stays when its page is loaded again', () => {
    const { a, b, channel, open } = openTwo()
    b.type('Unfinished')
    channel.close()
    b.close()
    open('b', 'writer-of-b-again')
    channel.open()
    expect(a.state).toMatchObject({ lines: [{ by: 'other', text: 'Unfinished' }], other: '' })
  })

  test('nothing is left after it is closed', () => {
    const { a, b } = openTwo()
    a.type('My back hurts')
    b.close()
    expect(b.state).toEqual({ lines: [], own: '', other: '' })
  })

  test.each([
    ['no writer', { from: 0, text: 'x' }],
    ['another writer', { writer: 'somebody-else', from: 0, text: 'x' }],
    ['a place before the beginning', { writer: 'writer-of-a', from: -1, text: 'x' }],
    ['half a place', { writer: 'writer-of-a', from: 0.5, text: 'x' }],
    ['a place beyond the end', { writer: 'writer-of-a', from: 5, text: 'x' }],
    ['text that is none', { writer: 'writer-of-a', from: 0, text: 7 }],
    ['too much at once', { writer: 'writer-of-a', from: 0, text: 'x'.repeat(2_001) }],
    [
      'a greeting that has heard nonsense',
      { writer: 'writer-of-a', of: null, heard: 1e99, asks: true },
    ],
    ['a greeting by an object', { writer: {}, of: null, heard: 0, asks: true }],
  ])('%s changes nothing', (_, body) => {
    const { b, channel } = openTwo()
    channel.a.notes.send('text', body)
    expect(b.state).toEqual({ lines: [], own: '', other: '' })
  })
})

test('over any attempts, each side has in the end exactly what the other one wrote', () => {
  const side = fc.constantFrom('a' as const, 'b' as const)
  const step = fc.oneof(
    fc.record({ do: fc.constant('type' as const), side, field: fc.string({ maxLength: 8 }) }),
    fc.record({ do: fc.constant('end' as const), side }),
    fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 1, max: 500 }) }),
    fc.record({ do: fc.constantFrom('stall' as const, 'close' as const) }),
    fc.record({ do: fc.constant('open' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const { channel, timers, ...texts } = openTwo()
      for (const each of steps) {
        if (each.do === 'type') texts[each.side].type(each.field)
        if (each.do === 'end') texts[each.side].endLine()
        if (each.do === 'pass') timers.advance(each.ms)
        if (each.do === 'stall') channel.stall()
        if (each.do === 'close') channel.close()
        if (each.do === 'open') channel.open()
      }
      channel.close()
      channel.open()
      timers.advance(gatherMs)
      for (const [here, there] of [
        [texts.a, texts.b],
        [texts.b, texts.a],
      ] as const) {
        const written = here.state.lines.filter(({ by }) => by === 'own')
        const read = there.state.lines.filter(({ by }) => by === 'other')
        expect(read.map(({ text }) => text)).toEqual(written.map(({ text }) => text))
        expect(there.state.other).toBe(here.state.own)
      }
    }),
  )
})
