/** What a worker says on their page before the day: that they come, that another time suits better, that sooner is fine. */
import * as Type from 'typebox'
import { MyAppointment, NearestSlots } from '../../signaling/protocol/my-appointment.ts'
import type { Browser } from './browser.ts'
import type { Link } from './inbox.ts'
import type { Person } from './people.ts'
import type { Sight } from './tally.ts'
import type { VirtualTime } from './virtual-time.ts'

const betweenLooksMs = 3 * 60 * 60_000

export interface ReplyOptions {
  readonly person: Person
  readonly link: Link
  readonly browser: Browser
  readonly time: VirtualTime
  readonly note: (what: Sight) => void
}

/** Resolves when they have said all that they are going to say. */
export async function reply(options: ReplyOptions): Promise<void> {
  const { person, link, time } = options
  if (person.wantsEarlier) await wishEarlier(options)
  switch (person.reply.kind) {
    case 'none':
      return
    case 'confirms':
      // Of somebody who is asked at the last moment: not when it is over.
      await time.until(Math.min(time.clock.now() + person.reply.afterMs, link.startsAt))
      return confirm(options)
    case 'moves':
      await untilBefore(link, person.reply.beforeMs, time)
      return move(options, person.reply.which)
  }
}

/** Resolves so long before the beginning, whenever that has become. */
export async function untilBefore(link: Link, beforeMs: number, time: VirtualTime): Promise<void> {
  while (link.startsAt - beforeMs > time.clock.now())
    await Promise.race([time.until(link.startsAt - beforeMs), link.moved()])
}

/** Returns whether the page lets them, and whether they have said yes already. */
export async function lookForChoice({ browser, link: { token } }: ReplyOptions) {
  const { choice } = await browser.post('/api/call-link/look', { token }, MyAppointment)
  return choice ?? null
}

export async function decline(options: ReplyOptions): Promise<void> {
  const { browser, note } = options
  await enter(options)
  const { state } = await browser.post('/api/my-appointment/decline', null, MyAppointment)
  if (state === 'over') note('declined')
}

async function enter({ browser, link: { token } }: ReplyOptions): Promise<void> {
  await browser.post('/api/call-link/enter', { token }, MyAppointment)
}

async function wishEarlier({ person, link, browser, time, note }: ReplyOptions): Promise<void> {
  await time.sleep(person.decidesMs)
  const wish = { token: link.token, wanted: true }
  await browser.post('/api/call-link/earlier', wish, Type.Null())
  note('wished-earlier')
}

async function confirm(options: ReplyOptions): Promise<void> {
  const { browser, note } = options
  if ((await lookForChoice(options))?.confirmed !== false) return
  await enter(options)
  const { choice } = await browser.post('/api/my-appointment/confirm', null, MyAppointment)
  if (choice?.confirmed === true) note('confirmed')
}

/** Looks again and again, as long as the page lets them: a time must have become free first. */
async function move(options: ReplyOptions, which: number): Promise<void> {
  while ((await lookForChoice(options)) !== null) {
    if (await takeAnother(options, which)) return
    await options.time.sleep(betweenLooksMs)
  }
}

async function takeAnother({ browser, ...options }: ReplyOptions, which: number): Promise<boolean> {
  await enter({ browser, ...options })
  const slots = await browser.get('/api/my-appointment/slots', NearestSlots)
  const slot = slots[Math.floor(which * slots.length)]
  if (slot === undefined) return false
  const { slotId, startsAt } = slot
  const mine = await browser.post('/api/my-appointment/slot', { slotId }, MyAppointment)
  if (mine.startsAt === startsAt) options.note('moved')
  return true
}
