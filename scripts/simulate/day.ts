/**
 * A whole pilot day: planned and invited ten days before, then lived through by all who take part, over real HTTP and real
 * WebSockets, in a time that leaps.
 */
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import { startOfDay } from '../../signaling/rules/calendar.ts'
import { databaseFile } from '../../signaling/server.ts'
import { ask } from './asking.ts'
import type { Browser } from './browser.ts'
import { holdDay } from './desk.ts'
import type { Inbox } from './inbox.ts'
import { listPhysicians, listStaff, makeEnrolmentLink, openOffice, type Office } from './office.ts'
import { createPerson, type Person } from './people.ts'
import { physiciansFor, planHalfDays } from './plan.ts'
import { createPost } from './post.ts'
import { createRandom } from './random.ts'
import { answerRequests } from './requests.ts'
import { createScripts } from './scripts.ts'
import { openServer } from './server.ts'
import { createTally, type Tally } from './tally.ts'
import {
  hour,
  inboxOf,
  moment,
  newBrowser,
  newPage,
  pilotDay,
  planningDay,
  pulseAt,
  signIn,
  signInAgain,
  timeZone,
  type Authenticator,
  type DayOptions,
  type Town,
} from './town.ts'
import { readTruth, type Truth } from './truth.ts'
import { createVirtualTime } from './virtual-time.ts'

export interface Day {
  readonly physicians: number
  readonly tally: Tally
  readonly truth: Truth
  /** The number of the first entry of the audit log that does not fit; null when all do. */
  readonly auditBrokenAt: number | null
  /** What went wrong: in the server's log, or with a script that did not come to its end. */
  readonly complaints: readonly string[]
}

export async function liveThrough(options: DayOptions): Promise<Day> {
  const time = createVirtualTime(moment(planningDay, '09:00'))
  const pulseMs = () => pulseAt(time.clock.now())
  const server = await openServer({ ...options, pulseMs }, time)
  const { stillness } = server
  const scripts = createScripts()
  const tally = createTally()
  const inboxes = new Map<Person, Inbox>()
  scripts.start('the office', () => open({ options, time, server, scripts, tally, inboxes }))
  await time.run(moment(pilotDay, '20:00'), {
    settle: () => stillness.settle(),
    sleeps: () => stillness.lines.size === 0,
  })
  const midnight = startOfDay(pilotDay, timeZone)
  const { brokenAt } = await server.store.read.audit.verify()
  await server.close()
  return {
    physicians: physiciansFor(options),
    tally,
    truth: await readTruth(databaseFile(options.dataDir), midnight, midnight + 24 * hour),
    auditBrokenAt: brokenAt,
    complaints: [...scripts.complaints(), ...server.complaints],
  }
}

async function open(town: Town): Promise<void> {
  const { options, time, server, scripts } = town
  const { seed, workers, reserve, rates } = options
  const people = Array.from({ length: workers + reserve }, (_, index) =>
    createPerson(seed, index + 1, rates),
  )
  const planner = newBrowser(town)
  const key = await signIn(planner, server.firstToken, {
    name: 'Sofie Maes',
    email: 'sofie.maes@zorgpost.example',
  })
  const office = await openOffice(planner)
  const physicianIds = await enrolPhysicians(town, planner)
  const staff = await listStaff(planner)
  scripts.start('the post', () => carryMail(town, { planner, key }, office, people))
  await office.plan(planHalfDays(options, physicianIds, pilotDay), people)
  scripts.start('the requests', () => answerRequests(town, planner))
  for (const person of people)
    if (person.asking !== null)
      scripts.start(`${person.personnelNumber} asks`, () => ask(town, office, person))
  for (const [index, { id }] of staff.filter(({ role }) => role === 'physician').entries())
    scripts.start(`physician ${index + 1}`, () => openDesk(town, index, id, people))
  await time.sleep(0)
}

async function enrolPhysicians(town: Town, planner: Browser): Promise<string[]> {
  for (let index = 1; index <= physiciansFor(town.options); index++) {
    const name = `Dr. ${['Lien Claes', 'Marc Dumont', 'Eva Weiß', 'Inès Leroy'][(index - 1) % 4] ?? ''} ${index}`
    const link = await makeEnrolmentLink(planner)
    await signIn(newBrowser(town), link, { name, email: `physician-${index}@zorgpost.example` })
  }
  const physicians = await listPhysicians(planner)
  return physicians.map(({ id }) => id)
}

/** Looks for new mail each minute in which some left. Nobody stays signed in for ten days, nor two hours without doing anything. */
async function carryMail(
  town: Town,
  { planner, key }: { readonly planner: Browser; readonly key: Authenticator },
  office: Office,
  people: readonly Person[],
): Promise<void> {
  const { time, server, scripts } = town
  const byAddress = new Map(people.map((person) => [person.email, person]))
  const post = createPost(planner, (address, mail) => {
    const person = byAddress.get(address)
    if (person === undefined) throw new Error(`a mail to ${address}, who takes no part`)
    const inbox = inboxOf(town, office, person)
    scripts.start(`${person.personnelNumber} reads`, () => inbox.read(mail))
  })
  let signedInAt = time.clock.now()
  let carried = 0
  while (time.clock.now() < moment(pilotDay, '19:00')) {
    if (time.clock.now() - signedInAt >= hour) {
      await signInAgain(planner, key)
      signedInAt = time.clock.now()
    }
    const sent = server.mailsSent()
    if (sent > carried) await post.carry()
    carried = sent
    await time.sleep(pulseAt(time.clock.now()))
  }
}

async function openDesk(
  town: Town,
  index: number,
  staffId: string,
  people: readonly Person[],
): Promise<void> {
  const { options, time, server, tally } = town
  const byPhone = new Map(people.map((person) => [person.phone, person]))
  await time.until(moment(pilotDay, '08:40') + index * 1000)
  const browser = newBrowser(town)
  await signIn(browser, await server.staffToken({ kind: 'sign-in', role: 'physician', staffId }))
  const page = await newPage(town, browser, 'desk', true)
  const random = createRandom(options.seed, `physician ${index}`)
  const personOf = ({ worker: { phone } }: DeskRow) => {
    const person = byPhone.get(phone ?? '')
    if (person === undefined) throw new Error('a row of somebody who takes no part')
    return person
  }
  await holdDay({ page, browser, time, tally, random, personOf })
  await page.close()
}
