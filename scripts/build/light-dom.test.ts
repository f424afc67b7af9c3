import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const client = fileURLToPath(new URL('../../client', import.meta.url))

test('no element has a shadow root, whose styles would be left out', () => {
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' })
  const elements = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(join(client, file), 'utf8')] as const)
    .filter(([, text]) => /class \w+ extends LitElement/.test(text))
  const others = elements.filter(([, text]) => !text.includes('createRenderRoot'))
  expect(elements.length).toBeGreaterThan(40)
  expect(others.map(([file]) => file)).toEqual([])
})
