// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { createFormat } from '../i18n/format.ts'
import { texts as words } from '../i18n/choices/en.ts'
import { texts } from '../i18n/worker/en.ts'
import { sampleAppointment } from './samples.ts'
import { initialVisit, type Arrival } from './visit-state.ts'
import './visit-choices.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

const upcoming: MyAppointment = {
  ...sampleAppointment,
  state: 'upcoming',
  choice: { confirmed: false, until: '2026-11-23T08:00:00.000Z' },
}
const slot = {
  slotId: 'slot-0000000000000001',
  startsAt: '2026-11-25T09:00:00.000Z',
  endsAt: '2026-11-25T09:20:00.000Z',
  physicianName: 'Dr. Lien Claes',
  placeName: null,
}

/** The element as an early visitor has it; `answers` are the server's, by path. */
async function open(
  answers: Record<string, unknown>,
  arrival: Arrival = { phase: 'entered', appointment: upcoming },
) {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    asked.push(`${init.method} ${path}`)
    const answer = answers[path]
    const status = typeof answer === 'object' && answer !== null && 'code' in answer ? 409 : 200
    return new Response(JSON.stringify(answer), { status })
  })
  const element = document.createElement('visit-choices')
  element.texts = texts
  element.format = createFormat('en', 'Europe/Brussels')
  element.visit = { ...initialVisit, arrival }
  const wishes: string[] = []
  element.addEventListener('visit-wish', ({ detail }) => wishes.push(detail.type))
  document.body.append(element)
  const settle = () => vi.waitFor(() => element.updateComplete)
  await vi.waitFor(() => {
    if (element.querySelector('h2') === null) throw new Error('no words yet')
  })
  const tap = async (label: string) => {
    const buttons = [...element.querySelectorAll('button')]
    const button = buttons.find(({ textContent }) => textContent.includes(label))
    if (button === undefined) throw new Error(`no button ${label}`)
    button.click()
    await settle()
  }
  return { element, asked, wishes, tap }
}

test('one tap says "I come", and the page reads what holds now', async () => {
  const { tap, asked, wishes } = await open({ '/api/my-appointment/confirm': upcoming })
  await tap(words['confirm'])
  await vi.waitFor(() => expect(wishes).toEqual(['refresh']))
  expect(asked).toEqual(['POST /api/my-appointment/confirm'])
})

test('whoever only looked at the link enters by the same tap', async () => {
  const { tap, asked } = await open(
    { '/api/call-link/enter': upcoming, '/api/my-appointment/confirm': upcoming },
    { phase: 'seen', token: 'token-of-anna', appointment: upcoming },
  )
  await tap(words['confirm'])
  await vi.waitFor(() =>
    expect(asked).toEqual(['POST /api/call-link/enter', 'POST /api/my-appointment/confirm']),
  )
})

test('declining is asked once more, and can be left', async () => {
  const { tap, asked, wishes } = await open({ '/api/my-appointment/decline': upcoming })
  await tap(words['decline'])
  await tap(words['back'])
  await tap(words['decline'])
  expect(asked).toEqual([])
  await tap(words['decline-yes'])
  await vi.waitFor(() => expect(wishes).toEqual(['refresh']))
})

test('one tap takes another time; one that is gone is said, and the rest is offered anew', async () => {
  const taken = { '/api/my-appointment/slot': { code: 'slot-taken', reference: 'r' } }
  const { element, tap } = await open({ '/api/my-appointment/slots': [slot], ...taken })
  await tap(words['move'])
  await vi.waitFor(() => expect(element.textContent).toContain('Wednesday 25 November, 10:00'))
  await tap('10:00')
  await vi.waitFor(() => expect(element.textContent).toContain(words['taken']))
  await vi.waitFor(() => expect(element.textContent).toContain('10:00'))
})

test('where nothing is free the telephone is named', async () => {
  const { element, tap } = await open({ '/api/my-appointment/slots': [] })
  await tap(words['move'])
  await vi.waitFor(() => expect(element.textContent).toContain('02 555 01 00'))
})
