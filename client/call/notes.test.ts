import { expect, test } from 'vitest'
import { createNotes, type NoteBody } from './notes.ts'

function heardOf(kind: string, texts: readonly string[]): NoteBody[] {
  const notes = createNotes(() => true)
  const heard: NoteBody[] = []
  notes.hear(kind, (body) => heard.push(body))
  for (const text of texts) notes.receive(text)
  return heard
}

test('a note reaches the listener of its kind, and no other', () => {
  expect(heardOf('devices', ['{"kind":"devices","paused":true}', '{"kind":"later"}'])).toEqual([
    { kind: 'devices', paused: true },
  ])
})

test.each(['', 'devices', 'null', '[]', '7', '{}', '{"kind":7}', '{"kind":"devices"'])(
  'what is no note is skipped: %s',
  (text) => {
    expect(heardOf('devices', [text])).toEqual([])
  },
)

test('a note that is too long is skipped unread', () => {
  const long = JSON.stringify({ kind: 'devices', more: 'x'.repeat(40_000) })
  expect(heardOf('devices', [long])).toEqual([])
})

test('what one side sends is what the other side hears', () => {
  const heard: NoteBody[] = []
  const there = createNotes(() => true)
  there.hear('text', (body) => heard.push(body))
  const here = createNotes((text) => {
    there.receive(text)
    return true
  })
  expect(here.send('text', { said: 'Bonjour' })).toBe(true)
  expect(heard).toEqual([{ kind: 'text', said: 'Bonjour' }])
})

test('without a channel nothing is sent', () => {
  expect(createNotes(() => false).send('text', {})).toBe(false)
})

test('a listener that stopped hears nothing more', () => {
  const notes = createNotes(() => true)
  const heard: NoteBody[] = []
  notes.hear('text', (body) => heard.push(body))()
  let opened = 0
  notes.whenOpen(() => opened++)()
  notes.receive('{"kind":"text"}')
  notes.opened()
  expect([heard, opened]).toEqual([[], 0])
})
