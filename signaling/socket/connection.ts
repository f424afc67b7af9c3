/**
 * One WebSocket and whose it is.
 *
 *   upgraded ──hello──▶ greeting ──lead free · same page · takeOver──▶ leading ─▶ closed
 *       │                  ▲ └──another page leads────────▶ elsewhere ──────────▶ closed
 *       └─5 s─▶ closed     └───────────hello───────────────────┘
 */
import { keyOf, type Person } from '../consultation/person.ts'
import { closeCodes, type CloseReason } from '../protocol/close-codes.ts'
import type { ClientMessage, Numbers, ServerMessage } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import { isNumbered } from '../protocol/conversation.ts'
import { createBucket } from './bucket.ts'
import { byteBudget, closeGraceMs, maxBufferedBytes, messageBudget } from './limits.ts'
import type { PageConversation } from './conversations.ts'
import type { Log } from './log.ts'
import type { Timers } from './timers.ts'

/** What is used of a WebSocket. */
export interface Wire {
  readonly bufferedAmount: number
  send(frame: string): void
  ping(): void
  close(code: number, reason: string): void
  terminate(): void
}

export type Phase =
  | { readonly phase: 'upgraded' }
  /** Its hello is being answered; what it says meanwhile waits. */
  | { readonly phase: 'greeting'; readonly waiting: ClientMessage[] }
  | { readonly phase: 'elsewhere' }
  | { readonly phase: 'leading'; readonly page: Id; readonly conversation: PageConversation }
  | { readonly phase: 'closed' }

export interface Connection {
  readonly number: number
  readonly person: Person
  readonly loginKey: string
  phase: Phase
  /** Monotonic milliseconds. */
  heardAt: number
  pingedAt: number
  /** Whether the page may say this much more now. */
  afford(bytes: number): boolean
  /** Says a message, and keeps it until the page has heard it if it is one that has a number. */
  send(message: ServerMessage): void
  /** Says once more what the page did not hear. */
  repeat(): void
  ping(): void
  /** Says why and closes; cuts the line if the page does not answer. */
  close(reason: CloseReason): void
  /** Cuts the line without a word: it is dead, or another line of the same page is here. */
  drop(why: 'dead' | 'slow' | 'superseded'): void
  /** The socket is closed. */
  closed(): void
}

export interface ConnectionOptions {
  readonly number: number
  readonly person: Person
  readonly loginKey: string
  readonly wire: Wire
  readonly timers: Timers
  readonly log: Log
  /** Called once, as soon as the connection is of no use any more. */
  readonly onGone: (connection: Connection, phase: Phase) => void
}

export function createConnection(options: ConnectionOptions): Connection {
  const { number, person, loginKey, wire, timers, log, onGone } = options
  const messages = createBucket(messageBudget, () => timers.monotonic())
  const bytes = createBucket(byteBudget, () => timers.monotonic())
  let cancelCut = () => {}

  function leave(): boolean {
    const { phase } = connection
    if (phase.phase === 'closed') return false
    connection.phase = { phase: 'closed' }
    onGone(connection, phase)
    return true
  }

  function write(frame: ServerMessage): void {
    if (wire.bufferedAmount > maxBufferedBytes) connection.drop('slow')
    else wire.send(JSON.stringify(frame))
  }

  const connection: Connection = {
    number,
    person,
    loginKey,
    phase: { phase: 'upgraded' },
    heardAt: timers.monotonic(),
    pingedAt: timers.monotonic(),
    afford: (amount) => messages.take(1) && bytes.take(amount),
    send(message) {
      const { phase } = connection
      if (phase.phase !== 'closed') write(numbered(phase, message))
    },
    repeat() {
      if (connection.phase.phase !== 'leading') return
      for (const frame of connection.phase.conversation.replay()) write(frame)
    },
    ping() {
      connection.pingedAt = timers.monotonic()
      wire.ping()
    },
    close(reason) {
      if (!leave()) return
      log.info({ connection: number, who: keyOf(person), reason }, 'connection closed')
      wire.close(closeCodes[reason], reason)
      cancelCut = timers.after(closeGraceMs, () => wire.terminate())
    },
    drop(why) {
      if (!leave()) return
      log.info({ connection: number, who: keyOf(person), reason: why }, 'connection dropped')
      wire.terminate()
    },
    closed() {
      cancelCut()
      if (leave()) log.info({ connection: number, who: keyOf(person) }, 'connection lost')
    },
  }
  return connection
}

/** A page that does not lead hears little, and nothing that it must not miss. */
function numbered(phase: Phase, message: ServerMessage): ServerMessage & Numbers {
  if (phase.phase !== 'leading') return message
  const { conversation } = phase
  return isNumbered(message.type)
    ? conversation.say(message)
    : { ...message, heard: conversation.heard }
}
