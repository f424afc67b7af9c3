/**
 * The connection that stands by before a call is answered. It costs privacy and a relay's room, so it is a choice:
 *
 *   direct       the two browsers learn each other's network addresses while the worker waits. They would learn them a few
 *                minutes later anyway; only the physician who sees this worker next does, no page shows them, no log keeps
 *                them. The default, since nothing else shows the picture as soon as the worker answers.
 *   relay-only   neither learns an address before the answer: until then all goes through TURN. The call then moves to
 *                the direct way by itself, unless `VISITE_ICE_POLICY` forbids that.
 *   off          nothing connects before the answer; the picture comes as late as connecting takes. What needs no address,
 *                the two agree on at the ring; where they are, each keeps to itself until the answer.
 */
import type { IcePolicy } from '../protocol/consultation.ts'
import { readChoice, type Reading } from './reading.ts'
import type { TurnConfig } from './turn.ts'

export interface StandbyConfig {
  /** For how many of a physician's next workers; 0: for none, and no address is told before the answer. */
  readonly workers: number
  readonly icePolicy: IcePolicy
}

export function readStandby(
  reading: Reading,
  turn: TurnConfig | null,
  icePolicy: IcePolicy,
): StandbyConfig {
  const way = readChoice(reading, 'VISITE_STANDBY', ['direct', 'relay-only', 'off'])
  const workers = Number(readChoice(reading, 'VISITE_STANDBY_WORKERS', ['1', '2', '3']))
  if (way === 'relay-only' && turn === null) {
    reading.refuse(
      'VISITE_STANDBY is relay-only but VISITE_TURN_URLS is not set: set the addresses, or VISITE_STANDBY=off.',
    )
  }
  return {
    workers: way === 'off' ? 0 : workers,
    icePolicy: way === 'relay-only' ? 'relay' : icePolicy,
  }
}
