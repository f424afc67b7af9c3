import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeOf, erase, newLine, nothingWritten, write } from './t140.ts'

test.each([
  ['letters stand in the order in which they come', ['a', 'b'], [], 'ab'],
  ['an erasure takes the last letter', ['a', 'b', erase], [], 'a'],
  ['an erasure takes a whole emoji', ['a', '😀', erase], [], 'a'],
  ['an erasure of nothing does nothing', [erase, 'a'], [], 'a'],
  ['a new line lets the line stand', ['a', newLine, 'b'], ['a'], 'b'],
  ['an erasure does not reach back into a line that stands', ['a', newLine, erase], ['a'], ''],
  ['CR LF is a new line too', ['a', '\r', '\n', 'b'], ['a'], 'b'],
  ['an empty line is none', ['a', newLine, ' ', newLine], ['a'], ''],
  [
    'bells, escapes and turned directions are no text',
    ['\u0007', '\u001B', '\u202E', 'a'],
    [],
    'a',
  ],
  ['half of a pair is no text', ['\uD83D', 'a'], [], 'a'],
])('%s', (_, characters, lines, line) => {
  const written = write(nothingWritten, characters)
  expect([written.lines, written.line.join('')]).toEqual([lines, line])
})

test('a line without end is broken', () => {
  const { lines, line } = write(nothingWritten, 'x'.repeat(4_500))
  expect([lines.map((each) => each.length), line.length]).toEqual([[2_000, 2_000], 500])
})

test('whatever is done in a field, the other side ends up with the same line', () => {
  const field = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => visible(text))
  fc.assert(
    fc.property(fc.array(field, { maxLength: 20 }), (fields) => {
      let written = nothingWritten
      fields.forEach((after, index) => {
        written = write(written, changeOf(fields[index - 1] ?? '', after))
      })
      expect(written.line.join('')).toBe(fields.at(-1) ?? '')
    }),
  )
})

const visible = (text: string) => write(nothingWritten, text).line.join('')
