/** Adds up the seconds of one call into what is kept of it. Pure. */
import type { CallPath, CallRecord } from '../../signaling/protocol/call-records.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Recovery } from '../call/recoveries.ts'
import { timeToPictureMs, type Stages } from '../call/stages.ts'
import { lowerOf, type Rung } from './ladder.ts'
import type { Sample } from './sample.ts'
import type { Path } from './statistics.ts'

export interface Tally {
  readonly callId: Id
  readonly connectedMs: number
  readonly path: Path | null
  /** The numbers of the first and the latest connection. */
  readonly attempts: { readonly first: number; readonly last: number }
  readonly freezes: number
  readonly frozenMs: number
  readonly soundMs: number
  readonly concealedMs: number
  readonly worstRung: Rung
  readonly rungMs: Readonly<Record<Rung, number>>
}

export function beginTally(callId: Id, attempt: number): Tally {
  return {
    callId,
    connectedMs: 0,
    path: null,
    attempts: { first: attempt, last: attempt },
    freezes: 0,
    frozenMs: 0,
    soundMs: 0,
    concealedMs: 0,
    worstRung: 'full',
    rungMs: { 'full': 0, 'smaller': 0, 'slower': 0, 'still': 0, 'sound-only': 0, 'phone': 0 },
  }
}

export function tallyAttempt(tally: Tally, attempt: number): Tally {
  return { ...tally, attempts: { ...tally.attempts, last: attempt } }
}

/** `rung` is what this page sent meanwhile. */
export function tallySample(tally: Tally, sample: Sample, rung: Rung, passedMs: number): Tally {
  const hears = sample.concealed !== null
  return {
    ...tally,
    connectedMs: tally.connectedMs + passedMs,
    path: sample.path ?? tally.path,
    freezes: tally.freezes + sample.freezes,
    frozenMs: tally.frozenMs + sample.frozenMs,
    soundMs: tally.soundMs + (hears ? passedMs : 0),
    concealedMs: tally.concealedMs + (sample.concealed ?? 0) * passedMs,
    worstRung: lowerOf(tally.worstRung, rung),
    rungMs: { ...tally.rungMs, [rung]: tally.rungMs[rung] + passedMs },
  }
}

/** As many as the server takes. */
const maxRecoveries = 50
const dayMs = 86_400_000

export function toCallRecord(
  tally: Tally,
  stages: Stages | null,
  recoveries: readonly Recovery[],
): CallRecord {
  const own = stages?.callId === tally.callId ? stages : null
  const shown = own === null ? null : timeToPictureMs(own)
  const at = (ms: number | undefined) => (ms === undefined ? null : Math.round(ms))
  const { first, last } = tally.attempts
  return {
    callId: tally.callId,
    connectedMs: whole(tally.connectedMs),
    path: toCallPath(tally.path),
    attempts: Math.max(1, last - first + 1),
    start: own?.start ?? null,
    timeToPictureMs: shown === null ? null : whole(shown),
    stages: {
      ringShown: at(own?.ms['ring-shown']),
      answered: at(own?.ms.answered),
      iceConnected: at(own?.ms['ice-connected']),
      dtlsConnected: at(own?.ms['dtls-connected']),
      firstPacket: at(own?.ms['first-packet']),
      firstPicture: at(own?.ms['first-picture']),
    },
    freezes: tally.freezes,
    frozenMs: whole(tally.frozenMs),
    concealed: tally.soundMs === 0 ? null : Math.min(1, tally.concealedMs / tally.soundMs),
    worstRung: tally.worstRung,
    rungMs: {
      'full': whole(tally.rungMs.full),
      'smaller': whole(tally.rungMs.smaller),
      'slower': whole(tally.rungMs.slower),
      'still': whole(tally.rungMs.still),
      'sound-only': whole(tally.rungMs['sound-only']),
      'phone': whole(tally.rungMs.phone),
    },
    recoveries: recoveries
      .slice(-maxRecoveries)
      .map(({ cause, means, ms, healed }) => ({ cause, means, ms: whole(ms), healed })),
  }
}

function toCallPath(path: Path | null): CallPath | null {
  if (path === null) return null
  if (path.kind === 'direct') return 'direct'
  return path.relay === null ? 'relay-other' : `relay-${path.relay}`
}

function whole(ms: number): number {
  return Math.min(dayMs, Math.max(0, Math.round(ms)))
}
