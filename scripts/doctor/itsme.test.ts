import { expect, test } from 'vitest'
import { judgeKeys } from './itsme.ts'

test.each([
  [
    'without pins is well',
    { published: 2, counting: 2, isPinned: false },
    'well',
    'none is pinned',
  ],
  [
    'with all of its keys pinned is well',
    { published: 2, counting: 2, isPinned: true },
    'well',
    '',
  ],
  [
    'with a key that is not pinned is not',
    { published: 3, counting: 2, isPinned: true },
    'not-well',
    'publishes 1 keys that are not pinned',
  ],
  [
    'with none of the pinned keys is not',
    { published: 2, counting: 0, isPinned: true },
    'not-well',
    'nobody can identify themselves',
  ],
  [
    'without a key is not',
    { published: 0, counting: 0, isPinned: false },
    'not-well',
    'no key that signs',
  ],
])('itsme %s', (_what, keys, kind, part) => {
  const found = judgeKeys(keys)
  expect(found.kind).toBe(kind)
  expect(found.says).toContain(part)
})
