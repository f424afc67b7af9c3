/** What people do at the pages, in the words that they read: a page that changed its words changes the journey with it. */
import type { Locator, Page } from 'playwright-core'
import { texts as consents } from '../../client/i18n/consents/en.ts'
import { texts as consultation } from '../../client/i18n/consultation/en.ts'
import { texts as desk } from '../../client/i18n/desk/en.ts'
import { texts as guest } from '../../client/i18n/guest/en.ts'
import { texts as identity } from '../../client/i18n/identity/en.ts'
import { texts as signIn } from '../../client/i18n/sign-in/en.ts'
import { texts as worker } from '../../client/i18n/worker/en.ts'

/** What the acts of a call need of a page. Playwright's pages have it, and so has the driver of Firefox. */
export interface Screen {
  getByRole(role: 'button' | 'heading', options: { name: string; exact: boolean }): Found
}
interface Found {
  click(): Promise<void>
  waitFor(): Promise<void>
}

function button(page: Page, name: string): Locator
function button(page: Screen, name: string): Found
function button(page: Screen, name: string) {
  return page.getByRole('button', { name, exact: true })
}
const heading = (page: Screen, name: string) => page.getByRole('heading', { name, exact: true })

/** Presses without looking whether the page has changed meanwhile, as a finger that is already on its way. */
async function pressable(locator: Locator) {
  const element = await locator.elementHandle()
  return { click: async () => element?.evaluate((node) => (node as HTMLElement).click()) }
}

/** In English, whatever language the link came in. */
export function inEnglish(link: string): string {
  return link.replace(/([?&]lang=)\w+/, '$1en')
}

export const workerActs = {
  /** Without itsme: the card is shown in the talk. */
  async goesIn(page: Screen) {
    await button(page, identity['no-itsme']).click()
    await button(page, identity['card']).click()
  },
  async turnsOnCamera(page: Screen) {
    await button(page, worker['media.on']).click()
  },
  async turnsOnCameraAndSound(page: Screen) {
    await workerActs.turnsOnCamera(page)
    await heading(page, worker['wait.title']).waitFor()
  },
  async arrives(page: Screen) {
    await workerActs.goesIn(page)
    await workerActs.turnsOnCameraAndSound(page)
  },
  async agrees(page: Page) {
    await button(page, consents['agree-alone']).click()
    await page.getByText(consents['alone']).waitFor()
  },
  async isRung(page: Screen) {
    await button(page, worker['ring.video']).waitFor()
  },
  async isNoLongerRung(page: Page, withinMs: number) {
    await button(page, worker['ring.video']).waitFor({ state: 'hidden', timeout: withinMs })
  },
  async answers(page: Screen) {
    await button(page, worker['ring.video']).click()
  },
  /** As soon as can be; returns when, in milliseconds since 1970 by the page's own clock. */
  async pressesAnswer(page: Page): Promise<number> {
    return button(page, worker['ring.video']).evaluate((node) => {
      const pressedAt = performance.timeOrigin + performance.now()
      ;(node as HTMLElement).click()
      return pressedAt
    })
  },
  async asksTwoMinutes(page: Page) {
    await button(page, worker['ring.defer']).click()
  },
  async prefersInPerson(page: Page) {
    await button(page, worker['in-person.prefer']).click()
    await workerActs.isSureOfInPerson(page)
  },
  /** Without opening anything first. */
  async prefersInPersonInTheCall(page: Page) {
    await button(page, consultation['call.in-person-long']).click()
    await workerActs.isSureOfInPerson(page)
  },
  async isSureOfInPerson(page: Page) {
    await button(page, worker['in-person.yes']).click()
    await heading(page, worker['in-person.title']).waitFor()
  },
  /** The button, found beforehand: so that two people can press in the same moment. */
  async findsLeave(page: Page) {
    return pressable(button(page, consultation['dock.leave-long']))
  },
  async leaves(page: Page) {
    await button(page, consultation['dock.leave-long']).click()
    await heading(page, worker['after.left-title']).waitFor()
  },
  async opensText(page: Page) {
    await button(page, consultation['dock.text-long']).click()
  },
  async returnsToTheCall(page: Page) {
    await button(page, worker['after.rejoin']).click()
  },
  async seesTheTalkIsOver(page: Page) {
    await heading(page, worker['after.title']).waitFor()
  },
  async seesInTheCall(page: Page, who: string) {
    await page.getByText(consultation['third.here'](who)).waitFor()
  },
  async seesThatTheyAreGone(page: Page, name: string) {
    await page.getByText(consultation['third.left'](name)).waitFor()
  },
  async objectsTo(page: Page, name: string) {
    await button(page, consultation['third.object-long'](name)).click()
    await page.getByText(consultation['third.objected-own'](name)).waitFor()
  },
  async usesThisWindow(page: Page) {
    await heading(page, worker['elsewhere.title']).waitFor()
    await button(page, worker['elsewhere.here']).click()
  },
  async seesTheirCallOnAnotherDevice(page: Page) {
    await heading(page, worker['elsewhere.in-call']).waitFor()
  },
  async goesOnHere(page: Page) {
    await button(page, worker['elsewhere.here']).click()
  },
  async seesThatAnotherWindowIsUsed(page: Page) {
    await heading(page, worker['replaced.title']).waitFor()
  },
}

