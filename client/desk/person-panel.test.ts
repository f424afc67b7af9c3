// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import { createFormat } from '../i18n/format.ts'
import { loadCatalogue } from './catalogue.ts'
import { entriesOf } from './entries.ts'
import { createFakeLive } from './fake-live.ts'
import './person-panel.ts'
import { here, sampleInstant, sampleNow, sampleRow, sampleView, viewsOf } from './samples.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const anna = sampleRow('Anna Peeters', 0)

async function open(presence: ReturnType<typeof here>, change: Partial<DeskRow> = {}) {
  const row = { ...anna, ...change }
  const catalogue = await loadCatalogue('en')
  const { state: live } = createFakeLive({
    consultations: viewsOf(sampleView(row, { presence })),
  })
  const [entry = null] = entriesOf({
    rows: [row],
    live,
    now: sampleNow,
    current: row,
    mayRing: true,
  })
  const format = createFormat('en', 'Europe/Brussels')
  const panel = Object.assign(document.createElement('person-panel'), {
    catalogue,
    format,
    entry,
    ticked: new Set(['video'] as const),
  })
  document.body.append(panel)
  await panel.updateComplete
  return panel.textContent
}

test('a worker whose page was taken over is said to have gone on elsewhere, and when', async () => {
  expect(await open(here(9, { takenOverAt: sampleInstant(-3) }))).toContain(
    'The worker went on in another window or on another device at 09:31.',
  )
})

test('a worker who stayed in one window is not', async () => {
  expect(await open(here(9))).not.toContain('another window')
})

test('what a worker declared on their own page is said to be theirs, and when', async () => {
  const declared = { consent: 'video', at: sampleInstant(-4), ownPage: true } as const
  expect(await open(here(9), { declared: [declared] })).toContain('Said on their own page at 09:30')
  expect(await open(here(9), { declared: [{ ...declared, ownPage: false }] })).not.toContain(
    'own page',
  )
})

test('that somebody is with the worker is told', async () => {
  const accompanied = { consent: 'accompanied', at: sampleInstant(-4), ownPage: true } as const
  expect(await open(here(9), { declared: [accompanied] })).toContain('Someone is with them')
})
