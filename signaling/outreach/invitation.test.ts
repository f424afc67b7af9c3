import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { describe, expect, test } from 'vitest'
import { examTypes } from '../protocol/exam-types.ts'
import { locales, type Locale } from '../protocol/primitives.ts'
import { texts as examNamesDe } from '../../client/i18n/exam-types/de.ts'
import { texts as examNamesEn } from '../../client/i18n/exam-types/en.ts'
import { texts as examNamesFr } from '../../client/i18n/exam-types/fr.ts'
import { texts as examNamesNl } from '../../client/i18n/exam-types/nl.ts'
import { renderCancelled, renderToBeVisit } from './called-off.ts'
import { renderInvitation, renderMoved, renderRestored, type Invitation } from './invitation.ts'
import { house, invitation } from './testing.ts'
import { outreachTexts } from './texts.ts'

const examNames = { nl: examNamesNl, fr: examNamesFr, de: examNamesDe, en: examNamesEn }

const render = (change: Partial<Invitation> = {}) =>
  renderInvitation({ ...invitation, ...change }, house)
const renderIn = (language: Locale, change: Partial<Invitation> = {}) =>
  render({ ...change, worker: { ...invitation.worker, language }, legalLanguage: language })
const renderFor = (worker: Partial<Invitation['worker']>) =>
  render({ worker: { ...invitation.worker, ...worker } })

describe('the invitation', () => {
  test.each<[Locale, string]>([
    ['nl', 'Uw afspraak op dinsdag 24 november om 09:30'],
    ['fr', 'Votre rendez-vous du mardi 24 novembre à 09:30'],
    ['de', 'Ihr Termin am Dienstag, 24. November, um 09:30 Uhr'],
    ['en', 'Your appointment on Tuesday 24 November, 09:30'],
  ])('in %s has a subject without a motive', (language, subject) => {
    expect(renderIn(language).subject).toBe(subject)
  })

  test.each<[Locale, RegExp]>([
    ['nl', /teleconsultatie/g],
    ['fr', /téléconsultation/g],
    ['de', /Telekonsultation/g],
    ['en', /teleconsultation/g],
  ])('in %s says once that it is a teleconsultation', (language, word) => {
    expect(renderIn(language).text.match(word)).toHaveLength(1)
  })

  test.each([...locales])('in %s says when, how long, with whom, and whom to call', (language) => {
    for (const body of [renderIn(language).text, renderIn(language).html]) {
      expect(body).toContain('09:30')
      expect(body).toContain('2026')
      expect(body).toMatch(/\b20 Min|\b20 min/)
      expect(body).toContain('Dr. Lien Claes, Prevenia')
      expect(body).toContain('1-23456-78-901')
      expect(body).toContain('02 555 01 00')
      expect(body).toContain('itsme')
    }
  })

  test.each([...locales])('in %s never names an examination', (language) => {
    const { subject, text, html, calendar } = renderIn(language)
    const all = [subject, text, html, calendar?.content].join('\n').toLowerCase()
    for (const exam of examTypes) {
      expect(all).not.toContain(exam)
      expect(all).not.toContain(examNames[language][exam].toLowerCase())
    }
  })

  test.each([...locales])(
    'in %s offers the visit in person and the appointment by the same link, and a talk of their own accord (Code, art. I.4-37)',
    (language) => {
      const { text, html } = renderIn(language)
      const inHtml = [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1])
      const ask = `${house.publicUrl}/ask/?lang=${language}#link=token.of.anna`
      expect(inHtml).toEqual([invitation.callLink, invitation.callLink, ask])
      expect(text.split('\n').filter((line) => line === invitation.callLink)).toHaveLength(2)
    },
  )

  test.each([...locales])(
    'in %s, for one that was moved, says so, and replaces the calendar entry (RFC 5545, 3.8.7.4)',
    (language) => {
      const before = renderIn(language)
      const moved: Invitation = {
        ...invitation,
        worker: { ...invitation.worker, language },
        calendarSequence: 1,
        startsAt: '2026-11-24T09:00:00.000Z',
        endsAt: '2026-11-24T09:20:00.000Z',
      }
      const mail = renderMoved(moved, house)
      expect(mail.subject).toContain('10:00')
      expect(mail.text).not.toContain(outreachTexts[language]['invitation.intro'])
      expect(mail.text).toContain(outreachTexts[language]['moved.intro'])
      const line = (content: string | undefined, name: string) =>
        content?.split('\r\n').find((each) => each.startsWith(name))
      expect(line(mail.calendar?.content, 'UID')).toBe(line(before.calendar?.content, 'UID'))
      expect(line(mail.calendar?.content, 'SEQUENCE')).toBe('SEQUENCE:1')
    },
  )

  test.each([...locales])(
    'in %s, called off, names no reason and takes the entry away',
    (language) => {
      const facts = { ...invitation, worker: { ...invitation.worker, language } }
      const cancelled = renderCancelled(facts, house)
      expect(cancelled.calendar).toMatchObject({ method: 'CANCEL' })
      expect(cancelled.text).not.toContain(invitation.callLink)
      // Where a visit in person takes its place, the page shows the free moments.
      const toBeVisit = renderToBeVisit(facts, house)
      expect(toBeVisit.calendar).toMatchObject({ method: 'CANCEL' })
      expect(toBeVisit.text).toContain(invitation.callLink)
      const restored = renderRestored(facts, house)
      expect(restored.calendar).toMatchObject({ method: 'REQUEST' })
      expect(
        new Set([cancelled, restored, renderInvitation(facts, house)].map(({ subject }) => subject))
          .size,
      ).toBe(3)
    },
  )

  test('keeps the call link out of the calendar entry', () => {
    expect(render().calendar?.content.replaceAll('\r\n ', '')).not.toContain('token.of.anna')
  })

  test('names the company room, or says to be alone with the own phone', () => {
    expect(render({ placeName: 'Proximus 4.12' }).text).toContain('In the room Proximus 4.12')
    expect(render().text).toContain('On your own phone, alone in a quiet room')
  })

  test('leaves out a registration number that is not known', () => {
    const physician = { name: 'Dr. Lien Claes', registration: null }
    expect(render({ physician }).text).toContain('With: Dr. Lien Claes, Prevenia\n')
  })

  test('writes the clock of the service’s zone in both nights of the change of hour', () => {
    const at = (startsAt: Invitation['startsAt']) => render({ startsAt, endsAt: startsAt }).subject
    expect(at('2026-03-29T00:30:00.000Z')).toContain('01:30')
    expect(at('2026-03-29T01:30:00.000Z')).toContain('03:30')
    expect(at('2026-10-25T00:30:00.000Z')).toContain('02:30')
    expect(at('2026-10-25T02:30:00.000Z')).toContain('03:30')
  })

  test('has a document with language, title and no resource to fetch', () => {
    const { html } = renderIn('nl')
    expect(html).toContain('<html lang="nl" dir="ltr">')
    expect(html).toContain('<title>Uw afspraak op')
    expect(html).not.toMatch(/<(img|link|script|style|iframe|form)|url\(|@import/i)
  })

  test('writes what stands in the HTML in the text too', () => {
    const { html, text } = render()
    const words = (part: string) =>
      part
        .replaceAll(/<[^>]*>/g, '\n')
        .replaceAll('&#39;', "'")
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
    const [title, ...rest] = words(
      html.slice(html.indexOf('<body')).replace(/<p [^>]*>Prevenia<\/p>/, ''),
    )
    expect(title).toBe(render().subject)
    for (const line of rest) expect(text).toContain(line)
  })

  test('shows markup in a name as letters', () => {
    const { html } = renderFor({ firstName: `<img src=x onerror="a()">&'` })
    expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt;&amp;&#39;')
    expect(html).not.toContain('<img')
  })

  test.each(["D'Hondt", "O'Brien", 'Null', 'Ørsted-Łukasz', '李小龍', 'محمد', 'ʻOkina'])(
    'greets %s by name',
    (firstName) => {
      expect(renderFor({ firstName }).text).toContain(`Hello ${firstName},`)
    },
  )
})

