/** Every state of the desk by name, with made-up people: for the eye, and for the accessibility check. */
import type {
  CallEnd,
  ConsultationView,
  Presence,
  RingOutcome,
} from '../../signaling/protocol/consultation.ts'
import type { GuestView } from '../../signaling/protocol/guest.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { LiveState } from '../consultation/live.ts'
import type { Declaration } from '../../signaling/protocol/consents.ts'
import { goodQuality, type Quality } from '../quality/quality.ts'
import { here, sampleInstant, sampleNow, sampleRow, sampleView, viewsOf } from '../desk/samples.ts'
import type { MediaFailure } from '../rtc/media-failure.ts'
import type { SharingScreen } from './sharing-samples.ts'
import type { IdentityVerdict } from '../trust/identity-verdict.ts'
import type { ProviderChange, Standing } from '../trust/known-keys.ts'
import { trustScreens } from './trust-samples.ts'

export interface Sample {
  readonly rows: readonly DeskRow[]
  readonly live: Partial<LiveState>
  /** False: the session was not started. A reason: the devices failed. */
  readonly started: boolean | MediaFailure
  readonly chosen?: DeskRow
  readonly withoutCamera?: boolean
  /** The worker holds a phone upright. */
  readonly portrait?: boolean
  /** What both have shared in the call. */
  readonly sharing?: SharingScreen
  /** How the safety words stand; they are opened. */
  readonly trust?: string
  /** What this browser found of the worker's proof of who they are. */
  readonly identity?: IdentityVerdict
  /** Pressed after the desk is drawn. */
  readonly press?: string
  /** What is there once that has opened, where opening takes longer than two frames. */
  readonly opens?: string
}

const done = sampleRow('Thomas De Smet', -40, { status: 'completed', outcome: 'done-by-video' })
const converted = sampleRow('Fatima El Amrani', -20, { status: 'converted' })
const anna = sampleRow('Anna Peeters', 0)
const marc = sampleRow('Marc Dubois', 20, { examType: 'return-to-work' })
const yusuf = sampleRow('Yusuf Demir', 40)
const sofie = sampleRow('Sofie Maes', 60, { phone: null })
const jan = sampleRow('Jan-Willem Vandenbroucke-Castermans', 80)
const elke = sampleRow('Elke O’Brien', 100)
const rows = [done, converted, anna, marc, yusuf, sofie, jan, elke]

const waiting: Record<string, Presence> = {
  marc: here(4),
  yusuf: here(2, { readiness: 'unchecked' }),
  jan: here(1, { readiness: 'blocked' }),
  elke: here(12, { readiness: 'sound-only' }),
}

function views(change: Partial<ConsultationView>, who: DeskRow = anna) {
  const others = [marc, yusuf, sofie, jan, elke]
    .filter((row) => row !== who)
    .map((row) => {
      const presence = waiting[row.worker.firstName.slice(0, 4).toLowerCase()] ?? waitingOf(row)
      return sampleView(row, presence === undefined ? {} : { presence })
    })
  return viewsOf(sampleView(who, change), ...others)
}

function waitingOf(row: DeskRow): Presence | undefined {
  if (row === jan) return waiting['jan']
  return row === yusuf ? waiting['yusuf'] : undefined
}

const ringing = (shown: boolean): ConsultationView['ring'] => ({
  phase: 'ringing',
  id: 'sample-ring-0001',
  startedAt: sampleInstant(-0.2),
  expiresAt: sampleInstant(0.55),
  shown,
})

const rung = (outcome: RingOutcome): ConsultationView['ring'] => ({
  phase: 'ended',
  id: 'sample-ring-0001',
  startedAt: sampleInstant(-2),
  endedAt: sampleInstant(-1.25),
  outcome,
})

const openCall = (workerIn: boolean): ConsultationView['call'] => ({
  phase: 'open',
  id: 'sample-call-0001',
  attempt: 1,
  openedAt: sampleInstant(-6),
  workerIn,
  physicianIn: true,
  physicianWas: true,
})

const endedCall = (reason: CallEnd): ConsultationView['call'] => ({
  phase: 'ended',
  id: 'sample-call-0001',
  endedAt: sampleInstant(-1),
  reason,
})

