import { describe, expect, test } from 'vitest'
import { loadConfig, type Environment } from '../config.ts'

const whole = {
  VISITE_ITSME_ISSUER: 'https://idp.e2e.itsme.services/v2',
  VISITE_ITSME_CLIENT_ID: 'a1b2c3',
  VISITE_ITSME_SERVICE: 'VISITE_ID',
}

function load(environment: Environment) {
  const loaded = loadConfig(environment)
  return loaded.ok ? loaded.config : loaded.mistakes
}

describe('itsme', () => {
  test('is asked first once it is set, at the level with the code', () => {
    expect(load(whole)).toMatchObject({
      itsme: {
        issuer: 'https://idp.e2e.itsme.services/v2',
        clientId: 'a1b2c3',
        serviceCode: 'VISITE_ID',
        acr: 'http://itsme.services/v2/claim/acr_advanced',
      },
      identification: ['itsme', 'code', 'card'],
    })
  })

  test.each(Object.keys(whole))('half set, without %s, is refused in one sentence', (missing) => {
    const { [missing as keyof typeof whole]: _, ...half } = whole
    const [set = '', alsoSet = ''] = Object.keys(half)
    expect(load(half)).toEqual([
      `itsme is half set: ${set} and ${alsoSet} without ${missing}; set all three or none.`,
    ])
  })

  test.each([
    'http://idp.example/v2',
    'https://idp.example/v2/',
    'https://idp.example/v2?x=1',
    'https://user@idp.example/v2',
    'itsme',
  ])('is not asked at %s', (issuer) => {
    expect(load({ ...whole, VISITE_ITSME_ISSUER: issuer })).toEqual([
      'VISITE_ITSME_ISSUER must be an address such as https://idp.prd.itsme.services/v2.',
    ])
  })
})

describe('the ways to say who one is', () => {
  test('are as the service orders them', () => {
    const ordered = { ...whole, VISITE_IDENTIFICATION: 'card, itsme' }
    expect(load(ordered)).toMatchObject({ identification: ['card', 'itsme'] })
  })

  test.each(['passport', 'card,card', 'card,,code'])('are not "%s"', (ways) => {
    expect(load({ VISITE_IDENTIFICATION: ways })).toEqual([
      'VISITE_IDENTIFICATION must hold itsme, code and card, or some of them, each once.',
    ])
  })

  test('hold no itsme where it is not set', () => {
    expect(load({ VISITE_IDENTIFICATION: 'itsme' })).toEqual([
      'VISITE_IDENTIFICATION names itsme, but VISITE_ITSME_ISSUER is not set.',
    ])
  })
})
