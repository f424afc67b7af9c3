/** What concerns the third seat, and who may ask it. */
import type { MakeId } from '../clock.ts'
import type { Side } from '../protocol/consultation.ts'
import type { ClientMessage } from '../protocol/messages.ts'
import type { ConsultationEvent } from './events.ts'

export const guestCommands = {
  'admit-guest': ['physician'],
  'remove-guest': ['physician'],
  'object-to-guest': ['worker'],
  'guest-signal': ['worker', 'physician', 'guest'],
  'guest-renew': ['worker', 'physician', 'guest'],
} as const satisfies Partial<Record<ClientMessage['type'], readonly Side[]>>

export type GuestCommand = Extract<ClientMessage, { type: keyof typeof guestCommands }>

export function isGuestCommand(command: ClientMessage): command is GuestCommand {
  return Object.hasOwn(guestCommands, command.type)
}

export function mayAsk(side: Side, { type }: GuestCommand): boolean {
  const askers: readonly Side[] = guestCommands[type]
  return askers.includes(side)
}

/** `from` is the side behind the socket, whatever the frame says. */
export function toGuestEvent(from: Side, command: GuestCommand, makeId: MakeId): ConsultationEvent {
  switch (command.type) {
    case 'admit-guest':
      return { type: 'admit-guest', guestId: command.guestId, admissionId: makeId() }
    case 'remove-guest':
      return { type: 'end-guest', guestId: command.guestId, reason: 'removed' }
    case 'object-to-guest':
      return { type: 'object-to-guest', guestId: command.guestId }
    case 'guest-signal': {
      const { type, admissionId, attempt, signal } = command
      return { type, from, with: command.with, admissionId, attempt, signal }
    }
    case 'guest-renew': {
      const { type, admissionId, attempt } = command
      return { type, from, with: command.with, admissionId, attempt }
    }
    default:
      return command satisfies never
  }
}
