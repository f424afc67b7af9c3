/** Made-up people, sessions and mails for the office: Tuesday 24 November 2026, 09:34 in Brussels. */
import type { BreachCode, MoveChoice, Moved } from '../../signaling/protocol/board.ts'
import type { RequestSlot, RequestRow } from '../../signaling/protocol/requests.ts'
import type { VisitWish } from '../../signaling/protocol/visit-wishes.ts'
import type { PolicyRow } from '../../signaling/protocol/remote-policy.ts'
import type { CohortPreview } from '../../signaling/protocol/cohort.ts'
import type { DueRow, Post } from '../../signaling/protocol/due.ts'
import type { Contact } from '../../signaling/protocol/contacts.ts'
import type { Notices } from '../../signaling/protocol/notices.ts'
import type { Mail } from '../../signaling/protocol/mailbox.ts'
import type {
  Employer,
  Physician,
  Room,
  RosterPreview,
  Session,
  Site,
  Slot,
  WorkerRow,
} from '../../signaling/protocol/planning.ts'
import type { Id, Instant, Locale } from '../../signaling/protocol/primitives.ts'
import type { Me, StaffRow } from '../../signaling/protocol/staff.ts'
import type { BookedAppointment } from '../office/standing.ts'

export const sampleNow = Date.parse('2026-11-24T08:34:00Z')

export const sampleId = (name: string): Id =>
  name.padEnd(16, '0').replaceAll(/[^A-Za-z0-9_-]/g, '-')

export const employers: readonly Employer[] = [
  { id: sampleId('proximus'), name: 'Proximus' },
  { id: sampleId('bakkerij'), name: 'Bakkerij & Zonen D’Hondt' },
]
export const contacts: readonly Contact[] = [
  {
    id: sampleId('els'),
    employerId: sampleId('proximus'),
    name: 'Els Baert',
    email: 'els.baert@proximus.example',
    language: 'nl',
    disabled: false,
  },
  {
    id: sampleId('gone-contact'),
    employerId: sampleId('proximus'),
    name: 'Jean-Baptiste Vandenbroucke',
    email: 'jean-baptiste.vandenbroucke@proximus.example',
    language: 'fr',
    disabled: true,
  },
]
export const sites: readonly Site[] = [
  {
    id: sampleId('towers'),
    employerId: sampleId('proximus'),
    name: 'Brussel, torens',
    address: 'Koning Albert II-laan 27, 1030 Brussel',
    language: 'nl',
  },
  {
    id: sampleId('namur'),
    employerId: sampleId('proximus'),
    name: 'Namur',
    address: null,
    language: 'fr',
  },
]
export const rooms: readonly Room[] = [
  {
    id: sampleId('room'),
    siteId: sampleId('towers'),
    name: '4.12',
    lastCheck: { at: '2026-11-23T13:05:00.000Z', fit: true },
  },
]
export const physicians: readonly Physician[] = [
  {
    id: sampleId('claes'),
    name: 'Dr. Lien Claes',
    email: 'lien.claes@dienst.example',
    registration: '1-23456-78-900',
    languages: ['nl', 'fr'],
  },
  {
    id: sampleId('lambert'),
    name: 'Dr. Hugues Lambert',
    email: null,
    registration: null,
    languages: [],
  },
]
export const staff: readonly StaffRow[] = [
  {
    id: sampleId('planner'),
    role: 'planner',
    name: 'Nadia Bakkali',
    email: 'nadia@dienst.example',
    disabled: false,
  },
  {
    id: sampleId('claes-staff'),
    role: 'physician',
    name: 'Dr. Lien Claes',
    email: null,
    disabled: false,
  },
  { id: sampleId('gone-staff'), role: 'planner', name: 'Joris Smets', email: null, disabled: true },
]
export const me: Me = {
  staff: { id: sampleId('planner'), role: 'planner', name: 'Nadia Bakkali', email: null },
  service: { name: 'Zorgpost', phone: '02 123 45 67' },
  timeZone: 'Europe/Brussels',
  locale: null,
  localMailbox: true,
}

