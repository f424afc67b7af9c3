/**
 * The notes about things that are handed over; the bytes themselves travel as frames. Whoever offers names the thing by a
 * number; the receiver says from which byte on it wants it, so that a transfer goes on where it was after a new attempt.
 *
 *   sender     offer ─────────────▶ receiver
 *   sender     ◀──────────── accept {from}      frames, in order, from there on; said again after each new channel
 *   sender     ◀── arrived, damaged, refuse     the end; a refusal may come at any time
 *   sender     withdraw ──────────▶
 *
 *   physician  ask {what} ────────▶ worker      a photo; answered by an offer that repeats the number, or by decline
 *   either     showing {id | null} ▶            the offered picture that is on both screens now
 *
 * Everything may be said twice: each answer is the same the second time.
 */
import type { NoteBody } from '../call/notes.ts'
import { cleanName, largestFile } from './file-kinds.ts'

export const shareKind = 'share'

/** `file` is asked for, `photo` answers a request, `shown` is put on the other screen at once. */
export type Purpose = 'file' | 'photo' | 'shown'

export interface Offer {
  readonly id: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
  readonly purpose: Purpose
  /** The request that a photo answers. */
  readonly request: number | null
}

export type ShareNote =
  | ({ readonly do: 'offer' } & Offer)
  | { readonly do: 'accept'; readonly id: number; readonly from: number }
  | { readonly do: 'refuse' | 'withdraw' | 'arrived' | 'damaged'; readonly id: number }
  | { readonly do: 'ask'; readonly id: number; readonly what: string }
  | { readonly do: 'unask' | 'decline'; readonly id: number }
  | { readonly do: 'showing'; readonly id: number | null }

const plain = ['refuse', 'withdraw', 'arrived', 'damaged', 'unask', 'decline'] as const
const purposes = ['file', 'photo', 'shown'] as const
/** Characters of what a photo is asked for. */
export const longestWish = 200

/** Null for everything that is not exactly one of them. */
export function readShareNote(body: NoteBody): ShareNote | null {
  const { id } = body
  if (body['do'] === 'showing') return id === null || isNumber(id) ? { do: 'showing', id } : null
  if (!isNumber(id)) return null
  if (body['do'] === 'offer') return readOffer(body, id)
  if (body['do'] === 'accept') {
    return isNumber(body['from']) ? { do: 'accept', id, from: body['from'] } : null
  }
  if (body['do'] === 'ask') {
    return typeof body['what'] === 'string'
      ? { do: 'ask', id, what: cleanWish(body['what']) }
      : null
  }
  const known = plain.find((each) => each === body['do'])
  return known === undefined ? null : { do: known, id }
}

export function cleanWish(what: string): string {
  const line = what.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return Array.from(line).slice(0, longestWish).join('')
}

/** A name that may not be handed over is no offer: our own pages never make one. */
function readOffer(body: NoteBody, id: number): ShareNote | null {
  const { name, size, sha256, request } = body
  const purpose = purposes.find((each) => each === body['purpose'])
  const clean = typeof name === 'string' ? cleanName(name) : null
  if (clean === null || purpose === undefined) return null
  if (!isNumber(size) || size < 1 || size > largestFile) return null
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return null
  if (request !== null && !isNumber(request)) return null
  return { do: 'offer', id, name: clean, size, sha256, purpose, request }
}

/** As a frame can hold it. */
function isNumber(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 0xffff_ffff
}
