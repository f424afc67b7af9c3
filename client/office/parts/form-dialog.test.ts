// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { ApiError } from '../../api/request.ts'
import { createFormat } from '../../i18n/format.ts'
import { loadTexts } from '../texts.ts'
import type { Values } from './field.ts'
import './form-dialog.ts'
import type { FormDialog, FormPlan } from './form-dialog.ts'

const { texts } = await loadTexts('en')

afterEach(() => document.body.replaceChildren())

async function open(save: (values: Values) => Promise<void>, change: Partial<FormPlan> = {}) {
  const dialog = document.createElement('form-dialog')
  dialog.office = {
    api: createFakeApi({}),
    texts,
    format: createFormat('en', 'Europe/Brussels'),
    now: () => 0,
  }
  dialog.plan = {
    heading: 'Add',
    submit: 'Add',
    fields: [
      { name: 'name', label: 'Name', kind: 'text', required: true, maxLength: 120 },
      { name: 'personnelNumber', label: 'Number', kind: 'text', required: false },
    ],
    save,
    ...change,
  }
  let closed = 0
  dialog.addEventListener('dialog-close', () => (closed += 1))
  document.body.append(dialog)
  await settle(dialog)
  return { dialog, closed: () => closed }
}

async function settle(dialog: FormDialog) {
  for (let turn = 0; turn < 8; turn++) {
    await Promise.resolve()
    await dialog.updateComplete
    await dialog.querySelector('vi-dialog')?.updateComplete
  }
}

async function submit(dialog: FormDialog, name: string) {
  const input = dialog.querySelector<HTMLInputElement>('[name=name]')
  if (input !== null) input.value = name
  dialog
    .querySelector('form')
    ?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  await settle(dialog)
}

test('an empty field is named at the field, and nothing is stored', async () => {
  const saved: Values[] = []
  const { dialog, closed } = await open(async (values) => void saved.push(values))
  await submit(dialog, '   ')
  const input = dialog.querySelector('[name=name]')
  expect(input?.getAttribute('aria-invalid')).toBe('true')
  expect(dialog.querySelector(`#${input?.getAttribute('aria-describedby')}`)?.textContent).toBe(
    texts['form.missing'],
  )
  expect([saved, closed()]).toEqual([[], 0])
})

test('what was filled in is stored without blanks around it, and the dialog goes', async () => {
  const saved: Values[] = []
  const { dialog, closed } = await open(async (values) => void saved.push(values))
  await submit(dialog, '  D’Hondt ')
  expect(saved).toEqual([{ name: 'D’Hondt', personnelNumber: '' }])
  expect(closed()).toBe(1)
})

test('a refusal that points at a field stands there, any other above the buttons', async () => {
  const refuse = (refusal: ApiError) => open(() => Promise.reject(refusal))
  const atField = await refuse(new ApiError('in-use', '/personnelNumber'))
  await submit(atField.dialog, 'Anna')
  expect(atField.dialog.querySelector('#form-personnelNumber-error')?.textContent).toBe(
    texts.errors['in-use'],
  )
  expect(atField.dialog.querySelector('[role=alert]')).toBeNull()
  atField.dialog.remove()

  const elsewhere = await refuse(new ApiError('unavailable', null, 'req-1'))
  await submit(elsewhere.dialog, 'Anna')
  const alert = elsewhere.dialog.querySelector('[role=alert]')
  expect(alert?.textContent).toContain(texts.errors.unavailable)
  expect(alert?.textContent).toContain('req-1')
  expect([atField.closed(), elsewhere.closed()]).toEqual([0, 0])
})
