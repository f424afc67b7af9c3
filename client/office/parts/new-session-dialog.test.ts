// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { SessionDraft } from '../../../signaling/protocol/planning.ts'
import { ApiError } from '../../api/request.ts'
import { createFakeApi } from '../../gallery/office-fake-api.ts'
import { morning } from '../../gallery/office-samples.ts'
import { createFormat } from '../../i18n/format.ts'
import { errors, examTypes, texts as en } from '../../i18n/office/en.ts'
import './new-session-dialog.ts'

const texts = { ...en, errors, examTypes }

afterEach(() => document.body.replaceChildren())

test('a session on a day off is made only once the planner has said that they mean it', async () => {
  const drafts: SessionDraft[] = []
  const element = document.createElement('new-session-dialog')
  const api = createFakeApi({
    createSession: async (draft) => {
      drafts.push(draft)
      if (draft.onDayOff !== true) throw new ApiError('public-holiday', '/date', null)
      return morning
    },
  })
  const office = { api, texts, format: createFormat('en', 'Europe/Brussels'), now: () => 0 }
  const made: unknown[] = []
  element.addEventListener('session-made', (event) => made.push((event as CustomEvent).detail))
  Object.assign(element, { office, day: '2026-12-25' })
  document.body.append(element)
  await settle()
  const find = <Part extends HTMLElement>(selector: string) => {
    const part = element.querySelector<Part>(selector)
    if (part === null) throw new Error(`no ${selector}`)
    return part
  }
  const physician = find<HTMLSelectElement>('[name=physicianId]')
  physician.value = [...physician.options].at(-1)?.value ?? ''
  const submit = async () => {
    find('form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }))
    await settle()
  }

  await submit()
  expect(element.textContent).toContain(errors['public-holiday'])
  find<HTMLInputElement>('[name=dayOff]').checked = true
  await submit()
  expect(drafts.map(({ onDayOff }) => onDayOff)).toEqual([undefined, true])
  expect(made).toEqual([morning])
})

/** Every part draws itself in a turn of its own, and loads take one. */
async function settle() {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setTimeout(resolve))
}
