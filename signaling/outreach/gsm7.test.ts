import { describe, expect, test } from 'vitest'
import { gsm7Length, toGsm7 } from './gsm7.ts'

describe('the alphabet of an SMS', () => {
  test.each([
    ['what it has stays', 'Über 10 € für Léa & Noël?', 'Über 10 € für Léa & Noel?'],
    ['a Dutch trema goes', 'geïnformeerd, financiën', 'geinformeerd, financien'],
    [
      'French signs go where it lacks them',
      'être reçu à Liège, bientôt',
      'etre recu à Liège, bientot',
    ],
    ['typographic signs become plain ones', '“Zo’n uur” – nu…', '"Zo\'n uur" - nu...'],
    ['ligatures are two letters', 'cœur', 'coeur'],
    ['what has no likeness is left out', 'Post 李 1', 'Post  1'],
  ])('%s', (_name, text, expected) => {
    expect(toGsm7(text)).toBe(expected)
  })

  test('its further signs count twice', () => {
    expect(gsm7Length('10 €')).toBe(5)
    expect(gsm7Length('[a]')).toBe(5)
  })
})
