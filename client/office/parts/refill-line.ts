import { html, nothing } from 'lit'
import type { Slot } from '../../../signaling/protocol/planning.ts'
import { icon } from '../../ui/icon.ts'
import type { Office } from './office-element.ts'

/** Whom a slot that became free is offered to just now, and until when. */
export function renderRefill({ refill }: Slot, { texts, format }: Office) {
  if (refill === undefined) return nothing
  const { offer } = refill
  return html`<span class="refill small" role="status">
    ${icon('clock')}${
      offer === null
        ? texts['board.seeking']
        : texts['board.offered'](offer.workerName, format.time(offer.until))
    }
  </span>`
}
