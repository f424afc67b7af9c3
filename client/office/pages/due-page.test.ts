// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { DueSearch } from '../../api/due.ts'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { due, sampleNow } from '../../gallery/office-samples.ts'
import { createFormat } from '../../i18n/format.ts'
import { loadTexts } from '../texts.ts'
import './due-page.ts'
import type { PageDue } from './due-page.ts'

const { texts } = await loadTexts('en')

afterEach(() => document.body.replaceChildren())

async function open() {
  const searches: DueSearch[] = []
  const page = document.createElement('page-due')
  page.office = {
    api: createFakeApi({
      loadDue: async (search) => {
        searches.push(search)
        return search.after === null
          ? { rows: due.slice(0, 5), next: 'the mark' }
          : { rows: due.slice(5, 7), next: null }
      },
    }),
    texts,
    format: createFormat('en', 'Europe/Brussels'),
    now: () => sampleNow,
  }
  document.body.append(page)
  await settle(page)
  return { page, searches }
}

async function settle(page: PageDue) {
  for (let turn = 0; turn < 12; turn++) {
    await Promise.resolve()
    await page.updateComplete
  }
}

const rows = (page: PageDue) => [...page.querySelectorAll('tbody tr')]

test('each row says in words what its colour says', async () => {
  const { page } = await open()
  expect(rows(page)[0]?.textContent).toContain('5 working days late')
  expect(rows(page)[0]?.querySelector('.chip.stop')).not.toBeNull()
  expect(rows(page)[3]?.textContent).toContain('Today is the last day')
})

test('the next page follows the rows that are shown', async () => {
  const { page, searches } = await open()
  expect(rows(page)).toHaveLength(5)
  page.querySelector<HTMLButtonElement>('p > button')?.click()
  await settle(page)
  expect(searches.map(({ after }) => after)).toEqual([null, 'the mark'])
  expect(rows(page)).toHaveLength(7)
  expect(page.querySelector('p > button')).toBeNull()
})

test('a choice of what is late asks until yesterday, and begins the list anew', async () => {
  const { page, searches } = await open()
  const select = page.querySelector<HTMLSelectElement>('#due-until')
  if (select === null) throw new Error('no choice of days')
  select.value = 'late'
  select.dispatchEvent(new Event('change', { bubbles: true }))
  await settle(page)
  expect(searches.at(-1)).toMatchObject({ until: '2026-11-23', after: null })
})