const people: readonly [string, string, Locale][] = [
  ['Anna', 'Peeters', 'nl'],
  ['Marc', 'Dubois', 'fr'],
  ['Sinéad', 'O’Brien', 'en'],
  ['Yusuf', 'Demir', 'nl'],
  ['Jürgen', 'Schröder-Van den Berghe', 'de'],
  ['Sofie', 'Maes', 'nl'],
  ['Null', 'D’Hondt', 'fr'],
  ['Élodie', 'Lefèvre', 'fr'],
  ['Tom', 'Janssens', 'nl'],
  ['Karin', 'Müller', 'de'],
  ['Bram', 'Willems', 'nl'],
  ['Fatima', 'El Amrani', 'fr'],
]

export const workers: readonly WorkerRow[] = people.map(
  ([firstName, lastName, language], index) => ({
    id: sampleId(`worker-${index}`),
    employerId: sampleId('proximus'),
    siteId: index % 3 === 0 ? sampleId('towers') : null,
    personnelNumber: null,
    firstName,
    lastName,
    birthDate: '1987-03-12',
    email: index === 6 ? null : `worker${index}@proximus.example`,
    phone: index % 4 === 0 ? '+32470123456' : null,
    language,
    needsPicture: index === 2,
    postId: index % 4 === 3 ? null : sampleId('mast'),
    openAppointment:
      index < 5
        ? {
            id: sampleId(`appointment-${index}`),
            sessionId: sampleId('morning'),
            startsAt: at(index * 20),
            modality: 'remote',
            status: 'invited',
          }
        : null,
  }),
)

/** Minutes from 09:00 in Brussels of the sample day. */
function at(minutes: number): Instant {
  return new Date(Date.parse('2026-11-24T08:00:00Z') + minutes * 60_000).toISOString() as Instant
}

function toSlot(startMinutes: number, appointment: Slot['appointment']): Slot {
  return {
    id: sampleId(`slot-${startMinutes}`),
    startsAt: at(startMinutes),
    endsAt: at(startMinutes + 20),
    appointment,
  }
}

export function book(index: number, minutes: number, change: Partial<BookedAppointment>): Slot {
  const [firstName, lastName, language] = people[index] ?? ['', '', 'nl']
  return toSlot(minutes, {
    id: sampleId(`appointment-${index}`),
    slotId: sampleId(`slot-${minutes}`),
    sessionId: sampleId('morning'),
    physicianId: sampleId('claes'),
    workerId: sampleId(`worker-${index}`),
    startsAt: at(minutes),
    endsAt: at(minutes + 20),
    modality: 'remote',
    examType: 'periodic',
    status: 'invited',
    outcome: null,
    inPersonAskedBy: null,
    delivery: { state: 'none', at: null, attempts: 0 },
    workerName: `${firstName} ${lastName}`,
    workerLanguage: language,
    workerHasEmail: true,
    employerId: employers[0]?.id ?? '',
    employerName: employers[0]?.name ?? '',
    notByVideo: null,
    ...change,
  })
}

const sentAt = (instant: Instant) => ({ state: 'sent', at: instant, attempts: 1 }) as const

export const morning: Session = {
  id: sampleId('morning'),
  physicianId: sampleId('claes'),
  physicianName: 'Dr. Lien Claes',
  roomId: sampleId('room'),
  placeName: 'Proximus 4.12',
  startsAt: at(0),
  endsAt: at(275),
  slotMinutes: 20,
  slots: [
    book(0, 0, { status: 'completed', outcome: 'done-by-video' }),
    toSlot(20, null),
    book(1, 40, { delivery: sentAt('2026-11-24T07:02:00Z') }),
    book(2, 60, { delivery: sentAt('2026-11-20T13:02:00Z'), examType: 'pre-resumption' }),
    book(3, 80, { status: 'accepted', nothingDue: true }),
    book(4, 100, { status: 'planned', examType: 'maternity', notByVideo: 'remote-not-allowed' }),
    book(5, 120, { status: 'planned', delivery: { state: 'queued', at: null, attempts: 0 } }),
    book(6, 140, { status: 'planned', workerHasEmail: false }),
    book(7, 160, { delivery: { state: 'failed', at: at(10), attempts: 6 } }),
    book(8, 180, { status: 'converted', inPersonAskedBy: 'worker' }),
    toSlot(200, null),
    { ...toSlot(235, null), waiting: 2 },
    book(9, 255, { status: 'planned' }),
  ],
}

