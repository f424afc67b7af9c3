/** Time and chance, passed in wherever they are needed, so that tests hold both in their hands. */
import { randomBytes } from 'node:crypto'
import type { Id, Instant } from './protocol/primitives.ts'

export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export const systemClock: Clock = { now: () => Date.now() }

/** Makes identifiers of 128 random bits, base64url. */
export type MakeId = () => Id
export const randomId: MakeId = () => randomBytes(16).toString('base64url')

export function toInstant(at: number): Instant {
  // toISOString always ends in Z: the cast only tells the type so.
  return new Date(at).toISOString() as Instant
}

/** Milliseconds since 1970 of an instant that a schema has accepted. */
export function fromInstant(instant: Instant): number {
  return Date.parse(instant)
}
