import { describe, expect, test } from 'vitest'
import { texts } from '../i18n/consultation/en.ts'
import { goodQuality, type Quality } from '../quality/quality.ts'
import { qualitySentences } from './quality-words.ts'

function said(part: Partial<Quality>): string {
  return qualitySentences({ ...goodQuality, ...part }, texts, 'Anna').join(' ')
}

describe('the words for a call’s quality', () => {
  test('there are none while all is well', () => {
    expect(said({})).toBe('')
  })

  test('name the weak side, say what is less, and advise who can do something', () => {
    expect(said({ own: 'smaller', weak: 'own' })).toBe(
      'Your connection is weak. Your picture is smaller: the sound goes first. Go nearer to your Wi-Fi router, or use mobile data.',
    )
    expect(said({ other: 'sound-only', weak: 'other' })).toBe(
      'The connection of Anna is weak. The picture of Anna is off, so that the sound stays clear. It helps to be nearer to the Wi-Fi router, or to use mobile data: tell Anna.',
    )
  })

  test('blame nobody where nobody knows', () => {
    expect(said({ own: 'slower', other: 'slower', weak: 'unclear' })).toBe(
      'The connection is weak. The picture moves less smoothly: the sound goes first.',
    )
  })

  test('speak of the worse direction', () => {
    expect(said({ own: 'smaller', other: 'still', weak: 'unclear' })).toContain(
      'The picture of Anna stands still for a moment.',
    )
  })

  test('advise the telephone last', () => {
    expect(said({ own: 'phone', weak: 'both' })).toContain('by telephone')
  })
})
