/** What a person's page may ask, and which side may ask it. */
import type { MakeId } from '../clock.ts'
import type { Participant } from '../protocol/consultation.ts'
import type { ClientMessage } from '../protocol/messages.ts'
import type { ConsultationEvent, Elsewhere } from './events.ts'
import type { GuestCommand } from './guest-commands.ts'

/** What one of the two asks about their meeting. */
export type Command = Exclude<
  ClientMessage,
  { type: 'hello' | 'ping' | 'ice-servers' | GuestCommand['type'] }
>

const askedBy: Readonly<Record<Command['type'], Participant | 'both'>> = {
  'readiness': 'worker',
  'ring': 'physician',
  'stop-ring': 'physician',
  'ring-shown': 'worker',
  'answer': 'worker',
  'defer': 'worker',
  'signal': 'both',
  'renew': 'both',
  'rejoin': 'both',
  'hang-up': 'both',
}

/** Whether this side may ask this at all. */
export function asksOf(side: Participant, type: Command['type']): boolean {
  return askedBy[type] === 'both' || askedBy[type] === side
}

/** A command as an event of its consultation; `elsewhere` is asked only where it matters. */
export function toEvent(
  from: Participant,
  command: Command,
  makeId: MakeId,
  elsewhere: () => Elsewhere,
): ConsultationEvent {
  switch (command.type) {
    case 'readiness':
      return {
        type: 'readiness-reported',
        readiness: command.readiness,
        visible: command.visible,
      }
    case 'ring':
      return { type: 'ring', ringId: makeId(), elsewhere: elsewhere() }
    case 'stop-ring':
    case 'ring-shown':
    case 'defer':
      return { type: command.type, ringId: command.ringId }
    case 'answer':
      return { type: 'answer', ringId: command.ringId, callId: makeId() }
    case 'signal': {
      const { callId, attempt, signal } = command
      return { type: 'signal', from, callId, attempt, signal }
    }
    case 'renew':
      return { type: 'renew', from, callId: command.callId, attempt: command.attempt }
    case 'rejoin': {
      const busy = from === 'physician' ? elsewhere() : 'nothing'
      return { type: 'rejoin', from, callId: command.callId, elsewhere: busy }
    }
    case 'hang-up':
      return { type: 'hang-up', from, callId: command.callId }
    default:
      return command satisfies never
  }
}
