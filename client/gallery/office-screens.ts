/** The screens of the office: where each one is, what the server answers there, and what is clicked. */
import { ApiError } from '../api/request.ts'
import type { OfficeApi } from '../office/office-api.ts'
import { base } from '../office/route.ts'
import * as samples from './office-samples.ts'

export interface Screen {
  readonly path: string
  readonly api?: Partial<OfficeApi>
  /** Nobody is signed in. */
  readonly signedOut?: boolean
  /** Clicked one after the other; `#file` drops a list instead. */
  readonly steps?: readonly string[]
}

const board = `${base}sessions/2026-11-24/${samples.sampleId('morning')}`
const day = `${base}day/2026-11-24`
const lost = () => Promise.reject(new ApiError('unavailable', null, 'req-2f91'))
const nothing = () => Promise.resolve([])

export const screens: Readonly<Record<string, Screen>> = {
  'week': { path: base },
  'week-empty': { path: base, api: { loadSessions: nothing } },
  'week-failed': { path: base, api: { loadSessions: lost } },
  'week-loading': { path: base, api: { loadSessions: () => new Promise(() => undefined) } },
  'week-relay': {
    path: base,
    api: { loadNotices: async () => ({ ...samples.notices, relay: samples.failingRelay }) },
  },
  'new-session': { path: base, steps: ['page-week .page-title .primary'] },
  'new-session-refused': {
    path: base,
    steps: ['page-week .page-title .primary', 'form-dialog .primary', '#overlap'],
  },
  'new-session-nobody': {
    path: base,
    api: { loadPhysicians: nothing },
    steps: ['page-week .page-title .primary'],
  },
  'board': { path: board },
  'board-menu': { path: board, steps: ['menu-button button'] },
  'day': { path: day },
  'day-empty': { path: day, api: { loadSessions: nothing } },
  'move': { path: day, steps: ['menu-button button', '.menu-items li:first-child button'] },
  'move-despite': {
    path: day,
    steps: [
      'menu-button button',
      '.menu-items li:first-child button',
      'move-dialog fieldset:last-of-type label:nth-of-type(2) input',
    ],
  },
  'moved': {
    path: day,
    steps: [
      'menu-button button',
      '.menu-items li:first-child button',
      'move-dialog input[type=radio]:enabled',
      'move-dialog .dialog-foot button:last-child',
    ],
  },
  'swap': { path: board, steps: ['menu-button button', '.menu-items li:nth-child(2) button'] },
  'week-copied': { path: base, steps: ['page-week .page-title button'] },
  'board-invited': { path: board, steps: ['page-board .page-title .primary'] },
  'board-gone': { path: `${base}sessions/2026-11-24/${samples.sampleId('gone')}` },
  'fill': { path: board, steps: ['page-board .page-title button'] },
  'fill-wrong': { path: board, steps: ['page-board .page-title button', 'fill-dialog .primary'] },
  'put-one': { path: board, steps: ['.slot-put'] },
  'confirm': { path: board, steps: ['menu-button button', '.menu-items li:last-child button'] },
  'import': { path: `${base}import` },
  'import-preview': { path: `${base}import`, steps: ['#file'] },
  'import-columns': {
    path: `${base}import`,
    api: { previewRoster: () => Promise.reject(new ApiError('roster-columns', 'birth-date')) },
    steps: ['#file'],
  },
  'import-done': { path: `${base}import`, steps: ['#file', 'page-import button.primary'] },
  'import-to-session': {
    path: `${base}import`,
    steps: ['#file', 'page-import button.primary', '.done .primary'],
  },
  'due': { path: `${base}due` },
  'due-empty': {
    path: `${base}due`,
    api: { loadDue: () => Promise.resolve({ rows: [], next: null }) },
  },
  'due-correct': {
    path: `${base}due`,
    steps: ['page-due menu-button button', '.menu-items button'],
  },
  'cohort': { path: `${base}cohort` },
  'cohort-move': { path: `${base}cohort`, steps: ['page-cohort tbody .button'] },
  'cohort-taken-out': { path: `${base}cohort`, steps: ['page-cohort [data-out]'] },
  'cohort-refused': {
    path: `${base}cohort`,
    api: {
      confirmCohort: () => Promise.reject(new ApiError('slot-taken', '/seats/0', 'req-2f91')),
    },
    steps: ['.cohort-foot .primary'],
  },
  'cohort-nobody': {
    path: `${base}cohort`,
    api: {
      previewCohort: () =>
        Promise.resolve({ placed: [], leftOut: [], free: [], kept: [], more: false }),
    },
  },
  'post-new': { path: `${base}places`, steps: ['article h4 + button'] },
  'workers': { path: `${base}workers` },
  'workers-none': { path: `${base}workers`, api: { loadWorkers: nothing } },
  'worker-new': {
    path: `${base}workers`,
    steps: ['page-workers .page-title button', 'form-dialog .primary'],
  },
  'places': { path: `${base}places` },
  'places-none': {
    path: `${base}places`,
    api: { loadEmployers: nothing, loadPhysicians: nothing },
  },
  'requests': { path: `${base}requests` },
  'requests-none': {
    path: `${base}requests`,
    api: { loadRequests: nothing, loadVisitWishes: nothing },
  },
  'requests-note': { path: `${base}requests`, steps: ['.page-title button'] },
  'requests-who': { path: `${base}requests`, steps: ['tbody tr:nth-child(1) .row > button'] },
  'requests-plan': { path: `${base}requests`, steps: ['tbody tr:nth-child(2) .row > button'] },
  'rules': { path: `${base}rules` },
  'rule-new': {
    path: `${base}rules`,
    steps: ['.rules li:nth-child(2) button', 'form-dialog .primary'],
  },
  'site-new': { path: `${base}places`, steps: ['article .section-head button'] },
  'contact-new': { path: `${base}places`, steps: ['contact-list .section-head button'] },
  'staff': { path: `${base}staff` },
  'staff-disable': { path: `${base}staff`, steps: ['.person button + button'] },
  'own-access': { path: base, steps: ['own-access-button button'] },
  'staff-link': { path: `${base}staff`, steps: ['.person button'] },
  'mailbox': { path: `${base}mailbox` },
  'mailbox-empty': { path: `${base}mailbox`, api: { loadMailbox: nothing } },
  'mail': { path: `${base}mailbox/${samples.sampleId('mail-1')}`, steps: ['.mail summary'] },
  'unknown': { path: `${base}elsewhere` },
  'signed-out': { path: base, signedOut: true },
}
