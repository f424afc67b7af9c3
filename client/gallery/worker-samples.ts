/** One state of the visit for each screen that a worker may see. */
import { goodQuality } from '../quality/quality.ts'
import type { CallView, ConsultationView, Ring } from '../../signaling/protocol/consultation.ts'
import type { Declaration } from '../../signaling/protocol/consents.ts'
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import type { Instant } from '../../signaling/protocol/primitives.ts'
import type { Devices, Line, LiveState } from '../consultation/live.ts'
import { untroubled, type CareState, type DeviceNews } from '../rtc/care-state.ts'
import { mediaFailures } from '../rtc/media-failure.ts'
import { troubles } from '../rtc/trouble.ts'
import { initialVisit, type Media, type VisitState } from '../worker/visit-state.ts'
import { drawnStream } from './pictures.ts'
import { trustScreens } from './trust-samples.ts'

const on: Devices = { microphone: 'on', camera: 'on', paused: false }
const callId = 'call-0000000000000001'
const appointmentId = 'appointment-00000001'

const sampleDevices: Pick<CareState, 'listed' | 'using'> = {
  listed: [
    { kind: 'camera', id: 'front', group: '', label: 'Front camera' },
    { kind: 'camera', id: 'back', group: '', label: 'Back camera' },
    { kind: 'microphone', id: 'headset', group: '', label: 'Jabra Evolve2 65 Mono (0b0e:24c7)' },
    { kind: 'microphone', id: 'built-in', group: '', label: '' },
    { kind: 'speaker', id: 'default', group: '', label: 'Default' },
  ],
  using: { camera: 'front', microphone: 'headset' },
}

