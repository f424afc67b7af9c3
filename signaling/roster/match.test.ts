import { expect, test } from 'vitest'
import type { Worker } from '../protocol/planning.ts'
import { planRoster } from './match.ts'
import type { RosterRow } from './row.ts'

const stored: Worker = {
  id: 'stored-0000000001',
  employerId: 'employer-00000001',
  siteId: 'site-000000000001',
  personnelNumber: '12',
  firstName: 'An',
  lastName: 'Peeters',
  birthDate: '1987-03-12',
  email: 'an@example.be',
  phone: '+32470123456',
  language: 'nl',
  needsPicture: true,
  postId: null,
}
const row: RosterRow = {
  row: 2,
  personnelNumber: '12',
  firstName: 'An',
  lastName: 'Peeters',
  birthDate: '1987-03-12',
  email: 'an@example.be',
  phone: '+32470123456',
  language: 'nl',
  post: null,
}

const plan = (rows: RosterRow[], existing: Worker[] = [stored]) =>
  planRoster(rows, {
    employerId: 'employer-00000001',
    siteId: null,
    existing,
    posts: [{ id: 'post-000000000001', name: 'Technicus masten' }],
    makeId: () => 'new-0000000000001',
  })

test('the same row changes nothing', () => {
  expect(plan([row])).toEqual({
    added: [],
    changed: [],
    unchanged: 1,
    gone: [],
    workerIds: [stored.id],
  })
})

test('empty cells leave what is stored', () => {
  expect(plan([{ ...row, email: null, phone: null, personnelNumber: null }]).unchanged).toBe(1)
})

test('that somebody signs or reads lips stays noted, whatever the file changes', () => {
  const { changed } = plan([{ ...row, phone: '+32470000000' }])
  expect(changed).toMatchObject([{ phone: '+32470000000', needsPicture: true }])
})

test('a worker is found by number, and gets a new name', () => {
  const { changed } = plan([{ ...row, lastName: 'Claes', email: 'an.claes@example.be' }])
  expect(changed).toEqual([{ ...stored, lastName: 'Claes', email: 'an.claes@example.be' }])
})

test('a worker is found by address with the same birth date, and gets a number', () => {
  const { changed } = plan(
    [{ ...row, lastName: 'Peeters-Claes' }],
    [{ ...stored, personnelNumber: null }],
  )
  expect(changed).toEqual([{ ...stored, lastName: 'Peeters-Claes' }])
})

test('a worker is found by name and birth date', () => {
  const { changed } = plan([{ ...row, personnelNumber: null, email: 'new@example.be' }])
  expect(changed).toEqual([{ ...stored, email: 'new@example.be' }])
})

test.each([
  ['a shared address', { firstName: 'Jan', birthDate: '1985-01-01', personnelNumber: null }],
  ['another number', { personnelNumber: '13' }],
  ['another birth date', { personnelNumber: null, email: null, birthDate: '1987-03-13' }],
])('%s is another person', (_, change) => {
  expect(plan([{ ...row, ...change }])).toMatchObject({ changed: [], unchanged: 0 })
  expect(plan([{ ...row, ...change }]).added).toHaveLength(1)
})

test('two rows are never the same person', () => {
  const renamed = { ...row, lastName: 'Claes', email: null }
  const namesake = { ...row, row: 3, personnelNumber: null, email: null }
  expect(plan([renamed, namesake])).toMatchObject({
    changed: [{ id: stored.id, lastName: 'Claes' }],
    added: [{ lastName: 'Peeters' }],
    workerIds: [stored.id, 'new-0000000000001'],
  })
})

test('a post is found by its name, whatever its case and blanks, and an empty cell leaves the one that is stored', () => {
  const { changed } = plan([{ ...row, post: ' technicus  MASTEN' }])
  expect(changed).toMatchObject([{ postId: 'post-000000000001' }])
  const placed = { ...stored, postId: 'post-000000000001' }
  expect(plan([row], [placed]).unchanged).toBe(1)
})

test('who is not in the file is gone', () => {
  const other = { ...stored, id: 'stored-0000000002', personnelNumber: '13', email: null }
  expect(plan([row], [stored, { ...other, firstName: 'Bo' }]).gone).toMatchObject([
    { firstName: 'Bo' },
  ])
})
