import { expect, test } from 'vitest'
import { parseNote, renderNote, type PeerNote } from './peer-note.ts'

const note: PeerNote = { kind: 'devices', microphone: 'on', camera: 'none', paused: false }

test('a note arrives as it was sent', () => {
  expect(parseNote(renderNote(note))).toEqual(note)
})

test.each([
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['a bare value', '"devices"'],
  ['null', 'null'],
  ['a list', '[]'],
  ['no kind', '{"microphone":"on"}'],
  ['a kind of a newer page', '{"kind":"hand-raised"}'],
  ['a kind that every object has', '{"kind":"constructor"}'],
  ['a wrong value', JSON.stringify({ ...note, microphone: 'loud' })],
  ['a missing value', '{"kind":"devices","microphone":"on","camera":"on"}'],
  ['one value too many', JSON.stringify({ ...note, name: 'x' })],
  ['more than a note can be', renderNote(note) + ' '.repeat(1024)],
])('%s is skipped', (_name, text) => {
  expect(parseNote(text)).toBeNull()
})
