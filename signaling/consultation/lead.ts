/**
 * One live page per person. A second page takes the lead only by asking for it; the same page that comes with a new
 * line silently replaces its own dead one (two lines of one page would hear their own signals).
 *
 *   free ──any page──▶ taken(page) ──same page──▶ taken, its older line dropped
 *                            ├──other page─────────────▶ elsewhere
 *                            └──other page, takeOver───▶ taken(other), the older line closed as replaced
 */
import type { Id } from '../protocol/primitives.ts'

export type Lead<Line> =
  { readonly kind: 'free' } | { readonly kind: 'taken'; readonly page: Id; readonly line: Line }

export type Claim<Line> =
  | {
      readonly kind: 'leads'
      readonly lead: Lead<Line>
      readonly evicted: { readonly line: Line; readonly as: 'dead' | 'replaced' } | null
    }
  | { readonly kind: 'elsewhere' }

export function claimLead<Line>(
  lead: Lead<Line>,
  claim: { readonly page: Id; readonly line: Line; readonly takeOver: boolean },
): Claim<Line> {
  const { page, line, takeOver } = claim
  const taken: Lead<Line> = { kind: 'taken', page, line }
  if (lead.kind === 'free' || lead.line === line)
    return { kind: 'leads', lead: taken, evicted: null }
  if (lead.page === page)
    return { kind: 'leads', lead: taken, evicted: { line: lead.line, as: 'dead' } }
  if (!takeOver) return { kind: 'elsewhere' }
  return { kind: 'leads', lead: taken, evicted: { line: lead.line, as: 'replaced' } }
}