export function createWorkerSamples(now: number): Record<string, VisitState> {
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString() as Instant
  const appointment: MyAppointment = {
    state: 'open',
    startsAt: at(5),
    endsAt: at(25),
    opensAt: at(-10),
    physicianName: 'Dr. Lien Claes',
    roomName: null,
    language: 'nl',
    service: { name: 'Zorgpost', phone: '02 555 01 00' },
    timeZone: 'Europe/Brussels',
    serverTime: at(0),
  }
  const own = drawnStream(640, 480, '#35605a')
  const remote = drawnStream(640, 480, '#eef2f0')
  const open: Media = {
    phase: 'open',
    stream: own,
    camera: true,
    microphone: true,
    missing: null,
    care: untroubled,
  }
  const view: ConsultationView = {
    appointmentId,
    presence: { kind: 'absent', lastSeenAt: null },
    ring: null,
    call: null,
    guest: null,
    deferredUntil: null,
    before: 1,
    over: false,
  }
  const live = (part: Partial<ConsultationView>, rest: Partial<LiveState> = {}): LiveState => ({
    line: { phase: 'open' },
    clockOffsetMs: 0,
    consultations: new Map([[appointmentId, { ...view, ...part }]]),
    call: { phase: 'none' },
    local: on,
    remote: { stream: remote, devices: on },
    guest: null,
    quality: null,
    trust: null,
    refusal: null,
    ...rest,
  })
  const entered = (part: Partial<MyAppointment> = {}): VisitState['arrival'] => ({
    phase: 'entered',
    appointment: { ...appointment, ...part },
  })
  const inside = (part: Partial<VisitState>): VisitState => ({
    ...initialVisit,
    arrival: entered(),
    media: open,
    live: live({}),
    ...part,
  })
  const ringing: Ring = {
    phase: 'ringing',
    id: 'ring-0000000000000001',
    startedAt: at(0),
    expiresAt: at(0.75),
    shown: true,
  }
  const ringEnded = (outcome: 'timed-out' | 'stopped'): Ring => ({
    phase: 'ended',
    id: ringing.id,
    startedAt: at(-2),
    endedAt: at(-1),
    outcome,
  })
  const opened: CallView = {
    phase: 'open',
    id: callId,
    attempt: 1,
    openedAt: at(-4),
    workerIn: true,
    physicianIn: true,
    physicianWas: true,
  }
  const ended: CallView = { phase: 'ended', id: callId, endedAt: at(-1), reason: 'completed' }
  const inCall = (
    rest: Partial<LiveState> = {},
    phase: 'connecting' | 'connected' | 'recovering' = 'connected',
    since = now - 60_000,
  ) =>
    inside({
      live: live(
        { call: opened },
        { call: { phase, appointmentId, callId, attempt: 1, since }, ...rest },
      ),
    })
  const withNews = (news: DeviceNews): VisitState => ({
    ...inCall(),
    media: { ...open, care: { ...untroubled, news } },
  })
  const interpreter: NonNullable<ConsultationView['guest']> = {
    id: 'guest-0000000000000001',
    role: 'interpreter',
    name: 'Emine Yıldız',
    phase: 'admitted',
    here: true,
    admissionId: 'admission-000000001',
  }
  const third = drawnStream(480, 360, '#6b4f2a')
  const withThird = (rest: Partial<LiveState> = {}, guest = interpreter) =>
    inside({
      live: live(
        { call: opened, guest },
        {
          call: { phase: 'connected', appointmentId, callId, attempt: 1, since: now - 60_000 },
          guest: {
            with: 'guest',
            call: { phase: 'none' },
            remote: { stream: third, devices: on },
            quality: null,
          },
          ...rest,
        },
      ),
    })
  const said = (consent: Declaration['consent']): Declaration => ({
    consent,
    at: at(-2),
    ownPage: true,
  })
  const agreed = entered({ declared: [said('video'), said('accompanied'), said('unrecorded')] })
  const service = appointment.service
  const token = 'sample-token-of-a-call-link'
  const identify: MyAppointment['identify'] = ['itsme', 'code', 'sms', 'card']
  const seen = {
    ...initialVisit,
    arrival: { phase: 'seen', token, appointment: { ...appointment, identify } },
  } as const satisfies VisitState
  const unidentified: VisitState = { ...initialVisit, arrival: entered({ identify }) }
  const line = (line: Line) => inside({ live: live({}, { line }) })

  const choosing = (confirmed: boolean): VisitState => ({
    ...initialVisit,
    arrival: {
      phase: 'entered',
      appointment: {
        ...appointment,
        state: 'upcoming',
        startsAt: at(4000),
        endsAt: at(4020),
        opensAt: at(3985),
        choice: { confirmed, until: at(2560) },
      },
    },
  })

  const withVisit = (visit: NonNullable<MyAppointment['visit']> | null): VisitState => ({
    ...initialVisit,
    arrival: entered({ state: 'in-person', visit }),
  })

  return {
    'loading': initialVisit,
    'not-valid': { ...initialVisit, arrival: { phase: 'not-valid', service } },
    'unreachable': { ...initialVisit, arrival: { phase: 'unreachable', service } },
    'arrival': seen,
    'arrival-failed': { ...seen, request: 'offline' },
    'identity-ways': seen,
    'identity-code': unidentified,
    'identity-sms': unidentified,
    'identity-code-wrong': unidentified,
    'identity-cancelled': unidentified,
    'identity-again': unidentified,
    'identity-unclear': unidentified,
    'identity-other-browser': unidentified,
    'identity-down': unidentified,
    'identity-failed': unidentified,
    'identity-other-person': { ...initialVisit, arrival: { phase: 'not-valid', service } },
    'identity-none': { ...initialVisit, arrival: entered({ identify: [] }) },
    'arrival-today': {
      ...initialVisit,
      arrival: {
        phase: 'seen',
        token,
        appointment: { ...appointment, state: 'upcoming', startsAt: at(20), opensAt: at(5) },
      },
    },
    'arrival-early': {
      ...initialVisit,
      arrival: {
        phase: 'seen',
        token,
        appointment: {
          ...appointment,
          state: 'upcoming',
          startsAt: at(4000),
          endsAt: at(4020),
          opensAt: at(3985),
        },
      },
    },
    'arrival-choices': choosing(false),
    'arrival-confirmed': choosing(true),
    'arrival-move': choosing(false),
    'arrival-decline': choosing(false),
    'in-person-planned': withVisit({
      startsAt: at(4000),
      placeName: 'Stationsstraat 1, 3000 Leuven',
    }),
    'in-person-offers': withVisit(null),
    'in-person-offer-taken': withVisit(null),
    'in-person-question': seen,
    'camera': inside({ media: { phase: 'untouched' } }),
    'camera-known': inside({
      arrival: entered({ provenName: 'Anna' }),
      media: { phase: 'untouched' },
    }),
    'camera-asking': inside({ media: { phase: 'asking' } }),
    ...Object.fromEntries(
      mediaFailures.map((reason) => [
        `camera-${reason}`,
        inside({ media: { phase: 'failed', reason } }),
      ]),
    ),
    'camera-calling': inside({
      media: { phase: 'failed', reason: 'refused' },
      live: live({ ring: ringing }),
    }),
    'waiting': inside({}),
    'waiting-next': inside({ live: live({ before: 0 }) }),
    'waiting-offer': inside({ live: live({ offerId: 'offer-later-0000001' }) }),
    'waiting-offer-now': inside({ live: live({ offerId: 'offer-now-000000001' }) }),
    'waiting-offer-taken': inside({ live: live({ offerId: 'offer-now-000000001' }) }),
    'camera-offer': inside({
      media: { phase: 'untouched' },
      live: live({ offerId: 'offer-now-000000001' }),
    }),
    'waiting-early': inside({
      arrival: entered({ state: 'upcoming', opensAt: at(5) }),
      live: null,
      testing: true,
    }),
    'waiting-late': inside({ arrival: entered({ startsAt: at(-12) }) }),
    'waiting-offline': inside({
      live: live({}, { line: { phase: 'lost', since: now - 30_000 } }),
    }),
    'waiting-missed': inside({ live: live({ ring: ringEnded('timed-out') }) }),
    'waiting-no-camera': inside({ media: { ...open, camera: false } }),
    'waiting-no-microphone': inside({ media: { ...open, microphone: false } }),
    'waiting-asked': inside({ arrival: entered({ declared: [] }) }),
    'waiting-agreed': inside({ arrival: agreed }),
    'waiting-changing': inside({ arrival: agreed }),
    'waiting-not-told': inside({ arrival: entered({ declared: [] }) }),
    'ring': inside({ live: live({ ring: ringing }) }),
    'call': inCall(),
    'call-fresh': inCall({}, 'connected', now),
    'call-connecting': inCall({}, 'connecting', now),
    'call-connecting-long': inCall({}, 'connecting'),
    'call-recovering': inCall({}, 'recovering', now),
    'call-recovering-long': inCall({}, 'recovering'),
    'call-muted': inCall({ local: { ...on, microphone: 'off' } }),
    'call-muted-talk': { ...inCall({ local: { ...on, microphone: 'off' } }), voice: 'muted-talk' },
    'call-paused': inCall({ local: { ...on, paused: true } }),
    'call-other-paused': inCall({ remote: { stream: remote, devices: { ...on, paused: true } } }),
    'call-camera-off': inCall({ local: { ...on, camera: 'off' } }),
    ...Object.fromEntries(
      troubles.flatMap((trouble) => [
        [`call-${trouble}`, inCall({ local: { ...on, troubles: [trouble] } })],
        [
          `call-other-${trouble}`,
          inCall({ remote: { stream: remote, devices: { ...on, troubles: [trouble] } } }),
        ],
      ]),
    ),
    'call-weak': inCall({ quality: { ...goodQuality, own: 'smaller', weak: 'own' } }),
    'call-sound-only': inCall({
      quality: { ...goodQuality, own: 'sound-only', other: 'sound-only', weak: 'both' },
    }),
    'call-more': inCall(),
    'call-devices': { ...inCall(), media: { ...open, care: { ...untroubled, ...sampleDevices } } },
    'call-now-using': withNews({ kind: 'now-using', device: 'microphone', label: 'USB headset' }),
    'call-back': withNews({ kind: 'back', device: 'camera', label: 'Webcam C920', id: 'c920' }),
    'call-may-echo': withNews({ kind: 'may-echo' }),
    'call-text': inCall(),
    'call-files': inCall(),
    'call-photo': inCall(),
    'call-shown': inCall(),
    ...Object.fromEntries(trustScreens.map((screen) => [`call-${screen}`, inCall()])),
    'call-third': withThird(),
    'call-third-weak': withThird({
      quality: { ...goodQuality, own: 'smaller', weak: 'own' },
    }),
    'call-third-paused': withThird({ local: { ...on, paused: true } }),
    'call-third-objected': withThird({}, { ...interpreter, phase: 'objected' }),
    'after-left': inside({
      media: { phase: 'untouched' },
      live: live({ call: { ...opened, workerIn: false } }),
    }),
    'after': inside({ media: { phase: 'untouched' }, live: live({ call: ended }) }),
    'after-room': inside({
      arrival: entered({ roomName: 'Brussel, torens 4.12' }),
      media: { phase: 'untouched' },
      live: live({ call: ended }),
    }),
    'in-person': { ...initialVisit, arrival: entered({ state: 'in-person' }) },
    'in-person-room': {
      ...initialVisit,
      arrival: entered({ state: 'in-person', visit: null, roomName: 'Brussel, torens 4.12' }),
    },
    'in-person-after-call': inside({
      arrival: entered({ state: 'in-person' }),
      live: live({ call: ended }),
    }),
    'over': { ...initialVisit, arrival: entered({ state: 'over' }) },
    'elsewhere': line({ phase: 'elsewhere', inCall: false }),
    'elsewhere-in-call': line({ phase: 'elsewhere', inCall: true }),
    'replaced': line({ phase: 'replaced' }),
    'signed-out': line({ phase: 'signed-out' }),
    'outdated': line({ phase: 'outdated' }),
  }
}
