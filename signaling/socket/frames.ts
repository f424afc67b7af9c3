/** From a frame to what it means: size, budget, JSON, schema, and whether this connection may say it now. */
import { keyOf } from '../consultation/person.ts'
import type { ClientMessage, Numbers } from '../protocol/messages.ts'
import { protocolVersion } from '../protocol/version.ts'
import { parseClientMessage, parseHelloVersion } from '../protocol/parse.ts'
import type { Connection } from './connection.ts'
import type { PageConversation } from './conversations.ts'
import type { Greeter } from './greeting.ts'
import { answerPing, obey } from './handlers.ts'
import type { House } from './house.ts'

/** A text frame; a binary one is never part of the protocol. */
export function receive(house: House, greeter: Greeter, from: Connection, frame: Buffer): void {
  if (from.phase.phase === 'closed') return
  if (!from.afford(frame.length)) return from.close('too-many-messages')
  const text = frame.toString('utf8')
  if (from.phase.phase === 'upgraded' && !speaksOurVersion(text)) return from.close('wrong-version')
  const message = parseClientMessage(text)
  if (message === null) return from.close('bad-frame')
  logMessage(house, from, message, frame.length)
  attempt(house, from, message, () => understand(house, greeter, from, message))
}

/** A mistake of ours costs this one message: nobody else's line, and not the process. */
function attempt(
  house: House,
  from: Connection,
  { type }: ClientMessage,
  work: () => void | Promise<void>,
): void {
  const refuse = (error: unknown) => {
    house.log.error({ connection: from.number, type, err: error }, 'message failed')
    if (type === 'hello') from.close('going-away')
    else from.send({ type: 'refused', code: 'internal', about: type, appointmentId: null })
  }
  try {
    void Promise.resolve(work()).catch(refuse)
  } catch (error) {
    refuse(error)
  }
}

/** Does what a message means to a connection in its present phase. */
function understand(
  house: House,
  greeter: Greeter,
  from: Connection,
  message: ClientMessage & Numbers,
): void | Promise<void> {
  const later = (waiting: ClientMessage & Numbers) =>
    attempt(house, from, waiting, () => understand(house, greeter, from, waiting))
  switch (from.phase.phase) {
    case 'upgraded':
      if (message.type !== 'hello') return from.close('hello-expected')
      return greeter.greet(from, message, later)
    case 'greeting':
      from.phase.waiting.push(message)
      return
    case 'elsewhere':
      if (message.type === 'ping') return answerPing(house, from)
      if (message.type === 'hello') {
        return greeter.greet(from, message, later)
      }
      return from.send({
        type: 'refused',
        code: 'not-allowed',
        about: message.type,
        appointmentId: null,
      })
    case 'leading':
      if (message.type !== 'hello') return listen(house, from, from.phase.conversation, message)
      // A second tap on "Use here" is harmless; a second page on one line is not.
      return message.page === from.phase.page ? undefined : from.close('bad-frame')
    case 'closed':
      return
    default:
      from.phase satisfies never
  }
}

/** Does what is news; what came before on an older line was done then. */
function listen(
  house: House,
  from: Connection,
  conversation: PageConversation,
  message: Exclude<ClientMessage, { type: 'hello' }> & Numbers,
): void {
  const { n, heard } = message
  if (heard !== undefined && !conversation.acknowledge(heard)) return from.close('bad-frame')
  if (n !== undefined && !conversation.hear(n)) return
  obey(house, from, message)
  if (conversation.owesWord()) answerPing(house, from)
}

/** This version and the one before; anything that is no hello is judged by its schema. */
function speaksOurVersion(text: string): boolean {
  const version = parseHelloVersion(text)
  return version === null || version === protocolVersion || version === protocolVersion - 1
}

function logMessage(house: House, from: Connection, message: ClientMessage, bytes: number): void {
  const line = {
    connection: from.number,
    who: keyOf(from.person),
    type: message.type,
    ...('appointmentId' in message && { appointmentId: message.appointmentId }),
    ...(message.type === 'signal' && { attempt: message.attempt, signal: message.signal.kind }),
    bytes,
  }
  if (message.type === 'ping') house.log.debug(line, 'message')
  else house.log.info(line, 'message')
}
