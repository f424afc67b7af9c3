import { Check } from 'typebox/value'
import { describe, expect, test } from 'vitest'
import { Line, Name } from './primitives.ts'

describe.each([
  ['a name', Name, 120],
  ['a line', Line, 200],
] as const)('%s', (_kind, schema, most) => {
  test.each([
    ["D'Hondt"],
    [' Ann '],
    ['有限公司'],
    ['.'],
    ['Jos\u00e9'],
    ['a\u2028b'],
    ['\u{1f600}'],
    ['x'.repeat(most)],
  ])('may be %j', (value) => {
    expect(Check(schema, value)).toBe(true)
  })

  test.each([
    [''],
    [' '],
    ['   '],
    ['\u00a0'],
    ['\u2003\u2009'],
    ['\u2028'],
    ['\ufeff'],
    ['\t'],
    ['a\tb'],
    ['a\nb'],
    ['a\u0000'],
    ['a\u007f'],
    ['x'.repeat(most + 1)],
  ])('is never %j', (value) => {
    expect(Check(schema, value)).toBe(false)
  })
})
