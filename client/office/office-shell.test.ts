// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createFakeApi } from '../gallery/office-fake-api.ts'
import { me, sampleNow } from '../gallery/office-samples.ts'
import { createFormat } from '../i18n/format.ts'
import './office-shell.ts'
import type { Notice } from './parts/office-element.ts'
import { loadTexts } from './texts.ts'

const { texts } = await loadTexts('en')

afterEach(() => document.body.replaceChildren())

/** Opens the workers' page below a notice whose act takes until `finish` is called. */
async function openWithAct() {
  history.replaceState(null, '', '/office/workers')
  const shell = document.createElement('office-shell')
  shell.office = {
    api: createFakeApi({}),
    texts,
    format: createFormat('en', 'Europe/Brussels'),
    now: () => sampleNow,
  }
  shell.me = me
  shell.locale = 'en'
  document.body.append(shell)
  let resolve = (_after: Notice) => {}
  const promise = new Promise<Notice>((done) => (resolve = done))
  let begun = 0
  const act = () => {
    begun++
    return promise
  }
  const detail: Notice = { tone: 'go', sentences: ['Done.'], acts: [{ label: 'Undo', act }] }
  shell.dispatchEvent(new CustomEvent('office-notice', { detail }))
  await shell.updateComplete
  return {
    shell,
    undo: () => shell.querySelector<HTMLButtonElement>('.notice .button:not(.link)'),
    begun: () => begun,
    finish: async () => {
      resolve({ tone: 'go', sentences: ['Taken out again.'] })
      await promise
      await shell.updateComplete
      await shell.updateComplete
    },
  }
}

test('what a notice offers begins once, however often it is pressed while it runs', async () => {
  const { shell, undo, begun, finish } = await openWithAct()
  undo()?.click()
  await shell.updateComplete
  expect(undo()?.disabled).toBe(true)
  undo()?.click()
  expect(begun()).toBe(1)
  await finish()
  expect(shell.querySelector('.notice')?.textContent).toContain('Taken out again.')
})

test('what was typed on another page in the meantime stays', async () => {
  const { shell, undo, finish } = await openWithAct()
  const page = shell.querySelector('page-workers')
  undo()?.click()
  await finish()
  expect(page).not.toBeNull()
  expect(shell.querySelector('page-workers')).toBe(page)
})