function elsewhen(name: string, days: number, hours: number, change: Partial<Session>): Session {
  const shift = (days * 24 + hours) * 60
  return {
    ...morning,
    id: sampleId(name),
    startsAt: at(shift),
    endsAt: at(shift + 180),
    slots: Array.from({ length: 9 }, (_, index) => toSlot(shift + index * 20, null)),
    ...change,
  }
}

const afternoon: Session = elsewhen('afternoon', 0, 5, { roomId: null, placeName: null })

export const sessions: readonly Session[] = [
  elsewhen('monday', -1, 0, {}),
  morning,
  afternoon,
  elsewhen('thursday', 2, 0, {
    physicianName: 'Dr. Hugues Lambert',
    roomId: null,
    placeName: null,
  }),
  elsewhen('saturday', 4, 0, { placeName: 'Bakkerij & Zonen D’Hondt, vergaderzaal' }),
]

/** The sample day's slots, each way in which one can be wrong among them. */
export function toMoves(id: string, day: string): MoveChoice[] {
  const breach = (code: BreachCode, forbids = false) => ({ code, appointmentId: id, forbids })
  const wrong: readonly MoveChoice['breaches'][] = [
    [],
    [breach('not-in-their-language')],
    [breach('act-due', true)],
    [breach('not-at-their-site'), breach('not-in-time')],
  ]
  const shown = day === '2026-11-24' ? [morning, afternoon] : []
  return shown.flatMap(({ id: sessionId, physicianName, placeName, slots }) =>
    slots
      .filter(({ appointment }) => appointment?.id !== id)
      .map(({ id: slotId, startsAt, endsAt, appointment }, index) => ({
        slotId,
        sessionId,
        startsAt,
        endsAt,
        physicianName,
        placeName,
        holder: appointment && {
          appointmentId: appointment.id,
          workerName: appointment.workerName,
        },
        breaches: wrong[index % wrong.length] ?? [],
      })),
  )
}

export function toMoved(id: string, slotId: string, swapWith: string | null): Moved {
  const at = (wanted: string, slot: string): Moved['appointment'] => {
    const slots = [morning, afternoon].flatMap((session) => session.slots)
    const found = slots.find(({ appointment }) => appointment?.id === wanted)?.appointment
    const target = slots.find((each) => each.id === slot)
    if (found == null || target === undefined) throw new Error('no such sample')
    return { ...found, slotId: slot, startsAt: target.startsAt, endsAt: target.endsAt }
  }
  const own = at(id, slotId)
  return {
    appointment: own,
    swapped: swapWith === null ? null : at(swapWith, sampleId('slot-40')),
    mailsAt: '2026-11-24T08:42:00.000Z',
    toPhone: [],
  }
}

export const preview: RosterPreview = {
  digest: 'a'.repeat(64),
  encoding: 'windows-1252',
  separator: ';',
  columns: [
    { header: 'Naam', column: 'last-name' },
    { header: 'Voornaam', column: 'first-name' },
    { header: 'Geb. datum', column: 'birth-date' },
    { header: 'E-mailadres', column: 'email' },
    { header: 'Taal', column: 'language' },
  ],
  sample: workers.slice(0, 5).map((worker, index) => ({
    row: index + 2,
    firstName: worker.firstName,
    lastName: worker.lastName,
    birthDate: worker.birthDate,
    email: worker.email,
    language: worker.language,
  })),
  rows: 21,
  added: 15,
  changed: 2,
  unchanged: 1,
  gone: 2,
  goneNames: ['Bram Willems', 'Fatima El Amrani'],
  findings: [
    { row: 14, column: 'E-mailadres', problem: 'not-an-email' },
    { row: 17, column: 'Geb. datum', problem: 'spreadsheet-error' },
    { row: 22, column: 'Taal', problem: 'not-a-language' },
  ],
  findingCount: 3,
  rowsLeftOut: 3,
}

