import { describe, expect, test } from 'vitest'
import { locales } from '../protocol/primitives.ts'
import { gsm7Length, toGsm7 } from './gsm7.ts'
import { composeCodeSms, composeSms, type SmsFacts } from './sms-text.ts'

const at = '2026-11-24T08:30:00.000Z'
const until = '2026-11-24T07:40:00.000Z'
const link = 'https://visite.example.be/s/AbCdEfGhJk12'
const house = {
  service: { name: 'Prevenia', phone: '02 555 01 00' },
  timeZone: 'Europe/Brussels',
}
const kinds = ['offer', 'reminder', 'reminder-visit', 'delay', 'call-in'] as const
const facts = (kind: (typeof kinds)[number], locale: SmsFacts['locale']): SmsFacts =>
  kind === 'offer' ? { kind, locale, at, until } : { kind, locale, at }

describe.each(locales)('in %s', (locale) => {
  test.each(kinds)('an SMS of the kind %s is one, in its alphabet, with link and name', (kind) => {
    const text = composeSms(facts(kind, locale), link, house)
    expect(gsm7Length(text)).toBeLessThanOrEqual(160)
    expect(toGsm7(text)).toBe(text)
    expect(text).toContain(link)
    expect(text).toMatch(/^Prevenia: /)
    expect(text).not.toMatch(/video|doctor|\barts|médecin|arzt|examen|untersuch/i)
  })

  test.each(kinds)('and with the longest name and address still (%s)', (kind) => {
    const name = 'Externe dienst voor preventie en bescherming op het werk '.repeat(4).trim()
    const host = 'https://teleconsultatie.preventiedienst.example.be/s/AbCdEfGhJk12'
    const long = { ...house, service: { name, phone: '+32 2 555 01 00' } }
    const text = composeSms(facts(kind, locale), host, long)
    expect(gsm7Length(text)).toBeLessThanOrEqual(160)
    expect(text).toContain(host)
    expect(text).toMatch(/^(Externe( dienst)?( voor)?( preventie)?( en)?( bescherming)?)?: /)
  })
})

describe.each(locales)('a code in %s', (locale) => {
  const code = '012345'

  test('is one SMS in its alphabet, whatever the service is called, and says no more than whose code it is', () => {
    for (const name of ['Prevenia', 'Externe dienst voor preventie '.repeat(9).trim()]) {
      const text = composeCodeSms({ code, locale }, { service: { ...house.service, name } })
      expect(gsm7Length(text)).toBeLessThanOrEqual(160)
      expect(toGsm7(text)).toBe(text)
      expect(text).toContain(` ${code}. `)
      expect(text).toMatch(/^(Prevenia|Externe dienst voor[\w ]*): /)
      expect(text).not.toMatch(/video|doctor|\barts|médecin|arzt|examen|untersuch|https?:/i)
    }
  })
})

test('the moment is that of the service’s clock', () => {
  expect(composeSms(facts('offer', 'en'), link, house)).toBe(
    `Prevenia: a moment is free on 24/11 at 09:30. Take it before 08:40: ${link}`,
  )
  expect(composeSms(facts('reminder', 'de'), link, house)).toBe(
    `Prevenia: Ihr Termin ist am 24.11. um 09:30 Uhr. Öffnen Sie ${link} Hilfe 02 555 01 00`,
  )
})

test('a name of one long word loses its end', () => {
  const service = { name: 'x'.repeat(200), phone: '02 555 01 00' }
  const text = composeSms(facts('offer', 'nl'), link, { ...house, service })
  expect(gsm7Length(text)).toBe(160)
  expect(text).toContain(link)
})
