import { expect, test } from 'vitest'
import { claimLead, type Lead } from './lead.ts'

const free: Lead<string> = { kind: 'free' }
const taken: Lead<string> = { kind: 'taken', page: 'page-1', line: 'line-1' }
const claim = { page: 'page-2', line: 'line-2', takeOver: false }

test('the first page takes the lead', () => {
  expect(claimLead(free, claim)).toMatchObject({ kind: 'leads', evicted: null })
})

test('a second page does not, until it says so', () => {
  expect(claimLead(taken, claim)).toEqual({ kind: 'elsewhere' })
  expect(claimLead(taken, { ...claim, takeOver: true })).toMatchObject({
    lead: { page: 'page-2', line: 'line-2' },
    evicted: { line: 'line-1', as: 'replaced' },
  })
})

test('the same page with a new line drops its own old one, without a word', () => {
  expect(claimLead(taken, { ...claim, page: 'page-1' })).toMatchObject({
    lead: { page: 'page-1', line: 'line-2' },
    evicted: { line: 'line-1', as: 'dead' },
  })
})

test('the same line asking twice evicts nobody', () => {
  const again = { page: 'page-1', line: 'line-1', takeOver: true }
  expect(claimLead(taken, again)).toMatchObject({ kind: 'leads', evicted: null })
})
