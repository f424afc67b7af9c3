import { describe, expect, test } from 'vitest'
import { offerToken, problemOf, readFragment, toPhone } from './ask-phase.ts'

test.each([
  ['0470 12 34 56', '+32470123456'],
  ['02/555.01.00', '+3225550100'],
  ['+32 470 12 34 56', '+32470123456'],
  ['0032470123456', '+32470123456'],
  ['', null],
])('the number %s is understood as %s', (typed, phone) => {
  expect(toPhone(typed)).toBe(phone)
})

describe('the fragment', () => {
  test('of an offer is looked up, and of a call link says who asks', () => {
    expect(readFragment('#offer=a.b.c')).toEqual({ phase: 'looking' })
    expect(offerToken('#offer=a.b.c')).toBe('a.b.c')
    expect(readFragment('#link=a.b.c')).toMatchObject({ phase: 'asking', token: 'a.b.c' })
    expect(readFragment('')).toMatchObject({ phase: 'asking', token: null })
  })
})

test.each([
  ['too-many-requests', null, 'often'],
  ['no-address', '/email', 'reach'],
  ['invalid', '/birthDate', 'birth-date'],
  ['invalid', '/email', 'email'],
  ['invalid', '/firstName', 'missing'],
  ['offline', null, 'failed'],
])('%s at %s is told as %s', (code, at, problem) => {
  expect(problemOf(code, at)).toBe(problem)
})
