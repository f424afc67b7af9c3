/** What `rules/appointment-life.ts` says of each status, as lists for SQL. */
import { appointmentStatuses } from '../protocol/planning.ts'
import { holdsSlot, isOpen } from '../rules/appointment-life.ts'

export const openStatuses = appointmentStatuses.filter(isOpen)
export const holdingStatuses = appointmentStatuses.filter(holdsSlot)
