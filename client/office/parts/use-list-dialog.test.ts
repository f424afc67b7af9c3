// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { ApiError } from '../../api/request.ts'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { sampleNow } from '../../gallery/office-samples.ts'
import { createFormat } from '../../i18n/format.ts'
import type { OfficeApi } from '../office-api.ts'
import { loadTexts } from '../texts.ts'
import type { Notice } from './office-element.ts'
import './use-list-dialog.ts'

const { texts } = await loadTexts('en')

afterEach(() => document.body.replaceChildren())

/** Puts two workers of a list into the first session that has room; returns what is said of it. */
async function useList(change: Partial<OfficeApi>): Promise<Notice | undefined> {
  const notices: Notice[] = []
  const dialog = document.createElement('use-list-dialog')
  dialog.office = {
    api: createFakeApi(change),
    texts,
    format: createFormat('en', 'Europe/Brussels'),
    now: () => sampleNow,
  }
  dialog.workerIds = ['worker-0000000001', 'worker-0000000002']
  dialog.addEventListener('office-notice', (event) => {
    notices.push((event as CustomEvent<Notice>).detail)
  })
  document.body.append(dialog)
  await settle()
  const form = dialog.querySelector('form')
  for (const select of dialog.querySelectorAll('select'))
    select.value = [...select.options].find(({ value }) => value !== '')?.value ?? ''
  form?.dispatchEvent(new SubmitEvent('submit', { cancelable: true }))
  await settle()
  dialog.remove()
  return notices[0]
}

async function settle() {
  for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setTimeout(resolve))
}

test('a list that was put into a session can be taken out again, though its page is left', async () => {
  const undone: string[][] = []
  const notice = await useList({
    undoFill: async (_sessionId, ids) => {
      undone.push([...ids])
      return { takenBack: [...ids], kept: [] }
    },
  })
  const [undo] = notice?.acts ?? []
  expect(undo?.label).toBe(texts['move.undo'])
  const after = await undo?.act()
  expect(undone).toHaveLength(1)
  expect(after).toEqual({
    tone: 'go',
    sentences: [texts['fill.undone'](undone[0]?.length ?? 0)],
  })
})

test('that it is too late for it is said in words', async () => {
  const notice = await useList({ undoFill: () => Promise.reject(new ApiError('undo-over')) })
  expect(await notice?.acts?.[0]?.act()).toEqual({
    tone: 'wait',
    sentences: [texts.errors['undo-over']],
  })
})
