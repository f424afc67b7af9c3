import { expect, test } from 'vitest'
import { isSpokenCode, spokenCodeOf } from './spoken-code.ts'

const itsme = {
  issuer: 'https://idp.prd.itsme.services/v2',
  clientId: 'visite',
  thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
}

test('a code is sixteen signs in fours, the same for everyone who has the same before them', async () => {
  const code = await spokenCodeOf(itsme)
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){3}$/)
  expect(await spokenCodeOf({ ...itsme })).toBe(code)
})

test.each<Partial<typeof itsme>>([
  { issuer: 'https://idp.prd.itsme.services/v3' },
  { clientId: 'visite-2' },
  { thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9XT' },
  // Not where one word ends and the next begins.
  { issuer: 'https://idp.prd.itsme.services/', clientId: 'v2visite' },
])('with %o it is another one', async (part) => {
  expect(await spokenCodeOf({ ...itsme, ...part })).not.toBe(await spokenCodeOf(itsme))
})

test('it is typed as it was heard', () => {
  const code = '7K1M 9Q2X 0VRB 5HTD'
  for (const typed of [code, '7k1m9q2x0vrb5htd', '7KIM-9Q2X-OVRB-5HTD', ' 7klm 9q2x ovrb 5htd ']) {
    expect(isSpokenCode(typed, code)).toBe(true)
  }
  for (const typed of ['', '7K1M 9Q2X 0VRB', '7K1M 9Q2X 0VRB 5HTE', `${code} 7`]) {
    expect(isSpokenCode(typed, code)).toBe(false)
  }
})
