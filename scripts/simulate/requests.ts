/** The planner looks through what workers asked for: says who each is, and plans what fits. */
import * as Type from 'typebox'
import { Appointment } from '../../signaling/protocol/planning.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { RequestSlots, RequestRows, type RequestRow } from '../../signaling/protocol/requests.ts'
import { timeAt } from '../../signaling/rules/calendar.ts'
import type { Browser } from './browser.ts'
import { hour, moment, pilotDay, timeZone, type Town } from './town.ts'

interface Requests {
  /** Returns those that have a slot: planned here, or not on the list any more on which they stood before. */
  lookThrough(): Promise<readonly Id[]>
}

function openRequests(browser: Browser): Requests {
  const waiting = new Set<Id>()

  /** Returns whether it has a slot now. */
  async function answer({ id, worker, alike, claimed }: RequestRow): Promise<boolean> {
    if (worker === null) {
      const isSame = ({ firstName, lastName }: typeof claimed) =>
        firstName === claimed.firstName && lastName === claimed.lastName
      const [known] = alike.filter(isSame)
      if (known === undefined) return false
      const { workerId } = known
      await browser.post(`/api/requests/${id}/worker`, { workerId }, Type.Null())
    }
    const slots = await browser.get(`/api/requests/${id}/slots`, RequestSlots)
    const slot = slots.find(({ suits, inTime }) => suits && inTime)
    if (slot === undefined) return false
    await browser.post(`/api/requests/${id}/plan`, { slotId: slot.slotId }, Appointment)
    return true
  }

  return {
    async lookThrough() {
      const rows = await browser.get('/api/requests', RequestRows)
      const gone = [...waiting].filter((id) => rows.every((row) => row.id !== id))
      for (const id of gone) waiting.delete(id)
      const planned: Id[] = []
      for (const row of rows) {
        if (await answer(row)) planned.push(row.id)
        else waiting.add(row.id)
      }
      for (const id of planned) waiting.delete(id)
      return [...gone, ...planned]
    },
  }
}

/** Each hour of a working day, on a browser that the post keeps signed in. */
export async function answerRequests({ time, tally }: Town, planner: Browser): Promise<void> {
  const requests = openRequests(planner)
  while (time.clock.now() <= moment(pilotDay, '18:00')) {
    const clock = timeAt(time.clock.now(), timeZone)
    if (clock >= '09:00' && clock <= '18:00') {
      const at = time.clock.now()
      for (const subject of await requests.lookThrough())
        tally.note({ what: 'answered', subject, at, startsAt: at })
    }
    await time.sleep(hour)
  }
}
