/** Imports go one way. Each rule names who may not know whom, so that a broken one says where the wall stood. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Import {
  readonly from: string
  /** A path in the house, or a package's name. */
  readonly to: string
}

const files = ['signaling', 'client', 'turn', 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter(
      (file) => /\.(ts|mjs)$/.test(file) && !file.includes('.test.') && !file.endsWith('.d.ts'),
    ),
)

const imports: Import[] = files.flatMap((from) =>
  [
    ...readFileSync(join(root, from), 'utf8').matchAll(
      /(?:\bfrom\s+|\bimport\s*\(?\s*)'([^'\s]+)'/g,
    ),
  ].map((match) => {
    const to = match[1] ?? ''
    return { from, to: to.startsWith('.') ? normalize(join(dirname(from), to)) : to }
  }),
)

const rules: readonly [string, (from: string) => boolean, (to: string) => boolean][] = [
  [
    'the pages take from the server its protocol and its pure rules alone',
    (from) => from.startsWith('client/') && !from.startsWith('client/gallery/'),
    (to) => to.startsWith('signaling/') && !/^signaling\/(protocol|rules)\//.test(to),
  ],
  [
    'the server takes from the pages their texts alone',
    (from) => from.startsWith('signaling/') || from.startsWith('turn/'),
    (to) => to.startsWith('client/') && !to.startsWith('client/i18n/'),
  ],
  [
    'the protocol knows typebox and itself',
    (from) => from.startsWith('signaling/protocol/'),
    (to) => !to.startsWith('signaling/protocol/') && !to.startsWith('typebox'),
  ],
  [
    'the rules do no input or output',
    (from) => from.startsWith('signaling/rules/'),
    (to) => !/^signaling\/(rules|protocol)\/|^signaling\/clock\.ts$/.test(to),
  ],
  [
    'the consultation is pure',
    (from) => from.startsWith('signaling/consultation/'),
    (to) => !/^signaling\/(consultation|protocol|rules)\/|^signaling\/clock\.ts$/.test(to),
  ],
  [
    'only the store knows SQL',
    (from) => !from.startsWith('signaling/store/'),
    (to) => to === 'kysely' || to === 'better-sqlite3',
  ],
  [
    'only one file knows simple-peer',
    (from) => from !== 'client/rtc/peer.ts',
    (to) => to.startsWith('simple-peer'),
  ],
  [
    'the elements of ui know nothing but their properties and events',
    (from) => from.startsWith('client/ui/'),
    (to) => /^client\/(call|connection|consultation|rtc|worker|desk|office|room)\//.test(to),
  ],
  [
    'the call knows ports, not browsers',
    (from) => from.startsWith('client/call/'),
    (to) => /^client\/(rtc|connection|consultation|ui|api)\//.test(to),
  ],
  [
    'the line to the server does not know what is said on it',
    (from) => from.startsWith('client/connection/'),
    (to) => /^client\/(consultation|rtc|ui|api)\//.test(to),
  ],
  [
    'what needs a browser does not know the consultation that uses it',
    (from) => from.startsWith('client/rtc/'),
    (to) => /^client\/(consultation|connection|ui|api)\//.test(to),
  ],
  [
    'the relay knows nothing of the server',
    (from) => from.startsWith('turn/'),
    (to) => to.startsWith('signaling/') || to.startsWith('client/'),
  ],
]

test.each(rules)('%s', (_rule, isGuest, isForbidden) => {
  const broken = imports
    .filter(({ from, to }) => isGuest(from) && isForbidden(to))
    .map(({ from, to }) => `${from} imports ${to}`)
  expect(broken).toEqual([])
})

test('the house has the files that these rules are about', () => {
  expect(imports.length).toBeGreaterThan(200)
})
