/** One state of the guest's page for each screen that an interpreter, a captioner or a companion may see. */
import type { GuestStand, MySeat } from '../../signaling/protocol/guest.ts'
import type { Instant } from '../../signaling/protocol/primitives.ts'
import type { CallLive } from '../call/call-live.ts'
import type { Line } from '../connection/line.ts'
import { goodQuality, type Quality } from '../quality/quality.ts'
import type { GuestLink } from '../consultation/guest-links.ts'
import type { GuestLive, GuestLiveState } from '../guest/guest-live.ts'
import type { GuestPhase } from '../guest/guest-phase.ts'
import type { Devices } from '../rtc/devices.ts'
import { untroubled } from '../rtc/care-state.ts'
import { drawnStream } from './pictures.ts'

const on: Devices = { microphone: 'on', camera: 'on', paused: false }
const withoutCamera: Devices = { ...on, camera: 'none' }
const admissionId = 'admission-00000001'

export function createGuestSamples(now: number): Record<string, GuestPhase> {
  const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString() as Instant
  const seat: MySeat = {
    state: 'open',
    role: 'interpreter',
    name: 'Elif Yıldırım-Vandenbroucke',
    appointmentId: 'appointment-00000001',
    physicianName: 'Dr. Lien Claes',
    startsAt: at(5),
    endsAt: at(25),
    opensAt: at(-10),
    service: { name: 'Preventiedienst Voorbeeld', phone: '02 555 01 00' },
    timeZone: 'Europe/Brussels',
    serverTime: at(0),
  }
  const own = drawnStream(640, 480, '#7a4a6d')
  const physician = drawnStream(640, 480, '#26567f')
  const worker = drawnStream(480, 640, '#36625b')
  const captioner: MySeat = { ...seat, role: 'captioner' }
  const companion: MySeat = { ...seat, role: 'companion' }
  const token = 'sample-token-of-a-guest-link'

  const linkTo = (
    end: 'worker' | 'physician',
    phase: 'connecting' | 'connected' | 'recovering',
    devices = on,
    quality: Quality | null = null,
  ): GuestLink => {
    const call: CallLive = {
      phase,
      appointmentId: seat.appointmentId,
      callId: admissionId,
      attempt: 1,
      since: now - 60_000,
    }
    const stream = end === 'worker' ? worker : physician
    return { with: end, call, remote: { stream, devices }, quality }
  }
  const links = [linkTo('worker', 'connected'), linkTo('physician', 'connected')]
  const inside = (part: Partial<GuestLiveState>, who = seat, wasAdmitted = false): GuestPhase => ({
    phase: 'inside',
    seat: who,
    wasAdmitted,
    stream: part.local?.camera === 'none' ? new MediaStream() : own,
    // Only what is read: a tap in the gallery does nothing.
    live: { soundContext: () => null } as unknown as GuestLive,
    state: { ...waiting, ...part },
  })
  const admitted: GuestStand = {
    phase: 'admitted',
    admissionId,
    workerIn: true,
    physicianIn: true,
  }
  const waiting: GuestLiveState = {
    line: { phase: 'open' },
    stand: { phase: 'waiting' },
    links: [],
    local: on,
    care: untroubled,
    voice: 'hearing',
    needsPicture: false,
  }
  const call = (part: Partial<GuestLiveState> = {}, who = seat) =>
    inside({ stand: admitted, links, ...part }, who, true)
  const line = (phase: Line): GuestPhase => inside({ line: phase })

  return {
    'loading': { phase: 'loading' },
    'invalid': { phase: 'invalid' },
    'failed': { phase: 'failed' },
    'asked': { phase: 'asked', seat, token },
    'asked-captioner': { phase: 'asked', seat: captioner, token },
    'asked-companion': { phase: 'asked', seat: companion, token },
    'asked-early': {
      phase: 'asked',
      seat: { ...seat, state: 'upcoming', opensAt: at(20) },
      token,
    },
    'devices': { phase: 'devices', seat, failed: false },
    'devices-captioner': { phase: 'devices', seat: captioner, failed: false },
    'devices-failed': { phase: 'devices', seat, failed: true },
    'opening': { phase: 'opening', seat },
    'waiting': inside({}),
    'waiting-sound': inside({ local: withoutCamera }, captioner),
    'waiting-again': inside({}, seat, true),
    'waiting-lost': line({ phase: 'lost', since: now - 30_000 }),
    'elsewhere': line({ phase: 'elsewhere', inCall: false }),
    'call': call(),
    'call-connecting': call({
      links: [linkTo('worker', 'connecting'), linkTo('physician', 'connecting')],
    }),
    'call-worker-away': call({
      stand: { ...admitted, workerIn: false },
      links: [linkTo('physician', 'connected')],
    }),
    'call-recovering': call({
      links: [linkTo('worker', 'connected'), linkTo('physician', 'recovering')],
    }),
    'call-sound': call({ local: withoutCamera }, captioner),
    'call-paused': call({ local: { ...on, paused: true } }),
    'call-other-paused': call({
      links: [
        linkTo('worker', 'connected'),
        linkTo('physician', 'connected', { ...on, paused: true }),
      ],
    }),
    'call-muted-talk': call({ local: { ...on, microphone: 'off' }, voice: 'muted-talk' }),
    'call-weak': call({
      links: [
        linkTo('worker', 'connected', on, { ...goodQuality, other: 'sound-only', weak: 'other' }),
        linkTo('physician', 'connected', on, { ...goodQuality, own: 'smaller', weak: 'own' }),
      ],
    }),
    'over-call-ended': { phase: 'over', why: 'call-ended' },
    'over-removed': { phase: 'over', why: 'removed' },
    'over-left': { phase: 'over', why: 'left' },
    'over-appointment': { phase: 'over', why: 'appointment' },
  }
}
