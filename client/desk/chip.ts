/** What one row of the queue says about its person, as data; the words stand in `i18n/desk`. Pure. */
import { isOpen } from '../../signaling/rules/appointment-life.ts'
import type { ConsultationView, Presence } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'

export type Chip =
  | { readonly kind: 'ready'; readonly waitMinutes: number }
  | { readonly kind: 'sound-only'; readonly waitMinutes: number }
  | { readonly kind: ChipKind }

/** The kinds that say all there is to say. */
export type ChipKind =
  | 'unchecked' // on the page, camera and microphone not tried yet
  | 'blocked' // neither works: phone
  | 'background' // the page is open but not in front
  | 'not-here'
  | 'left'
  | 'asked-two-minutes'
  | 'ringing'
  | 'in-call'
  | 'result-missing' // the call is over and nothing was recorded
  | 'done'
  | 'in-person'
  | 'not-reached'
  | 'cancelled'
  | 'over' // closed a moment ago; the list that says how is on its way

/** Returns the row's chip. `now` is the server's clock, in milliseconds; no view means that nothing live is known. */
export function chipOf(row: DeskRow, view: ConsultationView | undefined, now: number): Chip {
  if (!isOpen(row.status)) return { kind: closedKind(row) }
  if (view === undefined) return { kind: 'not-here' }
  if (view.over) return { kind: 'over' }
  if (view.call?.phase === 'open') return { kind: 'in-call' }
  if (view.ring?.phase === 'ringing') return { kind: 'ringing' }
  if (view.call?.phase === 'ended') return { kind: 'result-missing' }
  if (isDeferred(view, now)) return { kind: 'asked-two-minutes' }
  return presenceChip(view.presence, now)
}

/** Whether the worker asked not to be rung yet. */
export function isDeferred(view: ConsultationView, now: number): boolean {
  return view.deferredUntil !== null && Date.parse(view.deferredUntil) > now
}

function closedKind(row: DeskRow): ChipKind {
  if (row.outcome === 'not-reached') return 'not-reached'
  switch (row.status) {
    case 'completed':
      return 'done'
    case 'converted':
      return 'in-person'
    case 'no-show':
      return 'not-reached'
    case 'cancelled':
      return 'cancelled'
    case 'planned':
    case 'invited':
    case 'accepted':
      return 'over'
  }
}

function presenceChip(presence: Presence, now: number): Chip {
  switch (presence.kind) {
    case 'absent':
      return { kind: presence.lastSeenAt === null ? 'not-here' : 'left' }
    case 'away':
      return { kind: 'left' }
    case 'here':
      return hereChip(presence, now)
  }
}

function hereChip(presence: Extract<Presence, { kind: 'here' }>, now: number): Chip {
  const { readiness } = presence
  if (readiness === 'blocked') return { kind: 'blocked' }
  if (!presence.visible) return { kind: 'background' }
  if (readiness === 'unchecked') return { kind: 'unchecked' }
  const waitMinutes = Math.max(0, Math.floor((now - Date.parse(presence.since)) / 60_000))
  return { kind: readiness, waitMinutes }
}
