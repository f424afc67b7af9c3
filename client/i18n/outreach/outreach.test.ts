import { describe, expect, test } from 'vitest'
import { texts as de } from './de.ts'
import { texts as en, type OutreachTexts } from './en.ts'
import { texts as fr } from './fr.ts'
import { texts as nl } from './nl.ts'

type Key = keyof OutreachTexts
const keys = Object.keys(en) as Key[]

const sms = { service: 'S', day: 'D', time: 'T', until: 'U', link: 'L', phone: 'P' }

/** What each text may be given, so that functions can be read too. */
const samples: { [K in Key]?: Parameters<Extract<OutreachTexts[K], (value: never) => string>>[0] } =
  {
    'invitation.subject': { day: 'D', time: 'T' },
    'reminder.subject': { day: 'D', time: 'T' },
    'moved.subject': { day: 'D', time: 'T' },
    'invitation.moment': { day: 'D', time: 'T' },
    'invitation.minutes': 20,
    'offer.subject': { day: 'D', time: 'T' },
    'offer.instead': { day: 'D', time: 'T' },
    'offer.until': { day: 'D', time: 'T' },
    'declared.subject': { day: 'D', time: 'T' },
    'sms.offer': sms,
    'sms.reminder': sms,
    'sms.reminder-visit': sms,
    'sms.delay': sms,
    'sms.call-in': sms,
    'sms.code': { service: 'S', code: '123456' },
  }

function read(texts: OutreachTexts, key: Key): string {
  const text: unknown = texts[key]
  if (typeof text === 'string') return text
  if (typeof text === 'function') return String(text(samples[key] ?? 'X'))
  throw new Error(`${key} is no text`)
}

/** The same in every language, and rightly so. */
const alike = new Set<Key>(['message.colon'])

describe.each(Object.entries({ nl, fr, de }))('outreach in %s', (_, texts) => {
  test.each(keys.filter((key) => !alike.has(key)))('%s is translated', (key) => {
    expect(read(texts, key)).not.toBe(read(en, key))
  })
})

describe.each(Object.entries({ nl, fr, de, en }))('outreach in %s', (_, texts) => {
  test.each(keys)('%s is made of sentences of at most twenty words', (key) => {
    for (const sentence of read(texts, key).split(/[.?!]\s/)) {
      expect(sentence.split(/\s+/).length).toBeLessThanOrEqual(20)
    }
  })

  test.each(keys)('%s has no stray blanks and no straight apostrophe or quote', (key) => {
    expect(read(texts, key)).not.toMatch(/^[ \n]|[ \n]$| {2}|["']/)
  })

  test('keeps motive and means out of what others can see', () => {
    for (const key of keys.filter((key) => /subject$|^calendar|^request.intro|^sms/.test(key))) {
      expect(read(texts, key)).not.toMatch(/video|vidéo|arts|médecin|arzt|doctor|consult|konsult/i)
    }
  })

  test('counts one minute as one', () => {
    expect(texts['invitation.minutes'](1)).not.toMatch(/minutes|minuten/i)
    expect(texts['invitation.minutes'](20)).toMatch(/minutes|minuten/i)
  })
})
