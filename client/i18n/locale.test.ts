import { expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import { pageLocales } from './locale.ts'

test('the pages speak the languages of the protocol, in its order', () => {
  expect(pageLocales).toEqual([...locales])
})
