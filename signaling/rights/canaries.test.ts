/** What is planted in `canaries.ts` is looked for in everything that leaves the server. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { texts as de } from '../../client/i18n/exam-types/de.ts'
import { texts as en } from '../../client/i18n/exam-types/en.ts'
import { texts as fr } from '../../client/i18n/exam-types/fr.ts'
import { texts as nl } from '../../client/i18n/exam-types/nl.ts'
import { examTypes } from '../protocol/exam-types.ts'
import {
  asked,
  consents,
  guestName,
  nobodys,
  openCanaries,
  outcome,
  own,
  person,
  seen,
  type Visitor,
} from './canaries.ts'

const examWords = [...examTypes, ...[nl, fr, de, en].flatMap((texts) => Object.values(texts))]
const names = Object.values(seen)

let world: Awaited<ReturnType<typeof openCanaries>>
beforeAll(async () => {
  world = await openCanaries()
}, 30_000)
afterAll(() => world.close())

const found = (text: string, words: readonly string[]) =>
  words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))
const heard = (visitor: string, words: readonly string[]) => found(world.said[visitor] ?? '', words)

test.each(['nobody', 'link', 'worker', 'worker of whom an outcome was recorded', 'guest'] as const)(
  'no reply to %s tells who it is about, or which examination it is',
  (visitor) => {
    expect(world.said[visitor]).toContain('02 555 01')
    expect(heard(visitor, [...own, ...names, ...asked, ...examWords])).toEqual([])
  },
)

test('a worker whom itsme named is greeted by the first name, and told nothing else of who they are', () => {
  const private_ = [...own, ...names, ...asked, ...examWords]
  expect(heard('worker whom itsme named', private_)).toEqual([person.firstName])
})

test('the employer reads when its workers are away, under the names that it gave itself, and nothing else', () => {
  const { firstName, lastName } = person
  for (const each of [person, seen])
    expect(world.said['employer']).toContain(`${each.firstName} ${each.lastName}`)
  expect(heard('employer', [...own, ...names])).toEqual([firstName, lastName, ...names])
  expect(heard('employer', [...asked, ...examWords])).toEqual([])
})

test('an evaluator reads of nobody', () => {
  expect(world.said['evaluator']).toContain('"figures"')
  expect(heard('evaluator', [...own, ...names, ...asked, ...examWords])).toEqual([])
})

test('the physician reads of the worker what the call needs, and nothing of another’s request', () => {
  expect(heard('physician', own)).toEqual(Object.values(person))
  expect(heard('physician', asked)).toEqual([])
})

test('the planner finds every canary: they were there to be told', () => {
  const whole = [...own, ...names, ...asked]
  expect(heard('planner', whole)).toEqual(whole)
  expect(heard('planner', ['periodic', 'spontaneous'])).toHaveLength(2)
})

describe.each([
  ['how it came out', outcome, ['physician', 'planner']],
  ['what the worker declared', consents, ['physician']],
  ['who sits in the third seat', [guestName], ['guest', 'physician']],
  ['how a call went, or what itsme said', nobodys, []],
] as const)('%s', (_what, words, readers: readonly Visitor[]) => {
  test(`is read by these: ${readers.join(', ') || 'nobody'}`, () => {
    const visitors = Object.keys(world.said)
    const all = visitors.map((visitor) => [visitor, heard(visitor, words)] as const)
    const expected = visitors.map((visitor) => [
      visitor,
      readers.some((each) => each === visitor) ? words : [],
    ])
    expect(all).toEqual(expected)
  })

  test('stands in no mail and in no line of the log', () => {
    const written = [...world.mails.map((mail) => JSON.stringify(mail)), ...world.log].join('\n')
    expect(found(written, words)).toEqual([])
  })
})

test('no mail tells more than who is written to: no examination, birth date, number or telephone', () => {
  const [whom, rest] = [own.slice(0, 2), own.slice(2).filter((each) => !each.includes('@'))]
  for (const { subject, text, attachments } of world.mails) {
    const whole = [subject, text, ...attachments.map((each) => each.text)].join('\n')
    expect(found(subject, [...whom, ...names])).toEqual([])
    expect(found(whole, [...rest, ...examWords])).toEqual([])
  }
})

test('the log tells nothing of anybody', () => {
  expect(found(world.log.join('\n'), [...own, ...names, ...asked, ...examWords])).toEqual([])
})
