// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { texts as words } from '../i18n/identity/en.ts'
import { texts } from '../i18n/worker/en.ts'
import { sampleAppointment } from './samples.ts'
import { initialVisit } from './visit-state.ts'
import './identity-steps.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

async function open() {
  document.documentElement.lang = 'en'
  const element = document.createElement('identity-steps')
  element.texts = texts
  element.visit = {
    ...initialVisit,
    arrival: {
      phase: 'entered',
      appointment: { ...sampleAppointment, identify: ['itsme', 'code', 'sms', 'card'] },
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

test('a code by SMS says to which number it went, by its end; another one goes the same way', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return Response.json({ numberEnd: '56' })
  })
  const { element, tap } = await open()
  await tap(words['no-itsme'])
  await tap(words['sms'])
  await vi.waitFor(() => expect(element.textContent).toContain(words['sms-sent']('56')))
  await tap(words['code-again'])
  await vi.waitFor(() =>
    expect(asked).toEqual(['/api/identification/code-by-sms', '/api/identification/code-by-sms']),
  )
})
