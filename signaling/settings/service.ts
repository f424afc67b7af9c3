/** The service as people know it: its name, its telephone, its clock, and when it reminds them. */
import { parseLead, type Lead } from '../rules/reminders.ts'
import type { Reading } from './reading.ts'

export interface ServiceConfig {
  readonly timeZone: string
  readonly service: { readonly name: string; readonly phone: string }
  /** How long before an appointment its worker is reminded. */
  readonly reminders: readonly Lead[]
}

export function readService(reading: Reading): ServiceConfig {
  const { read, refuse } = reading
  const timeZone = read('VISITE_TIME_ZONE')
  if (!isTimeZone(timeZone)) refuse('VISITE_TIME_ZONE must be a zone name such as Europe/Brussels.')
  return {
    timeZone,
    service: { name: read('VISITE_SERVICE_NAME'), phone: read('VISITE_SERVICE_PHONE') },
    reminders: readReminders(reading),
  }
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
