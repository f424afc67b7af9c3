// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { RequestNote } from '../../../signaling/protocol/requests.ts'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { requests, visitWishes, workers } from '../../gallery/office-samples.ts'
import { createFormat } from '../../i18n/format.ts'
import { errors, examTypes, texts as en } from '../../i18n/office/en.ts'
import type { OfficeApi } from '../office-api.ts'
import './requests-page.ts'

const texts = { ...en, errors, examTypes }

afterEach(() => document.body.replaceChildren())

async function open(change: Partial<OfficeApi> = {}) {
  const element = document.createElement('page-requests')
  const office = {
    api: createFakeApi(change),
    texts,
    format: createFormat('en', 'Europe/Brussels'),
    now: () => Date.parse('2026-11-24T08:00:00Z'),
  }
  Object.assign(element, { office })
  document.body.append(element)
  await settle()
  const find = <Part extends HTMLElement>(selector: string) => {
    const part = element.querySelector<Part>(selector)
    if (part === null) throw new Error(`no ${selector}`)
    return part
  }
  return { element, find }
}

/** Every part draws itself in a turn of its own, and loads take one. */
async function settle() {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve))
}

test('requests and visits to plan stand in one list, the nearest end first, without a term last', async () => {
  const { element } = await open()
  const rows = [...element.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '')
  const ends = [...requests, ...visitWishes]
    .flatMap(({ clock }) => clock ?? [])
    .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  ends.forEach((clock, index) => {
    expect(rows[index]).toContain(texts['requests.left'](clock.workingDaysLeft))
  })
  expect(rows.at(-1)).toContain(texts['requests.no-term'])
})

test('a request that came by telephone is noted for a worker who is found by name', async () => {
  const noted: RequestNote[] = []
  const { find } = await open({
    noteRequest: async (note) => {
      noted.push(note)
      return { id: 'request', dueOn: '2026-12-05' }
    },
  })
  find<HTMLButtonElement>('.page-title button').click()
  await settle()
  const [worker] = workers
  const search = find<HTMLInputElement>('search-field input')
  search.value = worker?.lastName ?? ''
  search.dispatchEvent(new Event('input', { bubbles: true }))
  find('search-field').dispatchEvent(new CustomEvent('search-change', { detail: search.value }))
  await settle()
  const choice = find<HTMLInputElement>('input[name=worker]')
  choice.checked = true
  choice.dispatchEvent(new Event('change', { bubbles: true }))
  find<HTMLSelectElement>('[name=examType]').value = 'pre-resumption'
  find('person-dialog form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
  await settle()
  expect(noted).toEqual([
    {
      workerId: choice.value,
      examType: 'pre-resumption',
      askedBy: 'worker',
      from: '2026-11-24',
      tellEmployer: false,
    },
  ])
})
