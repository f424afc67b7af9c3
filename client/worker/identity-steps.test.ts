// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { texts as words } from '../i18n/identity/en.ts'
import { texts } from '../i18n/worker/en.ts'
import { sampleAppointment } from './samples.ts'
import { initialVisit } from './visit-state.ts'
import './identity-steps.ts'

afterEach(() => {
  document.body.replaceChildren()
})

async function open() {
  document.documentElement.lang = 'en'
  const element = document.createElement('identity-steps')
  element.texts = texts
  element.visit = {
    ...initialVisit,
    arrival: {
      phase: 'entered',
      appointment: { ...sampleAppointment, identify: ['itsme', 'code', 'card'] },
    },
  }
  document.body.append(element)
  const named = (label: string) =>
    [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(label))
  await vi.waitFor(() => {
    if (named(words['itsme']) === undefined) throw new Error('no words yet')
  })
  const tap = async (label: string) => {
    named(label)?.click()
    await vi.waitFor(() => element.updateComplete)
  }
  return { element, named, tap }
}

test('each step begins where the focus is: at its heading, and back at the first way', async () => {
  const { element, named, tap } = await open()
  await tap(words['no-itsme'])
  expect(document.activeElement).toBe(element.querySelector('h2'))
  await tap(words['back'])
  expect(document.activeElement).toBe(named(words['itsme']))
})
