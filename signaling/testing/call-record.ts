/** How an unremarkable call went. */
import type { CallRecord } from '../protocol/call-records.ts'
import type { Id } from '../protocol/primitives.ts'

export const sampleCallRecord = (callId: Id): CallRecord => ({
  callId,
  connectedMs: 60_000,
  path: 'direct',
  attempts: 1,
  start: 'cold',
  timeToPictureMs: 320,
  stages: {
    ringShown: -4000,
    answered: -40,
    iceConnected: 100,
    dtlsConnected: 130,
    firstPacket: 180,
    firstPicture: 280,
  },
  freezes: 0,
  frozenMs: 0,
  concealed: 0.01,
  worstRung: 'smaller',
  rungMs: {
    'full': 50_000,
    'smaller': 10_000,
    'slower': 0,
    'still': 0,
    'sound-only': 0,
    'phone': 0,
  },
  recoveries: [{ cause: 'silence', means: 'restart', ms: 900, healed: true }],
})
