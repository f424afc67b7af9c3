import { expect, test } from 'vitest'
import { toPath, toRoute, type Route } from './route.ts'

const routes: readonly Exclude<Route, { page: 'unknown' }>[] = [
  { page: 'week', day: null },
  { page: 'week', day: '2026-11-23' },
  { page: 'day', day: '2026-11-24' },
  { page: 'board', day: '2026-11-24', sessionId: 'session-0000000001' },
  { page: 'due' },
  { page: 'cohort', employerId: null },
  { page: 'cohort', employerId: 'employer-00000001' },
  { page: 'import' },
  { page: 'workers' },
  { page: 'places' },
  { page: 'requests' },
  { page: 'rules' },
  { page: 'staff' },
  { page: 'mailbox', mailId: null },
  { page: 'mailbox', mailId: 'mail-0000000000001' },
]

test.each(routes)('the address of %j leads back to it', (route) => {
  expect(toRoute(toPath(route))).toEqual(route)
})

test.each([
  'constructor',
  'sessions/soon',
  'day',
  'day/soon',
  'day/2026-11-24/x',
  'workers/x',
  'sessions/2026-11-24/a/b',
  'mailbox/a/b',
])('%s is no page', (path) => {
  expect(toRoute(path)).toEqual({ page: 'unknown' })
})
