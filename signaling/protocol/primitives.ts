/**
 * The small types that every message and reply is made of.
 * A maximum stands on each string and array: the limits are part of the protocol.
 */
import * as Type from 'typebox'

/** An opaque identifier: 128 random bits or more, base64url, made by the server. */
export const Id = Type.String({ minLength: 16, maxLength: 64, pattern: '^[A-Za-z0-9_-]+$' })
export type Id = Type.Static<typeof Id>

/** A moment, UTC, with milliseconds: what `Date.prototype.toISOString` writes. */
export const Instant = Type.Unsafe<`${string}Z`>(
  Type.String({
    minLength: 20,
    maxLength: 30,
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?Z$',
  }),
)
export type Instant = Type.Static<typeof Instant>

/** A day without a time zone, `2026-11-24`; a birth date is one. */
export const CalendarDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', maxLength: 10 })
export type CalendarDate = Type.Static<typeof CalendarDate>

/** A wall-clock time in the service's zone, `09:30`. */
export const ClockTime = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', maxLength: 5 })
export type ClockTime = Type.Static<typeof ClockTime>

/** The languages that Visite speaks; the three of Belgium, and English as a courtesy. */
export const locales = ['nl', 'fr', 'de', 'en'] as const
export const Locale = Type.Union([
  Type.Literal('nl'),
  Type.Literal('fr'),
  Type.Literal('de'),
  Type.Literal('en'),
])
export type Locale = Type.Static<typeof Locale>

/** No control characters, and more than blanks. */
const visible = '^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f]+$'

/** A person's or an organisation's name: any script, no control characters. */
export const Name = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: visible,
})
export type Name = Type.Static<typeof Name>

/** One line of free text for a screen: an address, a telephone number as people write it. */
export const Line = Type.String({
  minLength: 1,
  maxLength: 200,
  pattern: visible,
})
export type Line = Type.Static<typeof Line>

/** Where a company room is and its name, "Proximus 4.12": as long as both may be. */
export const PlaceName = Type.String({ maxLength: 260 })

/**
 * An e-mail address in the shape that mail servers accept without quoting; deliberately narrower than RFC 5322.
 * No control character, no blank, no comma, no angle bracket: nothing that could open a second recipient.
 */
export const EmailAddress = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern:
    "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+$",
})
export type EmailAddress = Type.Static<typeof EmailAddress>

/** A telephone number in E.164, `+32470123456`. */
export const PhoneNumber = Type.String({ pattern: '^\\+[1-9]\\d{6,14}$', maxLength: 16 })
export type PhoneNumber = Type.Static<typeof PhoneNumber>

/** An object that refuses properties which it does not name. */
export function strict<T extends Type.TProperties>(properties: T) {
  return Type.Object(properties, { additionalProperties: false })
}

/** A value or null: for what may be unknown, as against what may be left out. */
export function nullable<T extends Type.TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}
