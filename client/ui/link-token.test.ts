import { describe, expect, test } from 'vitest'
import { tokenIn } from './link-token.ts'

const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.Zx_9-_'

describe('the token of a link', () => {
  test('is the whole fragment', () => {
    expect(tokenIn(`#${token}`)).toBe(token)
    expect(tokenIn('#a.b.c--')).toBe('a.b.c--')
  })

  test.each([
    ['.'],
    ['...'],
    ['>'],
    [')'],
    ['),'],
    [','],
    [').'],
    ['='],
    ['=20'],
    ['=\n'],
    ['%3E'],
  ])('is read without the %j that a mail program put behind it', (tail) => {
    expect(tokenIn(`#${token}${tail}`)).toBe(token)
  })

  test.each([['%22'], ['%E2%80%9D'], ['&data=05'], ['?utm=1'], ['"'], ['’'], [';']])(
    'is read without %j',
    (tail) => {
      expect(tokenIn(`#${token}${tail}`)).toBe(token)
    },
  )

  test.each([[''], ['#']])('is none in %j', (fragment) => {
    expect(tokenIn(fragment)).toBeNull()
  })

  test('is left to the server where there is none to be seen', () => {
    expect(tokenIn('#)')).toBe(')')
  })
})
