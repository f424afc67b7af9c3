/** A worker with a mail in hand: answers, cancels, asks for a visit in person, stays away, or comes and waits to be rung. */
import { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { OfferOnPage } from '../../signaling/protocol/offers.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Browser } from './browser.ts'
import type { Page } from './page.ts'
import type { Link } from './inbox.ts'
import type { Person } from './people.ts'
import { decline, lookForChoice, reply, untilBefore, type ReplyOptions } from './reply.ts'
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
  /** Says to the office that they cannot come; returns which appointment it took off. */
  readonly cancel: () => Promise<Id | null>
  /** With which they answer before the day. */
  readonly replyBrowser: Browser
  readonly openPage: (browser: Browser) => Promise<Page>
}

/** Resolves when the worker has done all that they are going to do about this appointment. */
export async function attend(options: WorkerOptions): Promise<void> {
  const { link, time, tally, replyBrowser } = options
  const note: Note = (what, subject = link.appointmentId) =>
    tally.note({ what, subject, at: time.clock.now(), startsAt: link.startsAt })
  const replies = { ...options, browser: replyBrowser, note }
  await Promise.all([reply(replies), decide(options, replies, note)])
}

type Note = (what: Sight, subject?: Id) => void

async function decide(options: WorkerOptions, replies: ReplyOptions, note: Note): Promise<void> {
  const { person, link, browser, time } = options
  const { intent } = person
  switch (intent.kind) {
    case 'stays-away':
      return
    case 'cancels':
      await untilBefore(link, intent.beforeMs, time)
      return link.isChosen ? come(options, note) : cancel(options, replies, note)
    case 'prefers-in-person': {
      if (intent.beforeMs === 'at-the-ring') return come(options, note)
      await untilBefore(link, intent.beforeMs, time)
      if (link.isChosen) return come(options, note)
      const { token } = link
      const { state } = await browser.post('/api/call-link/in-person', { token }, MyAppointment)
      if (state === 'in-person') note('preferred-in-person')
      return
    }
    case 'comes':
      return come(options, note)
  }
}

/** On the page as long as it lets them; then there is the telephone. */
async function cancel(options: WorkerOptions, replies: ReplyOptions, note: Note): Promise<void> {
  if ((await lookForChoice(replies)) !== null) return decline(replies)
  const cancelled = await options.cancel()
  if (cancelled !== null) note('cancelled', cancelled)
}

async function come(options: WorkerOptions, note: Note): Promise<void> {
  const { person, link, browser, time } = options
  await untilBefore(link, person.earlyMs, time)
  const { token } = link
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
  note: Note,
): Promise<void> {
  const now = () => time.clock.now()
  const leavesAt = link.startsAt + 2 * hour
  const view = () => page.mine()
  const isRinging = () => view()?.ring?.phase === 'ringing'
  const isOver = () => view() === undefined || view()?.over === true
  let answered: Id | undefined
  const isOffered = () => view()?.offerId !== undefined && view()?.offerId !== answered
  while (await page.until(() => isRinging() || isOver() || isOffered(), leavesAt)) {
    if (isOver()) return
    const offerId = view()?.offerId
    if (offerId !== undefined && isOffered() && !isRinging()) {
      answered = offerId
      await answerOffer({ person, browser, time }, offerId, note)
      continue
    }
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

/** Whoever is on their page reads it at once. */
async function answerOffer(
  { person, browser, time }: Pick<WorkerOptions, 'person' | 'browser' | 'time'>,
  offerId: Id,
  note: Note,
): Promise<void> {
  await time.sleep(person.answerMs)
  const answer = person.takesOffer ? 'accept' : 'decline'
  const url = `/api/my-appointment/offers/${offerId}/${answer}`
  const { state } = await browser.post(url, null, OfferOnPage)
  if (state === 'accepted') note('accepted', offerId)
}