export const physicianActs = {
  async seesTheirCallOnAnotherDevice(page: Page) {
    await heading(page, desk['elsewhere.in-call.title']).waitFor()
  },
  async goesOnHere(page: Page) {
    await button(page, desk['elsewhere.use']).click()
  },
  async seesThatAnotherWindowIsUsed(page: Page) {
    await heading(page, desk['replaced.title']).waitFor()
  },
  /** The words that say that the worker goes on on another device; they stand until the physician is sure. */
  anotherDevice(page: Page): Locator {
    return page.locator('.take-over').getByText(desk['call.takenOver']('').trim())
  },
  async isSureThatItIsTheSamePerson(page: Page) {
    await button(page, desk['call.samePerson']).click()
    await physicianActs.anotherDevice(page).waitFor({ state: 'hidden' })
  },
  async opensSignInLink(page: Screen) {
    await page.getByRole('button', { name: signIn['signIn.as']('').trim(), exact: false }).click()
  },
  async signsIn(page: Screen) {
    await physicianActs.opensSignInLink(page)
    await button(page, desk['start.button']).waitFor()
  },
  async startsSession(page: Screen) {
    await button(page, desk['start.button']).click()
    await heading(page, desk['idle.title']).waitFor()
  },
  /** Ticked by nobody at the desk. */
  async seesWhatTheWorkerAgreedTo(page: Page) {
    for (const check of ['video', 'alone', 'unrecorded'] as const) {
      const said = page.locator('label.choice', { hasText: desk[`checks.${check}`] })
      await said.getByText(desk['checks.own-page']('').trim()).waitFor()
    }
  },
  async callsNext(page: Screen) {
    await page
      .getByRole('button', { name: desk['queue.callNext']('').trim(), exact: false })
      .click()
    await button(page, desk['ring.stop']).waitFor()
  },
  async callsNextTwice(page: Page) {
    await page.getByRole('button', { name: desk['queue.callNext']('').trim() }).dblclick()
  },
  async seesThatTwoMinutesAreAsked(page: Page) {
    await heading(page, desk['unanswered.deferred']).waitFor()
  },
  async seesThatTheWorkerPrefersInPerson(page: Page) {
    await heading(page, desk['unanswered.in-person']).waitFor()
  },
  async stopsRinging(page: Page) {
    await button(page, desk['ring.stop']).click()
  },
  /** Returns the one-time link. */
  async asksAnInterpreter(page: Page, name: string): Promise<string> {
    await page.getByText(desk['guest.title']).click()
    await page.getByLabel(desk['guest.name']).fill(name)
    await button(page, desk['guest.make']).click()
    return page.getByLabel(desk['guest.link'], { exact: true }).inputValue()
  },
  async seesAtTheDoor(page: Page, who: string) {
    await page.getByText(desk['guest.waits'](who)).waitFor()
  },
  async letsIn(page: Page, name: string) {
    await button(page, consultation['third.admit-long'](name)).click()
  },
  async showsOut(page: Page, name: string) {
    await button(page, consultation['third.remove-long'](name)).click()
  },
  async findsEnd(page: Page) {
    return pressable(button(page, consultation['dock.end-long']))
  },
  async endsCall(page: Page) {
    await button(page, consultation['dock.end-long']).click()
  },
  async records(page: Page, outcome: 'done-by-video' | 'needs-in-person' | 'not-reached') {
    await page.getByLabel(desk[`outcome.${outcome}`], { exact: true }).check()
    await button(page, desk['outcome.save']).click()
    await page
      .getByText(desk['outcome.saved']('').replace('.', '').trim(), { exact: false })
      .first()
      .waitFor()
  },
}

export const guestActs = {
  async opensTheLink(page: Page) {
    await button(page, guest['ask.enter']).click()
    await heading(page, guest['devices.title']).waitFor()
  },
  async turnsOnCameraAndSound(page: Page) {
    await button(page, guest['devices.both']).click()
  },
  async waits(page: Page) {
    await heading(page, guest['wait.title']).waitFor()
  },
  async waitsAgain(page: Page) {
    await page.getByText(guest['wait.again']).waitFor()
  },
  async seesThatItIsOver(page: Page, why: 'call-ended' | 'removed') {
    await page.getByText(guest[`over.${why}`]).waitFor()
  },
  async seesThatTheLinkIsDead(page: Page) {
    await heading(page, guest['invalid.title']).waitFor()
  },
}
