/** Made-up people and states for tests and for the gallery. */
import type { ConsultationView, Presence } from '../../signaling/protocol/consultation.ts'
import type { DeskDay, DeskRow } from '../../signaling/protocol/desk.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'

/** The moment at which all samples play: a Tuesday morning, 09:34 in Brussels. */
export const sampleNow = Date.parse('2026-11-24T08:34:00Z')

export function sampleInstant(minutes: number): Instant {
  return new Date(sampleNow + minutes * 60_000).toISOString() as Instant
}

/** Returns a row that starts so many minutes from `sampleNow`. */
export function sampleRow(
  name: string,
  startMinutes: number,
  change: Partial<DeskRow> & { readonly phone?: string | null } = {},
): DeskRow {
  const [firstName = '', ...rest] = name.split(' ')
  const { phone = '+32470123456', ...fields } = change
  return {
    appointmentId: sampleId(name),
    startsAt: sampleInstant(startMinutes),
    endsAt: sampleInstant(startMinutes + 20),
    status: 'invited',
    outcome: null,
    examType: 'periodic',
    needsPicture: false,
    declared: [],
    worker: { firstName, lastName: rest.join(' '), birthDate: '1987-03-12', language: 'fr', phone },
    ...fields,
  }
}

export function sampleId(name: string): Id {
  return `sample-${name.toLowerCase().replaceAll(/[^a-z]/g, '-')}`.padEnd(16, '-')
}

export function sampleView(
  row: DeskRow,
  change: Partial<Omit<ConsultationView, 'appointmentId'>> = {},
): ConsultationView {
  return {
    appointmentId: row.appointmentId,
    presence: absent,
    ring: null,
    call: null,
    guest: null,
    deferredUntil: null,
    before: 0,
    over: false,
    ...change,
  }
}

export const absent: Presence = { kind: 'absent', lastSeenAt: null }

/** On the page since so many minutes. */
export function here(
  minutes: number,
  change: Partial<Extract<Presence, { kind: 'here' }>> = {},
): Presence {
  return {
    kind: 'here',
    since: sampleInstant(-minutes),
    readiness: 'ready',
    visible: true,
    takenOverAt: null,
    ...change,
  }
}

export function viewsOf(...views: readonly ConsultationView[]): ReadonlyMap<Id, ConsultationView> {
  return new Map(views.map((view) => [view.appointmentId, view]))
}

export function sampleDay(rows: readonly DeskRow[]): DeskDay {
  const day = { physicianName: 'Dr. Lien Claes', next: null }
  if (rows.length === 0) {
    return {
      ...day,
      sessions: [],
      next: { startsAt: sampleInstant(2 * 24 * 60), placeName: 'Proximus 4.12' },
    }
  }
  return {
    ...day,
    sessions: [
      {
        id: 'sample-session-1',
        placeName: 'Proximus 4.12',
        startsAt: sampleInstant(-4),
        endsAt: sampleInstant(176),
        rows: [...rows],
      },
    ],
  }
}
