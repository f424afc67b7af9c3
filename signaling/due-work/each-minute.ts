/** The clock that drives due work. croner reads the time anew at least every half minute: setting the machine's clock loses none. */
import { Cron } from 'croner'
import type { EachMinute } from './due-work.ts'

export const eachMinute: EachMinute = (work) => {
  const job = new Cron('* * * * *', work)
  return () => job.stop()
}
