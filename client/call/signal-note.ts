/**
 * Signals beside the media, while there is no line to the server. The note comes from the other person's page, so it is
 * checked here as the server would check it; attempts and numbers of offers make a signal that came by both ways one.
 */
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { CallMessage } from './call-runner.ts'
import type { NoteBody, Notes } from './notes.ts'

const signalNote = 'signal'

/** Returns whether it was a signal, and left. */
export function sayBeside(notes: Notes, message: CallMessage): boolean {
  return message.type === 'signal' && notes.send(signalNote, message)
}

export function hearBeside(
  notes: Notes,
  hear: (message: ServerMessageOf<'signal'>) => void,
): () => void {
  return notes.hear(signalNote, (body) => {
    const message = readSignalNote(body)
    if (message !== null) hear(message)
  })
}

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
