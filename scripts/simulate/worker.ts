/** A worker with a mail in hand: cancels, asks for a visit in person, stays away, or comes and waits to be rung. */
import { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import type { Browser } from './browser.ts'
import type { Page } from './page.ts'
import type { Link } from './inbox.ts'
import type { Person } from './people.ts'
import type { Sight, Tally } from './tally.ts'
import type { VirtualTime } from './virtual-time.ts'

const second = 1000
const hour = 60 * 60 * second

export interface WorkerOptions {
  readonly person: Person
  readonly link: Link
  readonly browser: Browser
  readonly time: VirtualTime
  readonly tally: Tally
  /** Says to the office that they cannot come. */
  readonly cancel: () => Promise<boolean>
  readonly openPage: (browser: Browser) => Promise<Page>
}

/** Resolves when the worker has done all that they are going to do about this appointment. */
export async function attend(options: WorkerOptions): Promise<void> {
  const { person, link, browser, time, tally } = options
  const { token, startsAt, appointmentId: subject, isChosen } = link
  const { intent } = person
  const note = (what: Sight) => tally.note({ what, subject, at: time.clock.now(), startsAt })
  if (isChosen && intent.kind !== 'stays-away') return come(options, note)
  switch (intent.kind) {
    case 'stays-away':
      return
    case 'cancels':
      await time.until(startsAt - intent.beforeMs)
      if (await options.cancel()) note('cancelled')
      return
    case 'prefers-in-person': {
      if (intent.beforeMs === 'at-the-ring') return come(options, note)
      await time.until(startsAt - intent.beforeMs)
      const { state } = await browser.post('/api/call-link/in-person', { token }, MyAppointment)
      if (state === 'in-person') note('preferred-in-person')
      return
    }
    case 'comes':
      return come(options, note)
  }
}

async function come(options: WorkerOptions, note: (what: Sight) => void): Promise<void> {
  const { person, link, browser, time } = options
  const { token, startsAt } = link
  await time.until(startsAt - person.earlyMs)
  const { state } = await browser.post('/api/call-link/enter', { token }, MyAppointment)
  if (state !== 'open') return
  note('entered')
  const page = await options.openPage(browser)
  page.say({ type: 'readiness', readiness: 'ready', visible: true })
  await waitForTheTalk(options, page, note)
  await time.sleep(10 * second)
  await page.close()
}

async function waitForTheTalk(
  { person, link, browser, time }: WorkerOptions,
  page: Page,
  note: (what: Sight) => void,
): Promise<void> {
  const now = () => time.clock.now()
  const leavesAt = link.startsAt + 2 * hour
  const view = () => page.mine()
  const isRinging = () => view()?.ring?.phase === 'ringing'
  const isOver = () => view() === undefined || view()?.over === true
  while (await page.until(() => isRinging() || isOver(), leavesAt)) {
    if (isOver()) return
    await time.sleep(person.answerMs)
    const { appointmentId, ring } = view() ?? {}
    if (appointmentId === undefined || ring?.phase !== 'ringing') continue
    page.say({ type: 'ring-shown', appointmentId, ringId: ring.id })
    if (person.intent.kind === 'prefers-in-person' && !link.isChosen) {
      await browser.post('/api/my-appointment/in-person', null, MyAppointment)
      return note('preferred-in-person')
    }
    page.say({ type: 'answer', appointmentId, ringId: ring.id })
    await page.until(() => view()?.call?.phase === 'open' || isOver(), now() + 5 * second)
    await page.until(() => view()?.call?.phase === 'ended' || isOver(), leavesAt)
  }
}
