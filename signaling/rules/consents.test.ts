import { describe, expect, test } from 'vitest'
import type { Consent } from '../protocol/consents.ts'
import { oppositeOf, standing } from './consents.ts'

const yes = (consent: Consent) => ({ consent, given: true })
const no = (consent: Consent) => ({ consent, given: false })

describe('GDPR, art. 7.3: consent can be taken back as easily as it was given', () => {
  test.each([
    ['nothing was said', [], []],
    ['given', [yes('video')], ['video']],
    ['taken back', [yes('video'), no('video')], []],
    ['given again', [yes('video'), no('video'), yes('video')], ['video']],
    ['only the one that was meant', [yes('video'), yes('alone'), no('alone')], ['video']],
    ['taken back without having been given', [no('unrecorded')], []],
    ['given twice', [yes('alone'), yes('alone')], ['alone']],
  ] as const)('%s', (_name, declared, expected) => {
    expect(standing(declared).map(({ consent }) => consent)).toEqual(expected)
  })
})

test('whoever is alone has nobody with them, and the other way round', () => {
  expect(oppositeOf('alone')).toBe('accompanied')
  expect(oppositeOf('accompanied')).toBe('alone')
  expect(oppositeOf('video')).toBeNull()
})
