/** Addresses of the office, below `/office/`. */
import type { CalendarDate, Id } from '../../signaling/protocol/primitives.ts'
import { isDay } from './calendar.ts'

export type Route =
  /** `day` null: the present week. */
  | { readonly page: 'week'; readonly day: CalendarDate | null }
  /** Every session of the day. */
  | { readonly page: 'day'; readonly day: CalendarDate }
  | { readonly page: 'board'; readonly day: CalendarDate; readonly sessionId: Id }
  | { readonly page: 'due' }
  /** `employerId` null: of all employers. */
  | { readonly page: 'cohort'; readonly employerId: Id | null }
  | { readonly page: 'import' }
  | { readonly page: 'workers' }
  | { readonly page: 'places' }
  | { readonly page: 'requests' }
  | { readonly page: 'rules' }
  | { readonly page: 'staff' }
  | { readonly page: 'mailbox'; readonly mailId: Id | null }
  | { readonly page: 'unknown' }

export function toRoute(path: string): Route {
  const [page = '', first, second, ...rest] = path.split('/')
  if (rest.length > 0) return { page: 'unknown' }
  switch (page) {
    case '':
    case 'sessions':
      return toSessionsRoute(first, second)
    case 'cohort':
      return second === undefined ? { page, employerId: first ?? null } : { page: 'unknown' }
    case 'day':
      return first !== undefined && isDay(first) && second === undefined
        ? { page, day: first }
        : { page: 'unknown' }
    case 'mailbox':
      return second === undefined ? { page, mailId: first ?? null } : { page: 'unknown' }
    case 'due':
    case 'import':
    case 'workers':
    case 'places':
    case 'requests':
    case 'rules':
    case 'staff':
      return first === undefined ? { page } : { page: 'unknown' }
    default:
      return { page: 'unknown' }
  }
}

function toSessionsRoute(day: string | undefined, sessionId: string | undefined): Route {
  if (day === undefined) return { page: 'week', day: null }
  if (!isDay(day)) return { page: 'unknown' }
  return sessionId === undefined ? { page: 'week', day } : { page: 'board', day, sessionId }
}

export const base = '/office/'

/** The path for `router.go`; a link needs `base` before it. */
export function toPath(route: Exclude<Route, { page: 'unknown' }>): string {
  switch (route.page) {
    case 'week':
      return route.day === null ? '' : `sessions/${route.day}`
    case 'day':
      return `day/${route.day}`
    case 'board':
      return `sessions/${route.day}/${route.sessionId}`
    case 'cohort':
      return route.employerId === null ? 'cohort' : `cohort/${route.employerId}`
    case 'mailbox':
      return route.mailId === null ? 'mailbox' : `mailbox/${route.mailId}`
    case 'due':
    case 'import':
    case 'workers':
    case 'places':
    case 'requests':
    case 'rules':
    case 'staff':
      return route.page
  }
}

export function toHref(route: Exclude<Route, { page: 'unknown' }>): string {
  return `${base}${toPath(route)}`
}
