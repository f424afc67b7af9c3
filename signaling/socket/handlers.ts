/** What a leading page may say, one small function for each type. */
import type { Command } from '../consultation/commands.ts'
import type { GuestCommand } from '../consultation/guest-commands.ts'
import type { ClientMessage, ClientMessageOf } from '../protocol/messages.ts'
import type { Connection } from './connection.ts'
import type { House } from './house.ts'

type Type = Exclude<ClientMessage['type'], 'hello'>
type Handler<T extends Type> = (house: House, from: Connection, message: ClientMessageOf<T>) => void

const command = (house: House, from: Connection, message: Command | GuestCommand): void => {
  house.deliver(house.consultations.command(from.person, message))
}

const ping: Handler<'ping'> = ({ clock }, from) => {
  from.send({ type: 'pong', serverTime: clock.toInstant(clock.now()) })
}

const iceServers: Handler<'ice-servers'> = (house, from, { type, appointmentId, callId }) => {
  if (house.consultations.isInCall(from.person, appointmentId, callId)) {
    const servers = house.iceServers(from.person.side, appointmentId)
    from.send({ type, appointmentId, callId, iceServers: servers })
  } else {
    from.send({ type: 'refused', code: 'call-over', about: type, appointmentId })
  }
}

const handlers: { readonly [T in Type]: Handler<T> } = {
  'ping': ping,
  'readiness': command,
  'ring': command,
  'stop-ring': command,
  'ring-shown': command,
  'answer': command,
  'defer': command,
  'signal': command,
  'renew': command,
  'rejoin': command,
  'hang-up': command,
  'admit-guest': command,
  'remove-guest': command,
  'object-to-guest': command,
  'guest-signal': command,
  'guest-renew': command,
  'ice-servers': iceServers,
}

/** Does what a leading page says. */
export function obey(
  house: House,
  from: Connection,
  message: Exclude<ClientMessage, { type: 'hello' }>,
): void {
  // The table's entry takes the message of its own key, which the compiler cannot follow through a union.
  const handler = handlers[message.type] as (
    house: House,
    from: Connection,
    message: ClientMessage,
  ) => void
  handler(house, from, message)
}

/** Answers a page's heartbeat, whatever else it may or may not say. */
export function answerPing(house: House, from: Connection): void {
  ping(house, from, { type: 'ping' })
}
