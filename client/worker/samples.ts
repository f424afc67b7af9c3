/** Small whole states for the tests of the worker's page. */
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import type { LiveState } from '../consultation/live.ts'
import { untroubled } from '../rtc/care-state.ts'
import type { Media } from './visit-state.ts'

/** 09:00 in Brussels. */
export const sampleNow = Date.parse('2026-11-24T08:00:00.000Z')

export const sampleAppointment: MyAppointment = {
  state: 'open',
  startsAt: '2026-11-24T08:00:00.000Z',
  endsAt: '2026-11-24T08:20:00.000Z',
  opensAt: '2026-11-24T07:45:00.000Z',
  physicianName: 'Dr. Lien Claes',
  roomName: null,
  language: 'nl',
  service: { name: 'Zorgpost', phone: '02 555 01 00' },
  timeZone: 'Europe/Brussels',
  serverTime: '2026-11-24T08:00:00.000Z',
}

export const sampleConsultation: ConsultationView = {
  appointmentId: 'appointment-00000001',
  presence: { kind: 'absent', lastSeenAt: null },
  ring: null,
  call: null,
  guest: null,
  deferredUntil: null,
  before: 0,
  over: false,
}

export const sampleRing = {
  phase: 'ringing',
  id: 'ring-0000000000000001',
  startedAt: '2026-11-24T08:01:00.000Z',
  expiresAt: '2026-11-24T08:01:45.000Z',
  shown: false,
} as const

export const sampleCall = {
  phase: 'open',
  id: 'call-0000000000000001',
  attempt: 1,
  openedAt: '2026-11-24T08:02:00.000Z',
  workerIn: true,
  physicianIn: true,
  physicianWas: true,
} as const

export const sampleInCall = {
  phase: 'connected',
  appointmentId: sampleConsultation.appointmentId,
  callId: sampleCall.id,
  attempt: 1,
  since: sampleNow,
} as const

const devices = { microphone: 'on', camera: 'on', paused: false } as const

export function sampleLive(
  consultation: Partial<ConsultationView> = {},
  rest: Partial<LiveState> = {},
): LiveState {
  const whole = { ...sampleConsultation, ...consultation }
  return {
    line: { phase: 'open' },
    clockOffsetMs: 0,
    consultations: new Map([[whole.appointmentId, whole]]),
    call: { phase: 'none' },
    local: devices,
    remote: { stream: null, devices },
    guest: null,
    quality: null,
    trust: null,
    refusal: null,
    ...rest,
  }
}

export const sampleMedia: Media & { phase: 'open' } = {
  phase: 'open',
  stream: { getTracks: () => [] } as unknown as MediaStream,
  camera: true,
  microphone: true,
  missing: null,
  care: untroubled,
}
