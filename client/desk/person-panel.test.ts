// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createFormat } from '../i18n/format.ts'
import { loadCatalogue } from './catalogue.ts'
import { entriesOf } from './entries.ts'
import { createFakeLive } from './fake-live.ts'
import './person-panel.ts'
import { here, sampleInstant, sampleNow, sampleRow, sampleView, viewsOf } from './samples.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const row = sampleRow('Anna Peeters', 0)

async function open(presence: ReturnType<typeof here>) {
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
  const panel = Object.assign(document.createElement('person-panel'), { catalogue, format, entry })
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
