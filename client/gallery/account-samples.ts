/** What an employer's contact and an evaluator may be shown. */
import type { EmployerPage } from '../../signaling/protocol/employer.ts'
import type { Evaluation } from '../../signaling/protocol/evaluation.ts'

const service = { name: 'Zorgpost', phone: '02 123 45 67' }

export const employerPage: EmployerPage = {
  employerName: 'Bakkerij & Zonen D’Hondt',
  service,
  timeZone: 'Europe/Brussels',
  rooms: [
    {
      id: 'room-0000000000001',
      placeName: 'Brussel, torens 4.12',
      lastCheck: { at: '2026-11-23T13:05:00.000Z', fit: true },
    },
    {
      id: 'room-0000000000002',
      placeName: 'Mechelen Vergaderzaal Dijle',
      lastCheck: { at: '2026-11-20T08:30:00.000Z', fit: false },
    },
    { id: 'room-0000000000003', placeName: 'Liège Salle 2', lastCheck: null },
  ],
  sessions: [
    {
      startsAt: '2026-11-24T08:00:00.000Z',
      endsAt: '2026-11-24T11:00:00.000Z',
      placeName: 'Brussel, torens 4.12',
      physicianName: 'Dr. Lien Claes',
    },
  ],
  absences: [
    {
      startsAt: '2026-11-24T08:00:00.000Z',
      endsAt: '2026-11-24T08:20:00.000Z',
      workerName: 'Anna Peeters',
      placeName: 'Brussel, torens 4.12',
    },
    {
      startsAt: '2026-11-25T13:40:00.000Z',
      endsAt: '2026-11-25T14:00:00.000Z',
      workerName: 'Jean-Baptiste Vandenbroucke-Verschaeren',
      placeName: null,
    },
  ],
}

export const emptyEmployerPage: EmployerPage = {
  ...employerPage,
  rooms: [],
  sessions: [],
  absences: [],
}

export const evaluationPage: Evaluation = {
  service,
  timeZone: 'Europe/Brussels',
  smallest: 5,
  figures: {
    invited: 41,
    accepted: 23,
    completed: 96,
    converted: 12,
    noShow: null,
    cancelled: 0,
  },
}
