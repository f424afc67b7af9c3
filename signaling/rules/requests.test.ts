import { expect, test } from 'vitest'
import { reachFor, type Reach } from './requests.ts'

const roster: Reach = { email: 'jan@work.example', phone: '+3225550100' }
const nothing: Reach = { email: null, phone: null }
const own: Reach = { email: 'jan@home.example', phone: '+32470123456' }

test.each([
  ['spontaneous', true],
  ['spontaneous', false],
  ['pre-resumption', false],
] as const)(
  'a %s visit (employer may know: %s) is told at what was given for it, and never at work',
  (examType, tellEmployer) => {
    expect(reachFor(examType, { ...nothing, tellEmployer }, roster)).toMatchObject(nothing)
    expect(reachFor(examType, { ...own, tellEmployer }, roster)).toMatchObject(own)
    const mailOnly = { ...own, phone: null }
    expect(reachFor(examType, { ...mailOnly, tellEmployer }, roster)).toMatchObject(mailOnly)
  },
)

test('what the employer knows of is told at work where nothing else was given', () => {
  const asked = { email: null, phone: own.phone, tellEmployer: true }
  expect(reachFor('return-to-work', asked, roster)).toEqual({
    email: roster.email,
    phone: own.phone,
  })
})

test('what nobody asked for is told where the roster says', () => {
  expect(reachFor('periodic', null, roster)).toEqual(roster)
})
