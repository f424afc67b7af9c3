/** The people, the server and the time of a simulated day, and how each of them comes by a browser, a page and mail. */
import * as Type from 'typebox'
import { clockTimeAt, timeAt } from '../../signaling/rules/calendar.ts'
import { PasskeyOrder, PasskeyQuestion } from '../../signaling/protocol/own-access.ts'
import type { CalendarDate } from '../../signaling/protocol/primitives.ts'
import { createAuthenticator } from '../../signaling/testing/authenticator.ts'
import { createBrowser, type Browser } from './browser.ts'
import { openInbox, type Inbox } from './inbox.ts'
import type { Office } from './office.ts'
import { openPage, type Page } from './page.ts'
import type { Person, Rates } from './people.ts'
import type { Scripts } from './scripts.ts'
import type { SimulatedServer } from './server.ts'
import type { Tally } from './tally.ts'
import { attend } from './worker.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface DayOptions {
  readonly seed: number
  readonly workers: number
  /** Due as well, and without a slot: who may be offered one that becomes free. */
  readonly reserve: number
  /** Of each talk. */
  readonly slotMinutes: number
  readonly rates: Rates
  /** Whether a slot that becomes free is offered to others. */
  readonly refill: boolean
  /** An empty folder, for the database. */
  readonly dataDir: string
}

export interface Town {
  readonly options: DayOptions
  readonly time: VirtualTime
  readonly server: SimulatedServer
  readonly scripts: Scripts
  readonly tally: Tally
  /** Of those who have had a mail. */
  readonly inboxes: Map<Person, Inbox>
}

/** A Monday on which a planner has time, and the Thursday ten days later. Brussels has winter time on both. */
export const planningDay: CalendarDate = '2026-11-30'
export const pilotDay: CalendarDate = '2026-12-10'
export const timeZone = 'Europe/Brussels'
export const moment = (date: CalendarDate, time: string) => clockTimeAt(date, time, timeZone) ?? 0

const minute = 60_000
export const hour = 60 * minute

/** Each minute while the day is on. Else there is less to do, at night least: a minute that is missed only delays. */
export function pulseAt(now: number): number {
  const clock = timeAt(now, timeZone)
  if (clock < '07:00' || clock >= '20:00') return hour
  return now < moment(pilotDay, '07:00') ? 15 * minute : minute
}

export function inboxOf(town: Town, office: Office, person: Person): Inbox {
  const inbox = town.inboxes.get(person) ?? createInbox(town, office, person)
  town.inboxes.set(person, inbox)
  return inbox
}

function createInbox(town: Town, office: Office, person: Person): Inbox {
  const { time, tally, scripts } = town
  return openInbox({
    person,
    browser: newBrowser(town),
    time,
    tally,
    attend: (link) =>
      scripts.start(person.personnelNumber, () =>
        attend({
          person,
          link,
          browser: newBrowser(town),
          replyBrowser: newBrowser(town),
          time,
          tally,
          cancel: () => office.cancel(person),
          openPage: (browser) => newPage(town, browser, 'worker', person.connects),
        }),
      ),
  })
}

let pages = 0

export function newPage(
  { time, server }: Town,
  browser: Browser,
  at: 'worker' | 'desk',
  connects: boolean,
): Promise<Page> {
  const id = `page-${String(++pages).padStart(16, '0')}`
  return openPage({ browser, at, id, time, stillness: server.stillness, connects })
}

export function newBrowser({ server }: Town): Browser {
  return createBrowser(server.origin, server.stillness)
}

export type Authenticator = ReturnType<typeof createAuthenticator>

/** With a link, by which a passkey is made. Returns what holds it. */
export async function signIn(
  browser: Browser,
  token: string,
  person?: { readonly name: string; readonly email: string },
): Promise<Authenticator> {
  const authenticator = createAuthenticator({ origin: browser.origin })
  const draft = { token, ...(person && { person }) }
  const order = await browser.post('/api/sign-in/passkey', draft, PasskeyOrder)
  const passkey = authenticator.make(order)
  await browser.post('/api/sign-in', { ...draft, passkey }, Type.Null())
  return authenticator
}

export async function signInAgain(browser: Browser, authenticator: Authenticator): Promise<void> {
  const question = await browser.post('/api/passkey-sign-in/question', null, PasskeyQuestion)
  await browser.post('/api/passkey-sign-in', authenticator.use(question), Type.Null())
}
