/**
 * Frames of our own server to messages. Only the type is looked up: the server of the same build has made the frame from
 * the schema that gives it its type, and the schemas with their checker would weigh more than the rest of the page
 * (25 kB of Brotli, measured). The server checks all that comes from a page.
 */
import type { Numbers, ServerMessage } from '../../signaling/protocol/messages.ts'

const known: Record<ServerMessage['type'], true> = {
  'welcome': true,
  'pong': true,
  'consultation': true,
  'call-opened': true,
  'call-proof': true,
  'standby-opened': true,
  'standby-closed': true,
  'signal': true,
  'ice-servers': true,
  'agenda-changed': true,
  'elsewhere': true,
  'guest-connection-opened': true,
  'guest-signal': true,
  'guest-stand': true,
  'refused': true,
}

/** Null for anything that is not JSON or of a type that this page does not know: a newer server may say more. */
export function readServerFrame(frame: string): (ServerMessage & Numbers) | null {
  const value = parseJson(frame)
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  const { type } = value
  return typeof type === 'string' && Object.hasOwn(known, type)
    ? (value as ServerMessage & Numbers)
    : null
}

function parseJson(frame: string): unknown {
  try {
    return JSON.parse(frame)
  } catch {
    return null
  }
}
