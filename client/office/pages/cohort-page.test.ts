// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { Cohort, CohortDraft, CohortPreview } from '../../../signaling/protocol/cohort.ts'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { cohort, policy, sampleNow } from '../../gallery/office-samples.ts'
import { ApiError } from '../../api/request.ts'
import { createFormat } from '../../i18n/format.ts'
import type { OfficeApi } from '../office-api.ts'
import type { Notice } from '../parts/office-element.ts'
import { loadTexts } from '../texts.ts'
import './cohort-page.ts'
import type { PageCohort } from './cohort-page.ts'

const { texts } = await loadTexts('en')

afterEach(() => document.body.replaceChildren())

async function open(change: Partial<OfficeApi> = {}) {
  const drafts: CohortDraft[] = []
  const notices: Notice[] = []
  const page = document.createElement('page-cohort')
  page.office = {
    api: createFakeApi({
      previewCohort: async (draft) => {
        drafts.push(draft)
        return without(cohort, draft)
      },
      ...change,
    }),
    texts,
    format: createFormat('en', 'Europe/Brussels'),
    now: () => sampleNow,
  }
  page.employerId = 'employer-00000001'
  page.addEventListener('office-notice', (event) => {
    notices.push((event as CustomEvent<Notice>).detail)
  })
  document.body.append(page)
  await settle(page)
  return { page, drafts, notices }
}

/** As the server would: nobody who was taken out is placed. */
function without(preview: CohortPreview, { without: out }: CohortDraft): CohortPreview {
  const placed = preview.placed.filter(({ workerId }) => !out.includes(workerId))
  return { ...preview, placed }
}

async function settle(page: PageCohort) {
  for (let turn = 0; turn < 12; turn++) {
    await Promise.resolve()
    await page.updateComplete
  }
}

async function click(page: PageCohort, selector: string) {
  page.querySelector<HTMLButtonElement>(selector)?.click()
  await settle(page)
}

const rows = (page: PageCohort) =>
  [...page.querySelectorAll('tbody tr')].map((row) => row.querySelector('th')?.textContent ?? '')

test('the slots of six weeks from tomorrow are looked at, for those due within three months', async () => {
  const { drafts } = await open()
  expect(drafts).toEqual([
    {
      employerId: 'employer-00000001',
      from: '2026-11-25',
      until: '2027-01-05',
      dueUntil: '2027-02-24',
      without: [],
      wished: [],
    },
  ])
})

test('who has no slot is named with the reason and what to do, the act first', async () => {
  const { page } = await open()
  const sections = [...page.querySelectorAll('section')].map((section) => section.textContent)
  expect(sections.join(' ')).toMatch(/First: Hearing test, Heart trace/)
  expect(sections.join(' ')).toContain(texts['cohort.why']['act-due'])
})

test('a pilot is chosen by the approval under which it runs', async () => {
  const { page, drafts } = await open()
  const select = page.querySelector<HTMLSelectElement>('#cohort-pilot')
  const rule = policy[3]?.rule
  if (rule?.kind !== 'approved') throw new Error('no approval')
  const { reference, scope } = rule.approval
  expect([...(select?.options ?? [])].map(({ textContent }) => textContent.trim())).toContain(
    `${reference} · ${scope}`,
  )
  if (select) select.value = reference
  select?.dispatchEvent(new Event('change'))
  await settle(page)
  expect(drafts.at(-1)).toMatchObject({ pilot: reference, employerId: 'employer-00000001' })
})

test('slots that stay free for requests are counted and named, with the way to plan those, and nobody’s name', async () => {
  const { page } = await open()
  const banner = page.querySelector('.banner.info')
  expect(banner?.textContent).toContain(texts['cohort.kept'](cohort.kept.length))
  expect(banner?.textContent).toContain(cohort.kept[0]?.physicianName)
  expect(banner?.querySelector('a')?.getAttribute('href')).toBe('/office/requests')
})

test('whoever is taken out is asked for no more, the next one keeps the keyboard, and can be put back', async () => {
  const { page, drafts } = await open()
  const before = rows(page)
  await click(page, '[data-out]')
  expect(rows(page)).toEqual(before.slice(1))
  expect(drafts.at(-1)?.without).toHaveLength(1)
  expect(document.activeElement?.getAttribute('data-out')).toBe(cohort.placed[1]?.workerId)
  await click(page, 'section .person button')
  expect(rows(page)).toEqual(before)
})

test('nothing is confirmed while the list is about to change', async () => {
  let asked = 0
  const sent: Cohort[] = []
  const { page } = await open({
    // The second one never comes.
    previewCohort: () => (++asked === 1 ? Promise.resolve(cohort) : new Promise(() => undefined)),
    confirmCohort: async (confirmed) => {
      sent.push(confirmed)
      return { planned: 6, queued: 6, withoutAddress: [] }
    },
  })
  await click(page, '[data-out]')
  await click(page, '.cohort-foot .primary')
  expect(sent).toEqual([])
})

test('what is shown is what is confirmed', async () => {
  const sent: Cohort[] = []
  const { page, notices } = await open({
    confirmCohort: async (confirmed) => {
      sent.push(confirmed)
      return { planned: 6, queued: 5, withoutAddress: [cohort.placed[4]?.workerId ?? ''] }
    },
  })
  await click(page, '.cohort-foot .primary')
  expect(sent[0]?.seats.map(({ slotId }) => slotId)).toEqual(
    cohort.placed.map(({ slot }) => slot.id),
  )
  expect(notices[0]).toMatchObject({ tone: 'wait' })
  expect(notices[0]?.sentences.join(' ')).toMatch(/6 workers planned.*5 invitations.*phone: Jürgen/)
})

test('what changed meanwhile is said above the list as it stands now', async () => {
  const { page, drafts } = await open({
    confirmCohort: () => Promise.reject(new ApiError('slot-taken', '/seats/0')),
  })
  await click(page, '.cohort-foot .primary')
  expect(page.textContent).toContain(texts.errors['slot-taken'])
  expect(page.textContent).toContain(texts['cohort.changed'])
  expect(drafts).toHaveLength(2)
})
