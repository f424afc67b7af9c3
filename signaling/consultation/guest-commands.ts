/** What concerns the third seat, and who may ask it. */
import type { MakeId } from '../clock.ts'
import type { Side } from '../protocol/consultation.ts'
import type { ClientMessage } from '../protocol/messages.ts'
import type { ConsultationEvent } from './events.ts'
import type { Person } from './person.ts'

export const guestCommands = {
  'admit-guest': ['physician'],
  'remove-guest': ['physician'],
  'object-to-guest': ['worker'],
  'leave-seat': ['guest'],
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

/** The sender is the person behind the socket: a guest ends their own visit, whatever the frame says. */
export function toGuestEvent(
  from: Person,
  command: GuestCommand,
  makeId: MakeId,
): ConsultationEvent | null {
  switch (command.type) {
    case 'admit-guest':
      return { type: 'admit-guest', guestId: command.guestId, admissionId: makeId() }
    case 'remove-guest':
      return { type: 'end-guest', guestId: command.guestId, reason: 'removed' }
    case 'object-to-guest':
      return { type: 'object-to-guest', guestId: command.guestId }
    case 'leave-seat':
      return from.side === 'guest'
        ? { type: 'end-guest', guestId: from.guestId, reason: 'left' }
        : null
    case 'guest-signal': {
      const { type, admissionId, attempt, signal } = command
      return { type, from: from.side, with: command.with, admissionId, attempt, signal }
    }
    case 'guest-renew': {
      const { type, admissionId, attempt } = command
      return { type, from: from.side, with: command.with, admissionId, attempt }
    }
    default:
      return command satisfies never
  }
}
