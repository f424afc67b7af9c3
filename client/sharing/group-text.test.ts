import { describe, expect, test } from 'vitest'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createFakeChannel } from './fake-channel.ts'
import { createGroupText, type Writer } from './group-text.ts'

const captioner: Writer = { name: 'Elif Kaya', role: 'captioner' }
const physician: Writer = { name: 'Dr. Lien Claes', role: null }
const worker: Writer = { name: 'The worker', role: null }

/** Worker, physician and a captioner, and the three channels between them. */
function openThree() {
  const timers = createFakeTimers()
  const open = (writer: string, notes: ReturnType<typeof createFakeChannel>['a']['notes']) =>
    createGroupText({ notes, after: timers.after, writer }, () => {})
  const pair = createFakeChannel()
  const nobody = createFakeChannel()
  const toWorker = createFakeChannel()
  const toPhysician = createFakeChannel()
  const workers = open('writer-worker', pair.a.notes)
  const physicians = open('writer-physician', pair.b.notes)
  const guests = open('writer-guest', nobody.a.notes)
  pair.open()
  const settle = () => {
    for (let turn = 0; turn < 4; turn++) timers.advance(300)
  }
  const meet = () => {
    workers.meet('guest', captioner, toWorker.a.notes)
    guests.meet('worker', worker, toWorker.b.notes)
    physicians.meet('guest', captioner, toPhysician.a.notes)
    guests.meet('physician', physician, toPhysician.b.notes)
    toWorker.open()
    toPhysician.open()
    settle()
  }
  return { workers, physicians, guests, meet, settle }
}

describe('text among three', () => {
  test('of the guest reaches both, with their name and role; each of the two reaches both others', () => {
    const { workers, physicians, guests, meet, settle } = openThree()
    meet()
    guests.type('The doctor asks')
    settle()
    const growing = [{ by: captioner, text: 'The doctor asks' }]
    expect([workers.state.writing, physicians.state.writing]).toEqual([growing, growing])
    guests.endLine()
    workers.type('Yes')
    workers.endLine()
    physicians.type('Good')
    physicians.endLine()
    settle()
    expect(workers.state.lines).toEqual([
      { by: captioner, text: 'The doctor asks' },
      { by: 'own', text: 'Yes' },
      { by: 'other', text: 'Good' },
    ])
    expect(guests.state.lines).toEqual([
      { by: 'own', text: 'The doctor asks' },
      { by: worker, text: 'Yes' },
      { by: physician, text: 'Good' },
    ])
  })

  test('before the guest is let in stays between the two; the line under way is read whole', () => {
    const { workers, guests, meet, settle } = openThree()
    workers.type('Between us')
    workers.endLine()
    workers.type('And no')
    settle()
    meet()
    workers.type('And now')
    settle()
    expect(guests.state).toMatchObject({
      lines: [],
      writing: [{ by: worker, text: 'And now' }],
    })
  })

  test('after the guest is out does not reach them, and theirs stays as it stood', () => {
    const { workers, physicians, guests, meet, settle } = openThree()
    meet()
    guests.type('I was just')
    settle()
    workers.part('guest')
    physicians.part('guest')
    workers.type('Alone again')
    workers.endLine()
    settle()
    expect(workers.state.lines[0]).toEqual({ by: captioner, text: 'I was just' })
    expect(guests.state.lines).toEqual([])
    expect(guests.state.writing).toEqual([])
    expect(physicians.state.lines.at(-1)).toEqual({ by: 'other', text: 'Alone again' })
  })
})
