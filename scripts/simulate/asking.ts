/** A worker who asks for a talk of their own accord: with the link of a mail, or on the page that everybody can open. */
import { RequestReceived } from '../../signaling/protocol/requests.ts'
import { clinic } from '../demo/clinic.ts'
import type { Browser } from './browser.ts'
import type { Office } from './office.ts'
import type { Asking, Person } from './people.ts'
import { inboxOf, moment, newBrowser, pilotDay, type Town } from './town.ts'

/** `token` of any link that they have: it says who they are. Without one they write it down. */
async function askForTalk(
  browser: Browser,
  person: Person,
  { moments, tellEmployer }: Asking,
  token: string | null,
): Promise<void> {
  const { firstName, lastName, birthDate, email, phone, language } = person
  const wish = { language, moments, tellEmployer }
  if (token !== null) {
    await browser.post('/api/call-link/ask', { token, ...wish }, RequestReceived)
    return
  }
  const claimed = { firstName, lastName, birthDate, employerName: clinic.employer, email, phone }
  await browser.post('/api/ask', { ...claimed, ...wish }, RequestReceived)
}

/** Those without a mail have no link: they ask on the public page. */
export async function ask(town: Town, office: Office, person: Person): Promise<void> {
  const { time, tally } = town
  const { asking, personnelNumber: subject } = person
  if (asking === null) return
  await time.until(moment(pilotDay, '10:00') - asking.beforeMs)
  const inbox = inboxOf(town, office, person)
  await askForTalk(newBrowser(town), person, asking, inbox.token)
  inbox.expectAnswer()
  const at = time.clock.now()
  tally.note({ what: 'asked', subject, at, startsAt: at })
}
