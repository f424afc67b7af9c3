import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settings } from '../signaling/config.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the README lists every setting with its default and its meaning', () => {
  const rows = [...readme.matchAll(/^\| `(VISITE_\w+)` +\| (.*?) +\| (.*?) +\|$/gm)].map((match) =>
    match.slice(1, 4),
  )
  const expected = Object.entries(settings).map(([name, setting]) => [
    name,
    setting.default === '' ? 'not set' : `\`${setting.default}\``,
    setting.about,
  ])
  expect(rows).toEqual(expected)
})

test('the README fits on two screens to a running demo', () => {
  // A screen holds about fifty lines.
  expect(readme.slice(0, readme.indexOf('npm run demo')).split('\n').length).toBeLessThan(50)
})
