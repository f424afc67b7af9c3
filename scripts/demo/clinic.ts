/**
 * A sample clinic, the same at every start. Nobody in it exists: addresses are of `example` domains (RFC 2606), and the
 * telephone numbers are not given out.
 */
import type { PostChange } from '../../signaling/protocol/due.ts'
import type { WorkerDraft } from '../../signaling/protocol/planning.ts'
import type { PolicyDraft } from '../../signaling/protocol/remote-policy.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'

export const clinic = {
  service: { name: 'Zorgpost', phone: '02 555 01 00' },
  employer: 'Meridiaan Telecom',
  site: { name: 'Brussel', address: 'Koningsstraat 100, 1000 Brussel', language: 'nl' as Locale },
  room: '4.12',
  physicians: [
    {
      name: 'Dr. Lien Claes',
      email: 'lien.claes@zorgpost.example',
      registration: '1-00001-01-650',
      languages: ['nl', 'fr', 'en'] as Locale[],
    },
    {
      name: 'Dr. Marc Dumont',
      email: 'marc.dumont@zorgpost.example',
      registration: '1-00002-02-650',
      languages: ['nl', 'fr', 'de'] as Locale[],
    },
  ],
  approval: {
    examType: 'periodic',
    employerId: null,
    rule: {
      kind: 'approved',
      approval: {
        authority: 'FOD WASO / SPF ETCS',
        reference: 'SAMPLE 2026/180',
        givenOn: '2026-01-15',
        validFrom: '2026-02-01',
        validUntil: null,
        scope: 'Meridiaan Telecom, 180',
      },
    },
  } satisfies PolicyDraft,
  posts: [
    { name: 'Bediende', examType: 'periodic', periodMonths: 60, acts: [] },
    {
      name: 'Chauffeur',
      category: 'safety-post',
      examType: 'periodic',
      periodMonths: 24,
      acts: [],
    },
    {
      name: 'Technicus masten',
      examType: 'periodic',
      periodMonths: 12,
      acts: ['hearing-test', 'ecg'],
    },
  ] satisfies PostChange[],
  planner: { name: 'Sofie Maes', email: 'sofie.maes@zorgpost.example' },
  contact: { name: 'Els Baert', email: 'els.baert@meridiaan.example' },
  evaluator: { name: 'Tom Wauters', email: 'tom.wauters@evaluatie.example' },
} as const

interface Population {
  readonly language: Locale
  readonly count: number
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
}

/** 180 workers, as the pilot has; the first names of each list meet the last names in turn, so no pair comes twice. */
const populations: readonly Population[] = [
  {
    language: 'nl',
    count: 96,
    firstNames: [
      'Anna',
      'Jan',
      'Noor',
      'Pieter',
      'Emma',
      'Wout',
      'Yusuf',
      'Sara',
      'Tom',
      'Fatima',
      'Bram',
      'Lotte',
    ],
    lastNames: [
      'Peeters',
      'Janssens',
      'Maes',
      'Willems',
      'D’Hondt',
      'Demir',
      'De Smet',
      'Van den Broeck',
    ],
  },
  {
    language: 'fr',
    count: 66,
    firstNames: [
      'Marc',
      'Élise',
      'Karim',
      'Chloé',
      'Luc',
      'Aïcha',
      'Hugo',
      'Nathalie',
      'Samuel',
      'Inès',
      'Benoît',
    ],
    lastNames: ['Dubois', 'Lambert', 'Lefèvre', 'El Amrani', 'Gérard', 'O’Brien'],
  },
  {
    language: 'de',
    count: 18,
    firstNames: ['Jürgen', 'Heike', 'Stefan', 'Käthe', 'Lukas', 'Miriam'],
    lastNames: ['Müller', 'Schröder', 'Weiß'],
  },
]

/** Returns the workers in an order that mixes the languages, so that a session has all of them. */
export function sampleWorkers(employerId: string, siteId: string): WorkerDraft[] {
  const workers = populations.flatMap(({ language, count, firstNames, lastNames }) =>
    Array.from({ length: count }, (_, index): WorkerDraft => {
      const firstName = firstNames[index % firstNames.length] ?? ''
      const lastName = lastNames[Math.floor(index / firstNames.length) % lastNames.length] ?? ''
      return {
        employerId,
        siteId,
        personnelNumber: `${language.toUpperCase()}${String(index + 1).padStart(4, '0')}`,
        firstName,
        lastName,
        birthDate: `${1962 + ((index * 7) % 42)}-${twoDigits(1 + (index % 12))}-${twoDigits(1 + ((index * 5) % 28))}`,
        email: `${mailName(firstName)}.${mailName(lastName)}.${language}@meridiaan.example`,
        phone: `+32470${String(100_000 + index * 37).slice(0, 6)}`,
        language,
        needsPicture: false,
        postId: null,
      }
    }),
  )
  return workers.toSorted((a, b) => turnOf(a) - turnOf(b))
}

/** How far a worker stands in their own language's list, 0 to 1: sorting by it mixes the languages evenly. */
function turnOf(worker: WorkerDraft): number {
  const share = { nl: 96, fr: 66, de: 18, en: 1 }[worker.language]
  const place = Number(worker.personnelNumber?.slice(2) ?? 0)
  return (place - 1) / share
}

function mailName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}

/** Which of the sample posts a worker has, and in how many days their examination is due; some are late already. */
export function sampleDue(index: number): { readonly post: 0 | 1 | 2; readonly inDays: number } {
  // The first of the list have appointments: nothing that would keep those from being by video.
  const post = index >= 30 && index % 6 === 5 ? 2 : index % 6 === 4 ? 1 : 0
  return { post, inDays: ((index * 7) % 120) - 8 }
}
