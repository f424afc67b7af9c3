// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError } from '../api/request.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { texts } from '../i18n/leave/en.ts'
import { loadLeaveTexts } from '../i18n/leave/load.ts'
import { beginProof } from '../trust/own-identity.ts'
import { sampleAppointment, sampleNow } from './samples.ts'
import { initialVisit, type VisitState } from './visit-state.ts'
import { LeaveDevice } from './leave-device.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
})

/** In a company room. */
const visit: VisitState = {
  ...initialVisit,
  arrival: { phase: 'entered', appointment: { ...sampleAppointment, roomName: 'Brussel 4.12' } },
}

const done = () => Promise.resolve()

/** Opens what a device shows at `now`; the test holds the time. */
async function open(leave: () => Promise<void> = done, state = visit, now = sampleNow) {
  const went: string[] = []
  const timers = createFakeTimers()
  const deleted: string[] = []
  vi.stubGlobal('indexedDB', { deleteDatabase: (name: string) => deleted.push(name) })
  const element = Object.assign(new LeaveDevice(), {
    visit: state,
    leave,
    go: (page: string) => went.push(page),
    time: { after: timers.after, now: () => now + timers.now() },
  })
  document.body.append(element)
  localStorage.setItem('camera', 'the one of the worker before')
  sessionStorage.setItem('visit', 'begun')
  await vi.waitUntil(() => element.querySelector('button') !== null)
  await element.updateComplete
  const wait = async (seconds: number) => {
    timers.advance(seconds * 1000)
    await element.updateComplete
    return element.textContent
  }
  return { element, went, deleted, timers, wait }
}

async function leaveWith(leave: () => Promise<void>) {
  const opened = await open(leave)
  const { element, went } = opened
  element.querySelector('button')?.click()
  await vi.waitUntil(() => went.length > 0 || element.querySelector('[role=alert]') !== null)
  return opened
}

test('the next person on the room’s tablet finds its own page, and nothing kept', async () => {
  const { went, deleted } = await leaveWith(() => Promise.resolve())
  expect(went).toEqual(['/room/'])
  expect([localStorage.length, sessionStorage.length]).toEqual([0, 0])
  expect(deleted).toEqual(['visite-identity'])
})

test('what is deleted is where the key of the way to itsme was put', async () => {
  const { deleted } = await leaveWith(() => Promise.resolve())
  const opened: string[] = []
  const open = (name: string) => {
    opened.push(name)
    throw new Error('no database here')
  }
  vi.stubGlobal('indexedDB', { open })
  await beginProof()
  expect(opened).toEqual(deleted)
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

describe('a device that nobody touches', () => {
  test('clears itself after a minute, and counts until then', async () => {
    const { went, wait, timers } = await open()
    expect(await wait(1)).toContain(texts.soon('59 seconds'))
    expect(await wait(58)).toContain(texts.soon('1 second'))
    expect(went).toEqual([])
    await wait(1)
    await vi.waitUntil(() => went.length > 0)
    expect(went).toEqual(['/room/'])
    expect([localStorage.length, sessionStorage.length, timers.pending()]).toEqual([0, 0, 0])
  })

  test('says so to the ear once, in a line that stood there before', async () => {
    const { element, wait } = await open()
    const heard = () => element.querySelector('[role=status]')?.textContent
    expect(heard()).toBe(texts.soon('60 seconds'))
    const changes: MutationRecord[] = []
    const line = element.querySelector('[role=status]')
    if (line === null) throw new Error('no such line')
    const watch = new MutationObserver((records) => changes.push(...records))
    watch.observe(line, { childList: true, characterData: true, subtree: true })
    await wait(40)
    changes.push(...watch.takeRecords())
    watch.disconnect()
    expect([heard(), changes]).toEqual([texts.soon('60 seconds'), []])
    const seen = element.querySelector('[aria-hidden=true].tabular')
    expect(seen?.textContent).toBe(texts.soon('20 seconds'))
  })

  test.each(['pointerdown', 'keydown'])('is touched: %s begins anew', async (touch) => {
    const { went, wait } = await open()
    await wait(50)
    document.body.dispatchEvent(new Event(touch, { bubbles: true }))
    expect(await wait(50)).toContain(texts.soon('10 seconds'))
    expect(went).toEqual([])
  })

  test('stays as it is where the person wants that, and the keyboard is at the button that clears', async () => {
    const { element, went, wait, timers } = await open()
    const [clear, keep] = element.querySelectorAll('button')
    keep?.click()
    await wait(600)
    expect([went, timers.pending()]).toEqual([[], 0])
    expect(element.querySelector('[role=status]:not(.unseen)')?.textContent).toBe(texts.kept)
    expect(document.activeElement).toBe(clear)
  })

  test('tries again after a minute where it could not be cleared', async () => {
    let tries = 0
    const { element, went, wait } = await open(() =>
      ++tries === 1 ? Promise.reject(new ApiError('offline')) : Promise.resolve(),
    )
    await wait(60)
    await vi.waitUntil(() => element.querySelector('[role=alert]') !== null)
    expect(went).toEqual([])
    await wait(60)
    await vi.waitUntil(() => went.length > 0)
    expect(tries).toBe(2)
  })

  test('counts no more once another screen is there', async () => {
    const { element, went, timers } = await open()
    element.remove()
    timers.advance(100_000)
    expect([went, timers.pending()]).toEqual([[], 0])
  })

  test('is left alone where the waiting room is not open yet: it is read at home', async () => {
    const { element, timers } = await open(done, visit, sampleNow - 16 * 60_000)
    expect(timers.pending()).toBe(0)
    expect(element.querySelectorAll('button')).toHaveLength(1)
  })
})

test('on a device of the worker’s own nothing is offered and nothing counts', async () => {
  const timers = createFakeTimers()
  const own: VisitState = {
    ...initialVisit,
    arrival: { phase: 'entered', appointment: sampleAppointment },
  }
  const element = Object.assign(new LeaveDevice(), { visit: own, time: timers })
  document.body.append(element)
  await element.updateComplete
  await loadLeaveTexts('en')
  await element.updateComplete
  expect([element.textContent, timers.pending()]).toEqual(['', 0])
})
