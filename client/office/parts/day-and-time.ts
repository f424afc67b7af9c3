import type { Instant } from '../../../signaling/protocol/primitives.ts'
import type { Format } from '../../i18n/format.ts'

/** "Tue 24 Nov, 09:30" */
export function dayAndTime(at: Instant, format: Format): string {
  return `${format.shortDay(at)}, ${format.time(at)}`
}
