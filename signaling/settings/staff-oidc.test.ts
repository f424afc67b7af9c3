import { expect, test } from 'vitest'
import { loadConfig, type Environment } from '../config.ts'

const whole = {
  VISITE_STAFF_OIDC_ISSUER: 'https://login.example.be/service/',
  VISITE_STAFF_OIDC_CLIENT_ID: 'visite',
  VISITE_STAFF_OIDC_SECRET_FILE: '/etc/visite/sign-in.secret',
}

function load(environment: Environment) {
  const loaded = loadConfig(environment)
  return loaded.ok ? loaded.config.staffOidc : loaded.mistakes
}

test('staff sign in with passkeys alone, until the service’s own sign-in is set', () => {
  expect(load({})).toBeNull()
  expect(load(whole)).toEqual({
    issuer: 'https://login.example.be/service/',
    clientId: 'visite',
    secretFile: '/etc/visite/sign-in.secret',
  })
})

test.each(Object.keys(whole))('half set, without %s, is refused in one sentence', (missing) => {
  const { [missing as keyof typeof whole]: _, ...half } = whole
  const set = Object.keys(half).join(' and ')
  expect(load(half)).toEqual([
    `The staff’s own sign-in is half set: ${set} without ${missing}; set all three or none.`,
  ])
})

test.each(['http://login.example.be', 'https://login.example.be?tenant=1', 'login'])(
  'nobody is sent to %s',
  (issuer) => {
    expect(load({ ...whole, VISITE_STAFF_OIDC_ISSUER: issuer })).toEqual([
      'VISITE_STAFF_OIDC_ISSUER must be an address such as https://login.example.be/service.',
    ])
  },
)
