/**
 * Signals beside the media, while the line to the server is lost. The note comes from the other person's page, so it is
 * checked here as the server would check it; attempts and numbers of offers make a signal that came by both ways one.
 */
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { NoteBody } from './notes.ts'

export const signalNote = 'signal'

export function readSignalNote(body: NoteBody): ServerMessageOf<'signal'> | null {
  const { appointmentId, callId, attempt } = body
  const signal = readSignal(body['signal'])
  if (signal === null || !isText(appointmentId, 64) || !isText(callId, 64)) return null
  if (!isNumber(attempt, 1, 10_000)) return null
  return { type: 'signal', appointmentId, callId, attempt, signal }
}

/** The kinds and limits of `signaling/protocol/signal.ts`. */
function readSignal(value: unknown): Signal | null {
  if (typeof value !== 'object' || value === null) return null
  const { kind, type, sdp, number, candidate, sdpMid, sdpMLineIndex } = value as Record<
    string,
    unknown
  >
  switch (kind) {
    case 'description':
      return (type === 'offer' || type === 'answer') &&
        isText(sdp, 32 * 1024) &&
        isNumber(number, 1, 10_000)
        ? { kind, type, sdp, number }
        : null
    case 'candidate':
      return isText(candidate, 1024) &&
        (sdpMid === null || isText(sdpMid, 64)) &&
        (sdpMLineIndex === null || isNumber(sdpMLineIndex, 0, 64))
        ? { kind, candidate, sdpMid, sdpMLineIndex }
        : null
    case 'renegotiate':
    case 'restart':
      return { kind }
    default:
      return null
  }
}

function isText(value: unknown, maxLength: number): value is string {
  return typeof value === 'string' && value.length <= maxLength
}

function isNumber(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
}
