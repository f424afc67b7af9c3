/** The service as people know it: its name, its telephone, its clock, and when it reminds them. */
import { parseLead, type Lead } from '../rules/reminders.ts'
import type { Reading } from './reading.ts'

export interface ServiceConfig {
  readonly timeZone: string
  /** For so long a move on the board can be taken back, and the mail about it waits. */
  readonly undoMs: number
  readonly service: { readonly name: string; readonly phone: string }
  /** Where it receives people in person; null where that is not set. */
  readonly serviceAddress: string | null
  /** How long before an appointment its worker is reminded. */
  readonly reminders: readonly Lead[]
  /** Until so long before it a worker may decline or move an appointment. */
  readonly choiceCutOff: Lead
}

export function readService(reading: Reading): ServiceConfig {
  const { read, refuse } = reading
  const timeZone = read('VISITE_TIME_ZONE')
  if (!isTimeZone(timeZone)) refuse('VISITE_TIME_ZONE must be a zone name such as Europe/Brussels.')
  return {
    timeZone,
    undoMs: readUndo(reading),
    service: { name: read('VISITE_SERVICE_NAME'), phone: read('VISITE_SERVICE_PHONE') },
    serviceAddress: read('VISITE_SERVICE_ADDRESS') || null,
    reminders: readReminders(reading),
    choiceCutOff: readCutOff(reading),
  }
}

function readCutOff({ read, refuse }: Reading): Lead {
  const cutOff = parseLead(read('VISITE_CHANGE_UNTIL'))
  if (cutOff !== null) return cutOff
  refuse('VISITE_CHANGE_UNTIL must be a time such as 1d or 12h.')
  return { count: 1, unit: 'days' }
}

function readReminders({ read, refuse }: Reading): readonly Lead[] {
  const value = read('VISITE_REMINDERS')
  if (value === 'none') return []
  const leads = value.split(',').map((part) => parseLead(part.trim()))
  if (!leads.includes(null)) return leads.filter((lead) => lead !== null)
  refuse('VISITE_REMINDERS must be times such as 7d,1d,1h, or none.')
  return []
}

function isTimeZone(value: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** Nobody wants a worker to hear of a new hour later than that. */
const longestUndoMinutes = 120

function readUndo({ read, refuse }: Reading): number {
  const minutes = Number(read('VISITE_UNDO_MINUTES'))
  if (Number.isInteger(minutes) && minutes >= 0 && minutes <= longestUndoMinutes)
    return minutes * 60_000
  refuse(`VISITE_UNDO_MINUTES must be a number of minutes from 0 to ${longestUndoMinutes}.`)
  return 0
}
