// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { ApiError } from '../api/request.ts'
import { texts } from '../i18n/leave/en.ts'
import { sampleAppointment } from './samples.ts'
import { initialVisit, type VisitState } from './visit-state.ts'
import { LeaveDevice } from './leave-device.ts'

afterEach(() => document.body.replaceChildren())

/** In a company room. */
const visit: VisitState = {
  ...initialVisit,
  arrival: { phase: 'entered', appointment: { ...sampleAppointment, roomName: 'Brussel 4.12' } },
}

async function leaveWith(leave: () => Promise<void>) {
  const went: string[] = []
  const element = Object.assign(new LeaveDevice(), {
    visit,
    leave,
    go: (page: string) => went.push(page),
  })
  document.body.append(element)
  await vi.waitUntil(() => element.querySelector('button') !== null)
  localStorage.setItem('camera', 'the one of the worker before')
  sessionStorage.setItem('visit', 'begun')
  element.querySelector('button')?.click()
  await vi.waitUntil(() => went.length > 0 || element.querySelector('[role=alert]') !== null)
  return { element, went }
}

test('the next person on the room’s tablet finds its own page, and nothing kept', async () => {
  const { went } = await leaveWith(() => Promise.resolve())
  expect(went).toEqual(['/room/'])
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
})

test('whoever is signed out already leaves all the same', async () => {
  const { went } = await leaveWith(() => Promise.reject(new ApiError('signed-out')))
  expect(went).toEqual(['/room/'])
})

test('a device that could not be cleared is said to be so, and stays where it is', async () => {
  const { element, went } = await leaveWith(() => Promise.reject(new ApiError('offline')))
  expect(went).toEqual([])
  expect(element.textContent).toContain(texts.failed)
})
