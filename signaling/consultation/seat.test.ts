import { expect, test } from 'vitest'
import { claimSeat, type Seat } from './seat.ts'

const free: Seat<string> = { kind: 'free' }
const taken: Seat<string> = { kind: 'taken', page: 'page-1', line: 'line-1' }
const claim = { page: 'page-2', line: 'line-2', takeOver: false }

test('the first page gets the seat', () => {
  expect(claimSeat(free, claim)).toMatchObject({ kind: 'seated', evicted: null })
})

test('a second page does not, until it says so', () => {
  expect(claimSeat(taken, claim)).toEqual({ kind: 'elsewhere' })
  expect(claimSeat(taken, { ...claim, takeOver: true })).toMatchObject({
    seat: { page: 'page-2', line: 'line-2' },
    evicted: { line: 'line-1', as: 'replaced' },
  })
})

test('the same page with a new line drops its own old one, without a word', () => {
  expect(claimSeat(taken, { ...claim, page: 'page-1' })).toMatchObject({
    seat: { page: 'page-1', line: 'line-2' },
    evicted: { line: 'line-1', as: 'dead' },
  })
})

test('the same line asking twice evicts nobody', () => {
  const again = { page: 'page-1', line: 'line-1', takeOver: true }
  expect(claimSeat(taken, again)).toMatchObject({ kind: 'seated', evicted: null })
})
