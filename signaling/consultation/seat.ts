/**
 * One live page per person. A second page gets the seat only by asking for it; the same page that comes with a new
 * line silently replaces its own dead one (two lines of one page would hear their own signals).
 *
 *   free ──any page──▶ taken(page) ──same page──▶ taken, its older line dropped
 *                            ├──other page─────────────▶ elsewhere
 *                            └──other page, takeOver───▶ taken(other), the older line closed as replaced
 */
import type { Id } from '../protocol/primitives.ts'

export type Seat<Line> =
  { readonly kind: 'free' } | { readonly kind: 'taken'; readonly page: Id; readonly line: Line }

export type Claim<Line> =
  | {
      readonly kind: 'seated'
      readonly seat: Seat<Line>
      readonly evicted: { readonly line: Line; readonly as: 'dead' | 'replaced' } | null
    }
  | { readonly kind: 'elsewhere' }

export function claimSeat<Line>(
  seat: Seat<Line>,
  claim: { readonly page: Id; readonly line: Line; readonly takeOver: boolean },
): Claim<Line> {
  const { page, line, takeOver } = claim
  const taken: Seat<Line> = { kind: 'taken', page, line }
  if (seat.kind === 'free' || seat.line === line)
    return { kind: 'seated', seat: taken, evicted: null }
  if (seat.page === page)
    return { kind: 'seated', seat: taken, evicted: { line: seat.line, as: 'dead' } }
  if (!takeOver) return { kind: 'elsewhere' }
  return { kind: 'seated', seat: taken, evicted: { line: seat.line, as: 'replaced' } }
}
