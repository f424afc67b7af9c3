/**
 * How a call went, as one side's page counted it: for whoever keeps the service running. Nobody's address, device or name is
 * in it, and nothing that was said or shown.
 */
import * as Type from 'typebox'
import { Id, nullable, strict } from './primitives.ts'

/** A day: no call is longer. */
const Milliseconds = Type.Integer({ minimum: 0, maximum: 86_400_000 })
const Count = Type.Integer({ minimum: 0, maximum: 100_000 })
const Share = Type.Number({ minimum: 0, maximum: 1 })

/** The rungs of the ladder, from the whole picture down. */
export const Rung = Type.Union([
  Type.Literal('full'),
  Type.Literal('smaller'),
  Type.Literal('slower'),
  Type.Literal('still'),
  Type.Literal('sound-only'),
  Type.Literal('phone'),
])

export const CallPath = Type.Union([
  Type.Literal('direct'),
  Type.Literal('relay-udp'),
  Type.Literal('relay-tcp'),
  Type.Literal('relay-tls'),
  /** By the other side's relay. */
  Type.Literal('relay-other'),
])
export type CallPath = Type.Static<typeof CallPath>

const Recovery = strict({
  cause: Type.Union([
    Type.Literal('silence'),
    Type.Literal('interrupted'),
    Type.Literal('network-changed'),
    Type.Literal('failed'),
    Type.Literal('closed'),
    Type.Literal('renewed'),
  ]),
  means: Type.Union([Type.Literal('none'), Type.Literal('restart'), Type.Literal('attempt')]),
  ms: Milliseconds,
  /** False: the call ended before. */
  healed: Type.Boolean(),
})

/** Milliseconds from the call's opening; negative for what came before it. */
const StageMs = nullable(Type.Integer({ minimum: -86_400_000, maximum: 86_400_000 }))

/** The last one that a side sends about a call is kept. */
export const CallRecord = strict({
  callId: Id,
  /** How long sound and picture could flow. */
  connectedMs: Milliseconds,
  /** The last one; null where the browser does not tell. */
  path: nullable(CallPath),
  /** Connections made, the first one included. */
  attempts: Type.Integer({ minimum: 1, maximum: 100_000 }),
  /** With a connection that stood by, or without. */
  start: nullable(Type.Union([Type.Literal('warm'), Type.Literal('cold')])),
  timeToPictureMs: nullable(Milliseconds),
  stages: strict({
    ringShown: StageMs,
    answered: StageMs,
    iceConnected: StageMs,
    dtlsConnected: StageMs,
    firstPacket: StageMs,
    firstPicture: StageMs,
  }),
  freezes: Count,
  frozenMs: Milliseconds,
  /** Of the sound that was played, the part that was made up. */
  concealed: nullable(Share),
  worstRung: Rung,
  rungMs: strict({
    'full': Milliseconds,
    'smaller': Milliseconds,
    'slower': Milliseconds,
    'still': Milliseconds,
    'sound-only': Milliseconds,
    'phone': Milliseconds,
  }),
  /** The latest ones. */
  recoveries: Type.Array(Recovery, { maxItems: 50 }),
})
export type CallRecord = Type.Static<typeof CallRecord>