/** `origin` makes the call link one of our own pages. */
export const toMails = (origin: string): readonly Mail[] => [
  {
    id: sampleId('mail-1'),
    at: '2026-11-24T08:31:00Z',
    from: 'Zorgpost <afspraken@zorgpost.example>',
    to: 'Anna Peeters <worker0@proximus.example>',
    subject: 'Uw afspraak op dinsdag 24 november om 09:00',
    text: `Dag Anna\n\nU hebt een afspraak met Dr. Lien Claes op dinsdag 24 november om 09:00.\nDe afspraak is per video.\n\nOpen uw afspraak:\n${origin}/worker/#eyJhbGciOiJFZERTQSJ9.eyJhIjoiYXBwb2ludG1lbnQifQ.c2lnbmF0dXJl\n\nMeer weten? https://elsewhere.example/info\n`,
    attachments: [
      { name: 'afspraak.ics', text: 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n' },
    ],
  },
  {
    id: sampleId('mail-2'),
    at: '2026-11-23T15:10:00Z',
    from: 'Zorgpost <afspraken@zorgpost.example>',
    to: 'Marc Dubois <worker1@proximus.example>',
    subject: 'Votre rendez-vous du mardi 24 novembre à 09:40',
    text: 'Bonjour Marc',
    attachments: [],
  },
]

const approval = {
  authority: 'FOD WASO / SPF ETCS',
  reference: 'PA/2026/180',
  givenOn: '2026-01-15',
  validFrom: '2026-02-01',
  scope: '180',
}
const policyRow = (
  version: number,
  examType: PolicyRow['examType'],
  employerId: PolicyRow['employerId'],
  rule: PolicyRow['rule'],
): PolicyRow => ({ version, examType, employerId, rule, recordedAt: '2026-11-02T09:00:00.000Z' })

/** Every way in which a type can stand. */
const asked = {
  examType: 'spontaneous',
  askedBy: 'worker',
  askedAt: '2026-11-16T09:00:00.000Z',
  email: 'j.peeters@mijnpost.example',
  phone: '+32470123456',
  language: 'nl',
  moments: { weekdays: [2, 4], parts: ['morning'] },
  tellEmployer: false,
} satisfies Partial<RequestRow>
const jan = {
  workerId: sampleId('worker-0'),
  firstName: 'Jan',
  lastName: 'Peeters',
  birthDate: '1984-02-29',
  employerName: 'Proximus',
}
const { workerId: _, ...janSays } = jan

/** One in each colour; the first only says who it is. */
export const requests: readonly RequestRow[] = [
  {
    ...asked,
    id: sampleId('request-1'),
    clock: { dueOn: '2026-11-25', workingDaysLeft: 1, light: 'red' },
    claimed: janSays,
    worker: null,
    alike: [jan],
  },
  {
    ...asked,
    id: sampleId('request-2'),
    clock: { dueOn: '2026-11-27', workingDaysLeft: 3, light: 'amber' },
    claimed: { ...janSays, firstName: 'Élodie', lastName: 'Müller' },
    worker: { ...jan, firstName: 'Élodie', lastName: 'Müller' },
    alike: [],
    language: 'fr',
    moments: { weekdays: [], parts: [] },
    tellEmployer: true,
  },
  {
    ...asked,
    id: sampleId('request-3'),
    clock: { dueOn: '2026-12-04', workingDaysLeft: 9, light: 'green' },
    claimed: { ...janSays, firstName: 'Aoife', lastName: "O'Brien" },
    worker: null,
    alike: [],
    email: null,
  },
]

/** One whose examination is due, and one without a term. */
export const visitWishes: readonly VisitWish[] = [
  {
    ...janSays,
    appointmentId: sampleId('appointment-in-person'),
    workerId: jan.workerId,
    examType: 'periodic',
    askedAt: '2026-11-20T09:00:00.000Z',
    inPersonAskedBy: 'worker',
    clock: { dueOn: '2026-11-26', workingDaysLeft: 2, light: 'amber' },
    email: 'j.peeters@proximus.example',
    phone: null,
    language: 'nl',
  },
  {
    ...janSays,
    firstName: 'Renate',
    lastName: 'Schmitz',
    appointmentId: sampleId('appointment-needs-visit'),
    workerId: sampleId('worker-1'),
    examType: 'maternity',
    askedAt: '2026-11-21T09:00:00.000Z',
    inPersonAskedBy: 'physician',
    clock: null,
    email: null,
    phone: '+32471222222',
    language: 'de',
  },
]

export const freeSlots: readonly RequestSlot[] = [0, 1].map((index) => ({
  slotId: sampleId(`free-${index}`),
  startsAt: `2026-11-26T0${8 + index}:20:00.000Z`,
  endsAt: `2026-11-26T0${8 + index}:40:00.000Z`,
  physicianName: 'Dr. Lien Claes',
  placeName: null,
  suits: index === 0,
  inTime: true,
  modality: index === 0 ? 'remote' : 'in-person',
}))

export const policy: readonly PolicyRow[] = [
  policyRow(5, 'maternity', null, { kind: 'off' }),
  policyRow(4, 'reintegration', null, {
    kind: 'approved',
    approval: { ...approval, validFrom: '2027-01-01', validUntil: null },
  }),
  policyRow(3, 'return-to-work', null, {
    kind: 'approved',
    approval: { ...approval, validUntil: '2026-10-31' },
  }),
  policyRow(2, 'periodic', employers[0]?.id ?? null, {
    kind: 'approved',
    approval: { ...approval, validUntil: '2026-12-31' },
  }),
  policyRow(1, 'periodic', null, { kind: 'off' }),
]

export const posts: readonly Post[] = [
  {
    id: sampleId('mast'),
    employerId: sampleId('proximus'),
    name: 'Technicus masten',
    examType: 'periodic',
    periodMonths: 12,
    acts: ['hearing-test', 'ecg'],
  },
  {
    id: sampleId('office'),
    employerId: sampleId('proximus'),
    name: 'Bediende met beeldscherm',
    examType: 'periodic',
    periodMonths: 60,
    acts: [],
  },
]

/** The lights in turn: over, today, soon, later. */
const clocks = [
  ['2026-11-18', -5, 'red'],
  ['2026-11-24', 0, 'red'],
  ['2026-11-27', 3, 'amber'],
  ['2026-12-24', 26, 'green'],
] as const
export const due: readonly DueRow[] = people.map(([firstName, lastName, language], index) => {
  const [dueOn, workingDaysLeft, light] = clocks[Math.floor(index / 3)] ?? clocks[0]
  return {
    workerId: sampleId(`worker-${index}`),
    workerName: `${firstName} ${lastName}`,
    language,
    employerId: sampleId('proximus'),
    siteId: null,
    postName: posts[index % 2]?.name ?? '',
    examType: 'periodic',
    dueOn,
    workingDaysLeft,
    light,
    acts: posts[index % 2]?.acts ?? [],
    plannedAt: index === 1 ? at(40) : null,
    hasEmail: index !== 4,
  }
})

const toCohortSlot = (minutes: number) => ({
  id: sampleId(`slot-${minutes}`),
  startsAt: at(minutes),
  physicianName: 'Dr. Lien Claes',
  placeName: minutes % 40 === 0 ? 'Proximus 4.12' : null,
})
const toMember = ({ workerId, workerName, language, examType, dueOn }: DueRow) => ({
  workerId,
  workerName,
  language,
  examType,
  dueOn,
})
export const cohort: CohortPreview = {
  placed: due.slice(0, 6).map((row, index) => ({
    ...toMember(row),
    slot: toCohortSlot(1440 + index * 20),
    inTime: index > 1,
    hasEmail: row.hasEmail,
  })),
  leftOut: due.slice(6, 9).map((row, index) => ({
    ...toMember(row),
    acts: ['hearing-test', 'ecg'],
    reason: (['act-due', 'not-in-their-language', 'no-free-slot'] as const)[index] ?? 'act-due',
  })),
  free: [1600, 1620, 1640].map(toCohortSlot),
  kept: [1580, 1660].map(toCohortSlot),
  more: true,
}

export const notices: Notices = {
  relay: null,
  approvals: [
    {
      examType: 'periodic',
      employerId: null,
      reference: 'sample letter 2026/180',
      validUntil: '2027-01-15',
    },
  ],
  unanswered: [{ sessionId: sampleId('morning'), startsAt: '2026-11-25T08:00:00.000Z', count: 3 }],
}

/** A coturn that ended at nine; its certificate had ended before. */
export const failingRelay: NonNullable<Notices['relay']> = {
  calls: 'direct-only',
  failing: [
    {
      address: 'turns:turn.example.be:5349?transport=tcp',
      problem: 'tls-failed',
      since: '2026-11-24T07:12:00.000Z',
    },
    { address: 'turn:turn.example.be:3478', problem: 'silent', since: '2026-11-24T08:00:00.000Z' },
  ],
}
