import { expect, test } from 'vitest'
import { cleanName, refusalOf, shortHash } from './file-kinds.ts'
import { readShareNote } from './share-notes.ts'

test.each([
  ['a plain name', 'Result of 3 May.pdf', 'Result of 3 May.pdf'],
  ['capitals in the end', 'IMG_0001.JPG', 'IMG_0001.jpg'],
  ['folders of either kind', '../../etc\\passwd/card.png', 'card.png'],
  ['a hidden file', '...scan.pdf', 'scan.pdf'],
  ['only folders', '/tmp/', null],
  ['a page', 'page.html', null],
  ['a drawing that can hold a program', 'drawing.svg', null],
  ['a program with two ends', 'result.pdf.exe', null],
  ['a turned direction that hides the end', 'result\u202Efdp.exe', null],
  ['a turned direction within', 're\u202Esult.pdf', 'result.pdf'],
  ['markup', '<img src=x onerror=alert(1)>.png', 'img src=x onerror=alert(1).png'],
  ['a device of Windows', 'CON.txt', 'file.txt'],
  ['a device with more', 'lpt1.old.csv', 'file.csv'],
  ['new lines and nulls', 'a\r\nb\u0000c.pdf', 'abc.pdf'],
  ['nothing but an end', '.pdf', 'file.pdf'],
  ['no end', 'result', null],
  ['a name as long as a book', `${'x'.repeat(5_000)}.pdf`, null],
  ['a long name', `${'é'.repeat(300)}.pdf`, `${'é'.repeat(80)}.pdf`],
])('%s', (_, name, clean) => {
  expect(cleanName(name)).toBe(clean)
})

test('a hash is shown in three groups of four', () => {
  expect(shortHash(`3f2a9c017bde${'0'.repeat(52)}`)).toBe('3F2A 9C01 7BDE')
})

const offer = {
  do: 'offer',
  id: 1,
  name: 'a.pdf',
  size: 10,
  sha256: 'a'.repeat(64),
  purpose: 'file',
  request: null,
}

test('an offer is read as it was made', () => {
  expect(readShareNote(offer)).toEqual(offer)
})

test.each([
  ['no size', { size: undefined }],
  ['nothing in it', { size: 0 }],
  ['less than nothing', { size: -1 }],
  ['half a byte', { size: 1.5 }],
  ['more than may be sent', { size: 25_000_001 }],
  ['a size in words', { size: '10' }],
  ['a hash in capitals', { sha256: 'A'.repeat(64) }],
  ['half a hash', { sha256: 'a'.repeat(32) }],
  ['no name', { name: null }],
  ['a page', { name: 'a.html' }],
  ['a purpose that nobody knows', { purpose: 'program' }],
  ['a number that is none', { id: 'x' }],
  ['a number beyond four bytes', { id: 2 ** 32 }],
  ['a request that is none', { request: {} }],
])('an offer with %s is none', (_, part) => {
  expect(readShareNote({ ...offer, ...part })).toBeNull()
})

test.each([
  ['nothing', {}],
  ['what nobody knows', { do: 'constructor', id: 1 }],
  ['an acceptance without a place', { do: 'accept', id: 1 }],
  ['a request without words', { do: 'ask', id: 1, what: ['x'] }],
  ['showing a word', { do: 'showing', id: 'x' }],
])('%s is no note', (_, body) => {
  expect(readShareNote(body)).toBeNull()
})

test('what a photo is asked of is one line', () => {
  const note = readShareNote({ do: 'ask', id: 1, what: `  your\n\nhand\u202E ${'x'.repeat(500)}` })
  expect(note).toMatchObject({ do: 'ask', what: `your hand ${'x'.repeat(190)}` })
})

test.each([
  ['page.html', 10, 'kind'],
  ['result.pdf', 0, 'empty'],
  ['result.pdf', 25_000_001, 'large'],
  ['result.pdf', 25_000_000, null],
] as const)('%s of %i bytes: %s', (name, size, refusal) => {
  expect(refusalOf({ name, size })).toBe(refusal)
})