function inCall(phase: 'connecting' | 'connected' | 'recovering', workerIn = true): Sample {
  return {
    rows,
    started: true,
    live: {
      consultations: views({ presence: here(9), call: openCall(workerIn) }),
      call: {
        phase,
        appointmentId: anna.appointmentId,
        callId: 'sample-call-0001',
        attempt: 1,
        since: sampleNow - 360_000,
      },
    },
  }
}

function withThird(phase: GuestView['phase']): Sample {
  const sample = inCall('connected')
  const guest: GuestView = {
    id: 'sample-guest-0001',
    role: 'interpreter',
    name: 'Emine Yıldız',
    phase,
    here: true,
    admissionId: phase === 'admitted' ? 'sample-admission-01' : null,
  }
  const consultations = views({ presence: here(9), call: openCall(true), guest })
  return { ...sample, live: { ...sample.live, consultations } }
}

function weak(part: Partial<Quality>): Sample {
  const sample = inCall('connected')
  const quality: Quality = { ...goodQuality, ...part }
  return { ...sample, live: { ...sample.live, quality }, press: '.quality-details summary' }
}

const saidOnOwnPage = (['video', 'accompanied', 'unrecorded'] as const).map(
  (consent): Declaration => ({ consent, at: sampleInstant(-4), ownPage: true }),
)
const declared = rows.map((row) => (row === anna ? { ...row, declared: saidOnOwnPage } : row))

/** What this browser found of Anna's proof. */
export function provedBy(keys: Standing): IdentityVerdict {
  const identifiedAt = sampleNow - 660_000
  return { kind: 'proved', name: 'Anna Peeters', identifiedAt, keys, pinned: true }
}

/** The worker whom itsme named, and what of it this browser could check. */
function named(identity: IdentityVerdict): Sample {
  const sample = inCall('connected')
  const likeness = { familyName: 'same', givenName: 'same', birthDate: 'same' } as const
  const consultations = views({
    presence: here(9),
    call: openCall(true),
    identified: { kind: 'itsme', at: sampleInstant(-11), likeness },
  })
  const live = { ...sample.live, consultations }
  return { ...sample, live, identity }
}

const proved = (keys: Standing): Sample => named(provedBy(keys))

