/** Says that the guest is out for good, until the server has heard it: a lost line is when many give up. */
import { leaveMySeat } from '../api/guest.ts'
import { persevere, type PersevereOptions } from '../api/persevere.ts'
import { ApiError } from '../api/request.ts'

const unheard: readonly unknown[] = ['offline', 'unavailable']

export function leaveSeat(rest?: PersevereOptions['rest']): Promise<void> {
  return persevere(leave, rest === undefined ? {} : { rest })
}

/** Any other refusal says that there is no seat any more. */
async function leave(): Promise<void> {
  try {
    await leaveMySeat()
  } catch (error) {
    if (error instanceof ApiError && unheard.includes(error.code)) throw error
  }
}
