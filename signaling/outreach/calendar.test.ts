import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { type Locale, locales } from '../protocol/primitives.ts'
import { type CalendarEntry, renderCalendar } from './calendar.ts'
import { outreachTexts } from './texts.ts'

const entry: CalendarEntry = {
  method: 'REQUEST',
  uid: 'appointment-1@visite',
  sequence: 3,
  stamp: '2026-11-10T10:00:00.000Z',
  startsAt: '2026-11-24T08:30:00.000Z',
  endsAt: '2026-11-24T08:50:00.000Z',
  place: null,
  organizer: { name: 'Prevenia', address: 'afspraken@prevenia.be' },
  attendee: { name: 'Anna Peeters', address: 'anna@example.be' },
  url: 'https://visite.example.be/worker/',
  locale: 'nl',
  servicePhone: '02 555 01 00',
}

const render = (change: Partial<CalendarEntry> = {}) =>
  renderCalendar({ ...entry, ...change }, outreachTexts[change.locale ?? entry.locale])

/** Reads with another program's parser. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent')
  const event = events[0]
  if (event === undefined) throw new Error('no event')
  return {
    calendar,
    events,
    event,
    value: (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null,
    parameter: (name: string, parameter: string) =>
      event.getFirstProperty(name)?.getParameter(parameter) ?? null,
    instant: (name: string) => {
      const time = event.getFirstPropertyValue(name)
      if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`)
      return time.toJSDate().toISOString()
    },
  }
}

describe('the calendar entry', () => {
  test('is a request whose UID and sequence are those of the appointment', () => {
    const { calendar, value } = read(render())
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(value('uid')).toBe('appointment-1@visite')
    expect(value('sequence')).toBe('3')
    expect(value('status')).toBe('CONFIRMED')
  })

  test('of one that is called off takes the entry away (RFC 5546, 3.2.5)', () => {
    const { calendar, value } = read(render({ method: 'CANCEL' }))
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(value('status')).toBe('CANCELLED')
    expect(value('sequence')).toBe('3')
  })

  test('is confidential and names its organizer and its one attendee', () => {
    const { value, event } = read(render())
    expect(value('class')).toBe('CONFIDENTIAL')
    expect(value('organizer')?.toLowerCase()).toBe('mailto:afspraken@prevenia.be')
    expect(event.getAllProperties('attendee')).toHaveLength(1)
    expect(value('attendee')?.toLowerCase()).toBe('mailto:anna@example.be')
  })

  test.each<[Locale, string]>([
    ['nl', 'Afspraak'],
    ['fr', 'Rendez-vous'],
    ['de', 'Termin'],
    ['en', 'Appointment'],
  ])('in %s is called "%s" and nothing more', (locale, summary) => {
    expect(read(render({ locale })).value('summary')).toBe(summary)
  })

  test.each([...locales])('in %s says nothing about video, exam or link', (locale) => {
    const text = render({ locale }).replaceAll('\r\n ', '')
    expect(text).not.toMatch(/video|vidéo|consult|konsult|#|lang=/i)
    expect(read(text).value('url')).toBe('https://visite.example.be/worker/')
  })

  test('names the company room, and no place for the own phone', () => {
    expect(read(render({ place: 'Proximus 4.12' })).value('location')).toBe('Proximus 4.12')
    expect(read(render()).value('location')).toBeNull()
  })

  test('is made of lines of at most 75 octets that end in CRLF, each of whole characters', () => {
    const name = 'Ångström-Đorđević 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字 👩🏽‍⚕️👩🏽‍⚕️👩🏽‍⚕️ ẞéèêë'
    const text = render({ place: name, attendee: { name, address: 'a@example.be' } })
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(line).not.toMatch(/\p{Cs}|\ufffd/u)
    }
    expect(read(text).value('location')).toBe(name)
    expect(read(text).parameter('attendee', 'cn')).toBe(name)
  })

  test.each([
    ['semicolon, comma, colon', 'Peeters; Anna, dite: An', 'Peeters; Anna, dite: An'],
    ['backslashes', 'Anna \\n \\; \\, Peeters', 'Anna /n /; /, Peeters'],
    ['quotes', 'Anna "An" Peeters', 'Anna ’An’ Peeters'],
    ['closing quote', 'A";PARTSTAT=ACCEPTED;CN="B', 'A’;PARTSTAT=ACCEPTED;CN=’B'],
    ['line breaks', 'Anna\r\nATTENDEE:mailto:x@evil.be\nP', 'Anna ATTENDEE:mailto:x@evil.be P'],
    ['a folded line', 'Anna\r\n EvilX:1', 'Anna EvilX:1'],
    ['line separators', 'Anna\u2028METHOD:CANCEL\u2029\u0085P', 'Anna METHOD:CANCEL P'],
    ['the end of the event', 'A\r\nEND:VEVENT\r\nBEGIN:VEVENT', 'A END:VEVENT BEGIN:VEVENT'],
    ['caret escapes', 'Anna ^n ^^ P', 'Anna ^n ^^ P'],
    ['an apostrophe', "Seán O'Brien", "Seán O'Brien"],
    ['a word that programs fear', 'Null', 'Null'],
  ])('keeps a name with %s in its place', (_, name, shown) => {
    const text = render({
      place: name,
      attendee: { name, address: 'anna@example.be' },
      organizer: { name, address: 'afspraken@prevenia.be' },
    })
    const { calendar, events, event, parameter, value } = read(text)
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(events).toHaveLength(1)
    expect(event.getAllProperties('attendee')).toHaveLength(1)
    expect(parameter('attendee', 'partstat')).toBe('NEEDS-ACTION')
    // RFC 6868 gives ^n and ^^ a meaning that our name did not have: a reader may show a line break, never obey one.
    if (!name.includes('^')) expect(parameter('attendee', 'cn')).toBe(shown)
    if (!name.includes('"') && !name.includes('\\')) expect(value('location')).toBe(shown)
  })

  test.each([
    ['2026-03-29T00:30:00.000Z', '2026-03-29T01:30:00.000Z'], // 01:30 and 03:30 in Brussels: the hour between is not
    ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'], // 02:30 twice
    ['2026-10-24T23:59:00.000Z', '2026-10-25T02:00:00.000Z'],
    ['2028-02-29T08:00:00.000Z', '2028-02-29T08:20:00.000Z'],
    ['2026-12-31T22:50:00.000Z', '2026-12-31T23:10:00.000Z'],
  ] as const)('holds the instants of a talk from %s to %s', (startsAt, endsAt) => {
    const { instant } = read(render({ startsAt, endsAt }))
    expect([instant('dtstart'), instant('dtend')]).toEqual([startsAt, endsAt])
  })
})
