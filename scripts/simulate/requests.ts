/** The planner looks through what workers asked for: says who each is, and plans what fits. */
import * as Type from 'typebox'
import { Appointment } from '../../signaling/protocol/planning.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { RequestSlots, RequestRows, type RequestRow } from '../../signaling/protocol/requests.ts'
import { timeAt } from '../../signaling/rules/calendar.ts'
import type { Browser } from './browser.ts'
import { hour, moment, pilotDay, timeZone, type Town } from './town.ts'

interface Requests {
  /** Returns those that were waiting before and are not on the list any more. */
  lookThrough(): Promise<readonly Id[]>
}

function openRequests(browser: Browser): Requests {
  const waiting = new Set<Id>()

  async function answer({ id, worker, alike, claimed }: RequestRow): Promise<void> {
    if (worker === null) {
      const isSame = ({ firstName, lastName }: typeof claimed) =>
        firstName === claimed.firstName && lastName === claimed.lastName
      const [known] = alike.filter(isSame)
      if (known === undefined) return
      const { workerId } = known
      await browser.post(`/api/requests/${id}/worker`, { workerId }, Type.Null())
    }
    const slots = await browser.get(`/api/requests/${id}/slots`, RequestSlots)
    const slot = slots.find(({ suits, inTime }) => suits && inTime)
    if (slot === undefined) return
    await browser.post(`/api/requests/${id}/plan`, { slotId: slot.slotId }, Appointment)
  }

  return {
    async lookThrough() {
      const rows = await browser.get('/api/requests', RequestRows)
      const gone = [...waiting].filter((id) => rows.every((row) => row.id !== id))
      for (const id of gone) waiting.delete(id)
      for (const row of rows) {
        waiting.add(row.id)
        await answer(row)
      }
      return gone
    },
  }
}

/** Each hour of a working day, on a browser that the post keeps signed in; what came of it is seen the next time. */
export async function answerRequests({ time, tally }: Town, planner: Browser): Promise<void> {
  const requests = openRequests(planner)
  while (time.clock.now() < moment(pilotDay, '18:00')) {
    const clock = timeAt(time.clock.now(), timeZone)
    if (clock >= '09:00' && clock <= '18:00') {
      const at = time.clock.now()
      for (const subject of await requests.lookThrough())
        tally.note({ what: 'answered', subject, at, startsAt: at })
    }
    await time.sleep(hour)
  }
}
