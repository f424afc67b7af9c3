/**
 * What the two browsers say to each other through the server while they connect.
 * These are simple-peer's four kinds of signal, and `restart`; the server relays them unread and never logs them.
 */
import * as Type from 'typebox'
import { nullable, strict } from './primitives.ts'

/** Chromium's offer with sound and picture is about 5.5 kB; 32 KiB leaves ample room. */
const Sdp = Type.String({ minLength: 1, maxLength: 32 * 1024 })

/** `number` counts the offers of one attempt; an answer repeats the number of the offer that it answers. */
const Description = strict({
  kind: Type.Literal('description'),
  type: Type.Union([Type.Literal('offer'), Type.Literal('answer')]),
  sdp: Sdp,
  number: Type.Integer({ minimum: 1, maximum: 10_000 }),
})

const Candidate = strict({
  kind: Type.Literal('candidate'),
  candidate: Type.String({ maxLength: 1024 }),
  sdpMid: nullable(Type.String({ maxLength: 64 })),
  sdpMLineIndex: nullable(Type.Integer({ minimum: 0, maximum: 64 })),
})

/** The side that may not offer asks the initiator for a new offer. */
const Renegotiate = strict({ kind: Type.Literal('renegotiate') })

/**
 * Another path is looked for (ICE restart, RFC 8445 section 2.4). The side that may not offer asks the initiator for it by
 * this; the initiator says by it that an offer follows, so that the other side freshens its servers as well.
 */
const Restart = strict({ kind: Type.Literal('restart') })

export const Signal = Type.Union([Description, Candidate, Renegotiate, Restart])
export type Signal = Type.Static<typeof Signal>
