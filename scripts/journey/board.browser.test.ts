/**
 * The day board without a mouse: a move that breaks a rule, a swap, a removal, and their undo; the focus never gets lost.
 * And with a real mouse: what is dragged to another slot, or over *Remove*.
 */
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

    await chooses(page, last.workerName, office['board.convert'], 'confirm-dialog button')
    await tabTo(page, office['board.convert-yes'])
    await page.keyboard.press('Enter')
    await page.getByText(office['board.converted'](last.workerName)).waitFor()
    expect(await slotOf(page, last.id)).toBe(last.slotId)
    await tabTo(page, office['move.undo'], 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText(office['board.end-undone'](last.workerName)).waitFor()
    await isAt(page, last.workerName)
    expect(complaints).toEqual([])
  })
})

describe.skipIf(chromiumPath === null)('the planner, with a mouse', () => {
  test('drags to another slot and over Remove on the day board, and undoes both', async () => {
    const { page, complaints } = (await journeys.openOffice()).planner
    // Every row in sight: nothing is scrolled while it is carried.
    await page.setViewportSize({ width: 1280, height: 2400 })
    await page.locator('.day.today h3 a').click()
    await page.locator('page-day session-slots').first().waitFor()

    const claes = (await sessions(page)).find(
      ({ physicianName }) => physicianName === 'Dr. Lien Claes',
    )
    const free = claes?.slots.find(
      ({ appointment, endsAt }) => appointment === null && Date.parse(endsAt) > Date.now(),
    )
    const someone = claes && booked(claes).findLast(({ workerLanguage }) => workerLanguage === 'nl')
    if (free === undefined || someone === undefined)
      throw new Error('the demonstration has another session')
    const { id, slotId, workerName } = someone

    await drags(page, `[data-appointment="${id}"]`, `[data-slot="${free.id}"]`)
    await page.getByRole('button', { name: office['move.undo'] }).waitFor()
    expect(await slotOf(page, id)).toBe(free.id)
    await page.getByRole('button', { name: office['move.undo'] }).click()
    await page.getByText(office['move.undone'](workerName)).waitFor()
    expect(await slotOf(page, id)).toBe(slotId)

    await drags(page, `[data-appointment="${id}"]`, '.drop-zone[data-command=remove]')
    await page.getByRole('button', { name: office['board.remove-yes'] }).click()
    await page.getByText(office['board.removed'](workerName)).waitFor()
    expect(await slotOf(page, id)).toBeUndefined()
    await page.getByRole('button', { name: office['move.undo'] }).click()
    await page.getByText(office['board.end-undone'](workerName)).waitFor()
    expect(await slotOf(page, id)).toBe(slotId)
    expect(complaints).toEqual([])
  })
})

/** By the mouse's own events, as a hand does: some way, then over what it is let go on, which may come only then. */
async function drags(page: Page, from: string, onto: string) {
  const start = await middleOf(page, `${from} .slot-who`)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x + 8, start.y + 8, { steps: 4 })
  const end = await middleOf(page, onto)
  await page.mouse.move(end.x, end.y, { steps: 12 })
  await page.locator(`${onto}.drop-here`).waitFor()
  await page.mouse.up()
}

async function middleOf(page: Page, selector: string) {
  const part = page.locator(selector).first()
  await part.waitFor()
  const box = await part.boundingBox()
  if (box === null) throw new Error(`${selector} is not to be seen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

async function opensToday(page: Page) {
  const name = await page.locator('.day.today h3 a').innerText()
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  await page.locator('page-day session-slots').first().waitFor()
}

/** Opens the menu of a worker's row, and the command in it. */
async function chooses(
  page: Page,
  workerName: string,
  command: string,
  dialog = 'move-dialog fieldset',
) {
  await page.keyboard.press('Control+Home')
  await tabTo(page, `${office['common.more']} ${workerName}`)
  await page.keyboard.press('Enter')
  await tabTo(page, command)
  await page.keyboard.press('Enter')
  await page.locator(dialog).first().waitFor()
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
