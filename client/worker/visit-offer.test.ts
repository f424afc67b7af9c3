// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { OfferOnPage } from '../../signaling/protocol/offers.ts'
import { texts as words } from '../i18n/earlier/en.ts'
import { createFormat } from '../i18n/format.ts'
import { texts } from '../i18n/worker/en.ts'
import { sampleAppointment, sampleLive } from './samples.ts'
import { initialVisit } from './visit-state.ts'
import './visit-offer.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const offerId = 'offer-00000000000001'
const path = `/api/my-appointment/offers/${offerId}`
const appointment = { ...sampleAppointment, startsAt: '2026-11-24T08:45:00.000Z' } as const
const offer: OfferOnPage = {
  state: 'open',
  startsAt: '2026-11-24T08:30:00.000Z',
  endsAt: '2026-11-24T08:50:00.000Z',
  until: '2026-11-24T08:35:00.000Z',
  physicianName: 'Dr. Lien Claes',
  placeName: null,
  insteadOf: appointment.startsAt,
  service: appointment.service,
  timeZone: 'Europe/Brussels',
  serverTime: '2026-11-24T08:25:00.000Z',
}

/** As a worker has it who waits since 09:25 in Brussels; `answers` are the server's, by path. */
async function open(answers: Record<string, unknown> = {}) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(`${init.method} ${address}`)
    const answer = answers[address] ?? offer
    if (answer === 'lost') throw new TypeError('Failed to fetch')
    const status = typeof answer === 'object' && 'code' in answer ? 404 : 200
    return new Response(JSON.stringify(answer), { status })
  })
  const element = document.createElement('visit-offer')
  element.texts = texts
  element.format = createFormat('en', 'Europe/Brussels')
  element.now = Date.parse('2026-11-24T08:25:00.000Z')
  const show = (offered: boolean) => {
    const live = sampleLive(offered ? { offerId } : {})
    element.visit = { ...initialVisit, arrival: { phase: 'entered', appointment }, live }
  }
  const wishes: string[] = []
  element.addEventListener('visit-wish', ({ detail }) => wishes.push(detail.type))
  show(true)
  document.body.append(element)
  const said = () =>
    element.querySelector('[role=status]')?.textContent.replaceAll(/\s+/g, ' ').trim()
  const saying = (text: string) => vi.waitFor(() => expect(said()).toContain(text))
  const tap = (label: string) => {
    const buttons = [...element.querySelectorAll('button')]
    buttons.find(({ textContent }) => textContent.trim() === label)?.click()
  }
  await saying(words['title'])
  return { element, asked, wishes, show, said, saying, tap }
}

test('says with whom and when, instead of what, and until when one can answer', async () => {
  const { said } = await open()
  expect(said()).toContain(words['at']('Dr. Lien Claes', '09:30', '09:45'))
  expect(said()).toContain(words['until']('09:35'))
})

test('says “now” once the moment has begun', async () => {
  const { element, saying } = await open()
  element.now = Date.parse('2026-11-24T08:31:00.000Z')
  await saying(words['now']('Dr. Lien Claes', '09:45'))
})

test('takes exactly this moment with one tap, and reads the appointment anew', async () => {
  const { asked, wishes, tap, saying } = await open({
    [`${path}/accept`]: { ...offer, state: 'accepted' },
  })
  tap(words['take'])
  tap(words['take'])
  await saying(words['taken']('Dr. Lien Claes'))
  expect(asked).toEqual([`GET ${path}`, `POST ${path}/accept`])
  expect(wishes).toEqual(['refresh'])
})

test('leaves the own time to who says no', async () => {
  const { asked, tap, saying } = await open({
    [`${path}/decline`]: { ...offer, state: 'declined' },
  })
  tap(words['keep'])
  await saying(words['kept']('09:45'))
  expect(asked.at(-1)).toBe(`POST ${path}/decline`)
})

test('says that it is gone when the server takes it back, and offers no button any more', async () => {
  const { element, show, saying } = await open()
  show(false)
  await saying(words['gone']('09:45'))
  expect(element.querySelector('button')).toBeNull()
})

test('… and when the time to answer is over, before the server says so', async () => {
  const { element, saying } = await open()
  element.now = Date.parse('2026-11-24T08:35:00.000Z')
  await saying(words['gone']('09:45'))
  expect(element.querySelector('button')).toBeNull()
})

test('… and when somebody was quicker', async () => {
  const { tap, saying } = await open({ [`${path}/accept`]: { ...offer, state: 'withdrawn' } })
  tap(words['take'])
  await saying(words['gone']('09:45'))
})

test('a tap whose answer was lost is not taken for a no: the server says what became of it', async () => {
  const answers: Record<string, unknown> = { [`${path}/accept`]: 'lost' }
  const { tap, saying, show, wishes } = await open(answers)
  tap(words['take'])
  await saying(texts['arrival.failed'])
  // It may be theirs already: the time that stands elsewhere on the page is read anew.
  expect(wishes).toEqual(['refresh'])
  answers[path] = { ...offer, state: 'accepted' }
  show(false)
  await saying(words['taken']('Dr. Lien Claes'))
  expect(wishes).toEqual(['refresh', 'refresh'])
})

test('… also where the time to answer is over meanwhile, and asked again while nothing comes through', async () => {
  const answers: Record<string, unknown> = { [`${path}/accept`]: 'lost' }
  const { element, asked, tap, saying, said } = await open(answers)
  tap(words['take'])
  await saying(texts['arrival.failed'])
  const asks = () => asked.filter((each) => each === `GET ${path}`).length
  answers[path] = 'lost'
  const late = Date.parse(offer.until)
  for (const second of [0, 1, 4]) {
    element.now = late + second * 1000
    await element.updateComplete
  }
  expect(asks()).toBe(2)
  expect(said()).toContain(texts['arrival.failed'])
  answers[path] = { ...offer, state: 'withdrawn' }
  element.now = late + 5000
  await saying(words['gone']('09:45'))
  expect(asks()).toBe(3)
})
