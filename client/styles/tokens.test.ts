/** The colours of both themes: how well they stand out from each other, and that a theme is its colours and nothing else. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const client = fileURLToPath(new URL('..', import.meta.url))
const tokens = readFileSync(join(client, 'styles/tokens.css'), 'utf8')
const [light = '', dark = ''] = tokens.split('@media (prefers-color-scheme: dark)')

const inLight = readColours(light)
const themes: [string, ReadonlyMap<string, string>][] = [
  ['light', inLight],
  ['dark', new Map([...inLight, ...readColours(dark)])],
]

/** WCAG 1.4.3: what is read. */
const words: [string, readonly string[]][] = [
  ['text', ['bg', 'surface', 'stone', 'action-soft', 'info-soft', 'wait-soft', 'brick-soft']],
  ['muted', ['bg', 'surface', 'stone']],
  ['action', ['bg', 'surface', 'action-soft']],
  ['info', ['bg', 'surface', 'info-soft']],
  ['wait', ['bg', 'surface', 'wait-soft']],
  ['brick', ['bg', 'surface', 'brick-soft']],
  ['on-action', ['action']],
  ['on-brick', ['brick-solid']],
  ['stage-text', ['stage', 'stage-surface']],
]
/** WCAG 1.4.11: the edges of what is pressed or filled in, and what has the focus. */
const edges: [string, readonly string[]][] = [
  ['line', ['bg', 'surface']],
  ['focus', ['bg', 'surface']],
  ['stage-line', ['stage', 'stage-surface']],
]

describe.each(themes)('in the %s', (_, colours) => {
  test.each(words)('%s can be read on what is behind it', (front, behind) => {
    for (const back of behind) expect(contrast(colours, front, back), back).toBeGreaterThan(4.5)
  })

  test.each(edges)('%s can be seen on what is behind it', (front, behind) => {
    for (const back of behind) expect(contrast(colours, front, back), back).toBeGreaterThan(3)
  })
})

test('the dark changes colours, and nothing else', () => {
  const changed = [...dark.matchAll(/([\w-]+):/g)].map(([, name]) => name)
  expect(changed).toEqual([...readColours(dark).keys()].map((name) => `--${name}`))
})

test('no other rule and no program asks which theme it is', () => {
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
  const asking = files
    .filter((file) => /\.(css|ts|html)$/.test(file) && !file.endsWith('.test.ts'))
    .filter((file) =>
      /prefers-color-scheme|light-dark\(/.test(readFileSync(join(client, file), 'utf8')),
    )
  expect(asking).toEqual([join('styles', 'tokens.css')])
})

function readColours(css: string): Map<string, string> {
  return new Map(
    [...css.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  )
}

/** WCAG 2.2, "contrast ratio". */
function contrast(colours: ReadonlyMap<string, string>, front: string, back: string): number {
  const [lighter = 0, darker = 0] = [front, back]
    .map((name) => luminance(colours.get(name) ?? ''))
    .toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, "relative luminance"; not a number for what is no colour. */
function luminance(colour: string): number {
  const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
