/** The service as people know it: its name, its telephone, its clock. */
import type { Reading } from './reading.ts'

export interface ServiceConfig {
  readonly timeZone: string
  readonly service: { readonly name: string; readonly phone: string }
}

export function readService({ read, refuse }: Reading): ServiceConfig {
  const timeZone = read('VISITE_TIME_ZONE')
  if (!isTimeZone(timeZone)) refuse('VISITE_TIME_ZONE must be a zone name such as Europe/Brussels.')
  return {
    timeZone,
    service: { name: read('VISITE_SERVICE_NAME'), phone: read('VISITE_SERVICE_PHONE') },
  }
}

function isTimeZone(value: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
