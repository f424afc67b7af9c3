/**
 * Frames to messages: on the server for all that a page says, in tests for both directions. The type is looked up first, as
 * an own property, then that one schema is checked and no other.
 */
import type * as Type from 'typebox'
import { Check } from 'typebox/value'
import { isNumbered } from './conversation.ts'
import {
  clientMessages,
  Numbers,
  serverMessages,
  type ClientMessage,
  type ServerMessage,
} from './messages.ts'

/** Returns the message, or null for anything that is not JSON, of an unknown type, or outside its schema. */
export function parseClientMessage(frame: string): (ClientMessage & Numbers) | null {
  return parse<ClientMessage>(clientMessages, frame)
}

/** The same for what the server sends. */
export function parseServerMessage(frame: string): (ServerMessage & Numbers) | null {
  return parse<ServerMessage>(serverMessages, frame)
}

/**
 * The version of a frame that calls itself a hello, or null. Read before the schema is checked: a page of another version
 * may say hello with other fields, and is told to reload instead of being called wrong.
 */
export function parseHelloVersion(frame: string): number | null {
  const value = parseJson(frame)
  if (typeof value !== 'object' || value === null) return null
  if (!('type' in value) || value.type !== 'hello' || !('version' in value)) return null
  return typeof value.version === 'number' && Number.isInteger(value.version) ? value.version : null
}

function parse<Message>(schemas: Record<string, Type.TSchema>, frame: string): Message | null {
  const value = parseJson(frame)
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  const { type } = value
  if (typeof type !== 'string' || !Object.hasOwn(schemas, type)) return null
  const schema = schemas[type]
  const { message, numbers } = apart(value)
  if (!Check(Numbers, numbers) || ('n' in numbers && !isNumbered(type))) return null
  // The schemas of this type and of the numbers have accepted the two parts: the cast only names what was checked.
  return schema !== undefined && Check(schema, message) ? (value as Message) : null
}

/** A frame's message, and the numbers that stand beside it. */
function apart(frame: object): { message: object; numbers: object } {
  const numbers: Record<string, unknown> = {}
  const message: Record<string, unknown> = { ...frame }
  for (const name of ['n', 'heard']) {
    if (!Object.hasOwn(message, name)) continue
    numbers[name] = message[name]
    delete message[name]
  }
  return { message, numbers }
}

function parseJson(frame: string): unknown {
  try {
    return JSON.parse(frame)
  } catch {
    return null
  }
}
