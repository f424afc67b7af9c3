/** The day board without a mouse: a move that breaks a rule, a swap, and its undo; the focus never gets lost. */
import { describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { texts as office } from '../../client/i18n/office/en.ts'
import type { Session, Slot } from '../../signaling/protocol/planning.ts'
import { chromiumPath } from './browser.ts'
import { keepJourneys } from './journeys.ts'

const journeys = keepJourneys()

describe.skipIf(chromiumPath === null)('the planner, with the keyboard alone', () => {
  test('moves, swaps and undoes on the day board', async () => {
    const { page, complaints } = (await journeys.openOffice()).planner
    await page.locator('.day.today h3 a').waitFor()
    await opensToday(page)

    const claes = await bookedWith(page, 'Dr. Lien Claes')
    const dumont = await bookedWith(page, 'Dr. Marc Dumont')
    const german = claes.find(({ workerLanguage }) => workerLanguage === 'de')
    const last = claes.findLast(({ workerLanguage }) => workerLanguage === 'nl')
    const other = dumont.find(({ workerLanguage }) => workerLanguage === 'nl')
    if (german === undefined || last === undefined || other === undefined)
      throw new Error('the demonstration has other sessions')

    // Dr. Claes does not examine in German: it is said before, and still the planner's to decide.
    await chooses(page, german.workerName, office['board.move'])
    await picks(page, office['move.breach']['not-in-their-language'])
    await tabTo(page, office['move.all-the-same'])
    await page.keyboard.press('Enter')
    await isAt(page, german.workerName)
    expect(await slotOf(page, german.id)).not.toBe(german.slotId)

    await chooses(page, last.workerName, office['board.swap'])
    await picks(page, other.workerName)
    await tabTo(page, office['move.swap'])
    await page.keyboard.press('Enter')
    await isAt(page, last.workerName)
    expect(await slotOf(page, last.id)).toBe(other.slotId)
    expect(await slotOf(page, other.id)).toBe(last.slotId)

    await tabTo(page, office['move.undo'], 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText(office['move.undone'](last.workerName)).waitFor()
    await isAt(page, last.workerName)
    expect(await slotOf(page, last.id)).toBe(last.slotId)
    expect(complaints).toEqual([])
  })
})

async function opensToday(page: Page) {
  const name = await page.locator('.day.today h3 a').innerText()
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  await page.locator('page-day session-slots').first().waitFor()
}

/** Opens the menu of a worker's row, and the command in it. */
async function chooses(page: Page, workerName: string, command: string) {
  await page.keyboard.press('Control+Home')
  await tabTo(page, `${office['common.more']} ${workerName}`)
  await page.keyboard.press('Enter')
  await tabTo(page, command)
  await page.keyboard.press('Enter')
  await page.locator('move-dialog fieldset').first().waitFor()
}

/** Goes through the choices with the arrow, as radio buttons want it. */
async function picks(page: Page, words: string) {
  await tabTo(page, '', 'Tab', 'input[type=radio]')
  await page.keyboard.press('Space')
  for (let step = 0; step < 60; step++) {
    if ((await focused(page)).includes(words)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`no choice with ${words}`)
}

async function isAt(page: Page, workerName: string) {
  await page.locator('move-dialog').waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toContain(workerName)
}

async function tabTo(page: Page, words: string, key = 'Tab', selector = 'a, button') {
  for (let step = 0; step < 150; step++) {
    await page.keyboard.press(key)
    const isThere = await page.evaluate(
      (wanted) => document.activeElement?.matches(wanted) === true,
      selector,
    )
    if (isThere && (await focused(page)).includes(words)) return
  }
  throw new Error(`the keyboard does not come to ${words || selector}`)
}

/** What has the focus, in words: of a choice its label. */
async function focused(page: Page): Promise<string> {
  const text = await page.evaluate(() => {
    const active = document.activeElement
    if (active === null || active === document.body) return ''
    const label = active instanceof HTMLInputElement ? active.labels?.[0] : active
    return label?.textContent ?? ''
  })
  return text.replaceAll(/\s+/g, ' ').trim()
}

async function sessions(page: Page): Promise<Session[]> {
  const day = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const url = new URL(`/api/sessions?from=${day}&until=${day}`, page.url()).href
  return (await (await page.request.get(url)).json()) as Session[]
}

function booked({ slots }: Session): NonNullable<Slot['appointment']>[] {
  return slots.flatMap(({ appointment }) => appointment ?? [])
}

async function bookedWith(page: Page, physicianName: string) {
  const all = await sessions(page)
  return all.filter((session) => session.physicianName === physicianName).flatMap(booked)
}

async function slotOf(page: Page, appointmentId: string): Promise<string | undefined> {
  const all = (await sessions(page)).flatMap(booked)
  return all.find(({ id }) => id === appointmentId)?.slotId
}
