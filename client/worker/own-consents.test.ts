// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { Declaration } from '../../signaling/protocol/consents.ts'
import { createFormat } from '../i18n/format.ts'
import { texts as words } from '../i18n/consents/en.ts'
import { consentTextVersion } from '../i18n/consents/version.ts'
import { texts } from '../i18n/worker/en.ts'
import { sampleAppointment } from './samples.ts'
import { initialVisit } from './visit-state.ts'
import './own-consents.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const said = (consent: Declaration['consent'], ownPage = true): Declaration => ({
  consent,
  at: '2026-11-24T07:55:00.000Z',
  ownPage,
})
const agreed = [said('video'), said('alone'), said('unrecorded')]

/** The card as the waiting room has it, where this was declared; `answer` is the server's. */
async function open(declared: readonly Declaration[] | undefined, answer: object = {}) {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init: { readonly body: string }) => {
    asked.push([path, JSON.parse(init.body)])
    return new Response(JSON.stringify(answer), { status: 'code' in answer ? 400 : 200 })
  })
  document.documentElement.lang = 'en'
  const card = document.createElement('own-consents')
  card.texts = texts
  card.format = createFormat('en', 'Europe/Brussels')
  const appointment = { ...sampleAppointment, ...(declared && { declared: [...declared] }) }
  card.visit = { ...initialVisit, arrival: { phase: 'entered', appointment } }
  const wishes: string[] = []
  card.addEventListener('visit-wish', ({ detail }) => wishes.push(detail.type))
  document.body.append(card)
  const shows = (text: string) => vi.waitFor(() => expect(card.textContent).toContain(text))
  const tap = (label: string) => {
    const buttons = [...card.querySelectorAll('button')]
    const button = buttons.find(({ textContent }) => textContent.includes(label))
    if (button === undefined) throw new Error(`no button ${label}`)
    button.click()
  }
  return { card, asked, wishes, shows, tap }
}

test('the text stands there whole, and one tap agrees to it and says who is in the room', async () => {
  const answer = { ...sampleAppointment, declared: agreed }
  const { asked, wishes, shows, tap } = await open([], answer)
  for (const sentence of words['informed']) await shows(sentence)
  await shows(words['video'])
  await shows(words['unrecorded'])
  tap(words['agree-alone'])
  await shows(words['agreed']('08:55'))
  await shows(words['alone'])
  const body = { company: 'alone', language: 'en', textVersion: consentTextVersion }
  expect(asked).toEqual([['/api/my-appointment/consents', body]])
  expect(wishes).toEqual(['refresh'])
})

test('whoever is not alone says so by the same tap', async () => {
  const { asked, tap, shows } = await open([])
  await shows(words['title'])
  tap(words['agree-accompanied'])
  expect(asked).toMatchObject([[expect.any(String), { company: 'accompanied' }]])
})

test('what was agreed to can be read again, changed, and taken back by a visit in person', async () => {
  const { wishes, shows, tap } = await open(agreed)
  await shows(words['agreed']('08:55'))
  tap(words['change'])
  await shows(words['title'])
  tap(words['take-back'])
  expect(wishes).toEqual(['in-person'])
})

test('what the physician only heard is still theirs to say', async () => {
  const { shows } = await open([said('video', false)])
  await shows(words['title'])
})

test('a text that is not today’s any more is not agreed to: the page is loaded again', async () => {
  const { wishes, shows, tap } = await open([], { code: 'invalid', at: '/textVersion' })
  await shows(words['title'])
  tap(words['agree-alone'])
  await shows(texts['outdated.title'])
  tap(texts['outdated.load'])
  expect(wishes).toEqual(['load-page'])
})

test('texts that could not be had are asked for again when the server is heard again', async () => {
  const { card } = await open(undefined)
  const again = document.createElement('own-consents')
  let tries = 0
  again.loadTexts = async () => {
    tries += 1
    if (tries === 1) throw new TypeError('Failed to fetch')
    return words
  }
  const appointment = { ...sampleAppointment, declared: [] }
  const read = () => {
    again.visit = { ...initialVisit, arrival: { phase: 'entered', appointment } }
  }
  again.texts = card.texts
  again.format = card.format
  read()
  document.body.append(again)
  await again.updateComplete
  again.now += 1000
  await again.updateComplete
  expect([tries, again.textContent.trim()]).toEqual([1, ''])
  read()
  await vi.waitFor(() => expect(again.textContent).toContain(words['title']))
})

test('where nothing can be declared, nothing is asked', async () => {
  const { card } = await open(undefined)
  await card.updateComplete
  expect(card.textContent.trim()).toBe('')
})