/** From a trial to the real itsme: address, number and keys are all others. */
const change: ProviderChange = {
  before: {
    issuer: 'https://idp.e2e.itsme.services/v2',
    clientId: 'visite-trial',
    keys: { 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs': { counts: 0, last: 0 } },
  },
  met: {
    issuer: 'https://idp.prd.itsme.services/v2',
    clientId: 'visite',
    offered: [
      'q0Gd3PZk7nH2VvS1yB5tXc8LwM4eRfJ9uA6iOoT-_Ks',
      'Yf2x9Jp4Rm7Qc1Wd8Hs3Kt6Lv5Nb0Zg_Ea-UiPoXyBk',
    ],
    signer: 'q0Gd3PZk7nH2VvS1yB5tXc8LwM4eRfJ9uA6iOoT-_Ks',
  },
}

const idle = { consultations: views({ presence: here(9) }) }
const paused = { microphone: 'on', camera: 'on', paused: true } as const

export const samples: Readonly<Record<string, Sample>> = {
  'no-session': { rows: [], live: {}, started: false },
  'before-start': { rows, live: idle, started: false },
  'refused': { rows, live: idle, started: 'refused' },
  'idle': { rows, live: idle, started: true },
  'own-access': {
    rows,
    live: idle,
    started: true,
    press: 'own-access-button button',
    opens: '.own-access[aria-busy=false] .own-list',
  },
  'nobody-ready': {
    rows,
    live: { consultations: viewsOf(sampleView(anna)) },
    started: true,
    withoutCamera: true,
  },
  'chosen': { rows, live: idle, started: true, chosen: yusuf },
  'closed-person': { rows, live: idle, started: true, chosen: converted },
  'ringing': {
    rows,
    live: { consultations: views({ presence: here(9), ring: ringing(true) }) },
    started: true,
  },
  'ringing-hidden': {
    rows,
    live: {
      consultations: views({ presence: here(9, { visible: false }), ring: ringing(false) }),
    },
    started: true,
  },
  'declared-on-own-page': {
    rows: declared,
    live: idle,
    started: true,
    chosen: declared.find(({ appointmentId }) => appointmentId === anna.appointmentId) ?? anna,
  },
  'no-answer': {
    rows,
    live: { consultations: views({ presence: here(9), ring: rung('timed-out') }) },
    started: true,
    chosen: anna,
  },
  'asked-two-minutes': {
    rows,
    live: {
      consultations: views({
        presence: here(9),
        ring: rung('deferred'),
        deferredUntil: sampleInstant(1.5),
      }),
    },
    started: true,
    chosen: anna,
  },
  'chose-in-person': {
    rows,
    live: { consultations: views({ ring: rung('declined-in-person'), over: true }) },
    started: true,
    chosen: anna,
  },
  'connecting': inCall('connecting'),
  'in-call': inCall('connected'),
  'in-call-portrait': { ...inCall('connected'), portrait: true },
  'recovering': inCall('recovering'),
  'in-call-text': { ...inCall('connected'), sharing: 'text' },
  'in-call-files': { ...inCall('connected'), sharing: 'files' },
  'in-call-photo': { ...inCall('connected'), sharing: 'photo' },
  'in-call-shown': { ...inCall('connected'), sharing: 'shown' },
  'in-call-third': withThird('admitted'),
  'in-call-third-waits': withThird('waiting'),
  'in-call-third-objected': withThird('objected'),
  'in-call-more': { ...inCall('connected'), press: '.dock-button[data-control=more]' },
  ...Object.fromEntries(
    trustScreens.map((trust) => [`in-call-${trust}`, { ...inCall('connected'), trust }]),
  ),
  'in-call-named-first': proved({ kind: 'first-seen' }),
  'in-call-named-added': proved({ kind: 'added' }),
  'in-call-named-unproved': named({ kind: 'unproved', code: 'keys-changed', change }),
  'in-call-taken-over': {
    ...inCall('connected'),
    live: {
      ...inCall('connected').live,
      consultations: views({
        presence: here(9, { takenOverAt: sampleInstant(-1) }),
        call: openCall(true),
      }),
    },
  },
  'worker-left': inCall('connected', false),
  'paused': { ...inCall('connected'), live: { ...inCall('connected').live, local: paused } },
  'worker-paused': {
    ...inCall('connected'),
    live: { ...inCall('connected').live, remote: { stream: null, devices: paused } },
  },
  'good-quality': weak({}),
  'weak-worker': weak({ other: 'smaller', weak: 'other' }),
  'sound-only': weak({ own: 'sound-only', other: 'sound-only', weak: 'unclear' }),
  'better-by-phone': weak({ other: 'phone', weak: 'other' }),
  'picture-not-enough': weak({
    other: 'slower',
    weak: 'other',
    needsPicture: { own: false, other: true },
    suggestsInPerson: true,
  }),
  'outcome-missing': { ...inCall('connected'), press: '.outcome button:not([type=button])' },
  'after-call': {
    rows,
    live: { consultations: views({ presence: here(9), call: endedCall('physician-ended') }) },
    started: true,
    chosen: anna,
  },
  'call-elsewhere': {
    rows,
    live: { consultations: views({ presence: here(9), call: openCall(true) }) },
    started: false,
  },
  'all-done': { rows: [done, converted], live: {}, started: true },
  'line-lost': {
    rows,
    live: { ...idle, line: { phase: 'lost', since: sampleNow - 4000 } },
    started: true,
  },
  'refusal': {
    rows,
    live: { ...idle, refusal: { code: 'worker-not-here', about: 'ring' } },
    started: true,
  },
  'elsewhere': { rows, live: { line: { phase: 'elsewhere', inCall: false } }, started: false },
  'elsewhere-in-call': {
    rows,
    live: { line: { phase: 'elsewhere', inCall: true } },
    started: false,
  },
  'replaced': { rows, live: { line: { phase: 'replaced' } }, started: false },
  'outdated': { rows, live: { line: { phase: 'outdated' } }, started: false },
  'keys': { rows, live: idle, started: true, press: 'keys-dialog button' },
}