describe('the headers of an invitation', () => {
  const raw = async (change: Partial<Invitation>, sender = house.sender) => {
    const mail = renderInvitation({ ...invitation, ...change }, { ...house, sender })
    const { from, to, subject, text } = mail
    const stream = createTransport({ streamTransport: true, buffer: true })
    const info = await stream.sendMail({ from, to, subject, text })
    return { envelope: info.envelope, parsed: await simpleParser(info.message) }
  }

  test.each([
    ['a line break', 'Anna\r\nBcc: eve@evil.be'],
    ['a bare line feed', 'Anna\nBcc: eve@evil.be'],
    ['a comma and a second address', 'Anna, eve@evil.be'],
    ['angle brackets', 'Anna <eve@evil.be>'],
    ['a closing quote', 'Anna" <eve@evil.be>, "x'],
    ['a group', 'Anna: eve@evil.be;'],
    ['an encoded word', '=?utf-8?Q?Anna=0D=0ABcc:_eve@evil.be?='],
    ['a next-line sign', 'Anna\u0085Bcc: eve@evil.be'],
    ['a line separator', 'Anna\u2028Bcc: eve@evil.be'],
    ['a right-to-left override', 'Anna \u202eeb.live@eve'],
    ['NUL', 'Anna\u0000Bcc: eve@evil.be'],
    ['half a character', 'Anna \ud83d'],
    ['a thousand letters', 'A'.repeat(1000)],
  ])('reach one recipient when a name holds %s', async (_, name) => {
    const { envelope, parsed } = await raw(
      { worker: { ...invitation.worker, firstName: name, lastName: name } },
      { name, address: house.sender.address },
    )
    expect(envelope).toEqual({ from: 'afspraken@prevenia.be', to: ['anna@example.be'] })
    expect(parsed.bcc).toBeUndefined()
    expect(parsed.cc).toBeUndefined()
    const to = [parsed.to ?? []].flat().flatMap((field) => field.value)
    expect(to.map((address) => address.address)).toEqual(['anna@example.be'])
  })
})

describe('where the seat’s language is not the worker’s', () => {
  const letters = [renderInvitation, renderMoved, renderRestored, renderCancelled, renderToBeVisit]

  test.each(letters.map((letter) => [letter.name, letter] as const))(
    '%s is in that of the seat, with a translation that is said to be one',
    (_name, letter) => {
      const { subject, text, html } = letter({ ...invitation, legalLanguage: 'nl' }, house)
      expect(subject).toMatch(/afspraak/i)
      const [above = '', below = ''] = text.split('\n---\n')
      expect(above).toMatch(/^In English: see below\./)
      expect(above).toContain('Vragen?')
      expect(below).toContain('The Dutch text above is the one that counts.')
      expect(below).toContain('Questions?')
      expect(html).toContain('<html lang="nl"')
      expect(html).toContain('<div lang="en"')
    },
  )

  test('there is nothing to translate where they are the same', () => {
    const { text } = renderInvitation(invitation, house)
    expect(text).not.toContain('---')
  })
})
