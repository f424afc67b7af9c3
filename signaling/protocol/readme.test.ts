/** The README's examples are messages, its tables are complete. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { closeCodes } from './close-codes.ts'
import { CallEnd, RingOutcome } from './consultation.ts'
import { clientMessages, serverMessages } from './messages.ts'
import { parseClientMessage, parseServerMessage } from './parse.ts'

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')

const fences = [...readme.matchAll(/^```json (page|server)\n([^`]+)^```$/gm)]

/** A fence holds one message, or one on each line. */
const examples = fences.flatMap(([, speaker, text = '']) => {
  const isOne = text.startsWith('{\n')
  return (isOne ? [text] : text.trim().split('\n')).map((frame) => ({ speaker, frame }))
})
const parseOf = (speaker: string | undefined) =>
  speaker === 'page' ? parseClientMessage : parseServerMessage

test.each(examples)('$speaker: $frame', ({ speaker, frame }) => {
  expect(parseOf(speaker)(frame)).toEqual(JSON.parse(frame))
})

test('every example is read: no fence of another kind', () => {
  expect(readme.match(/^```json/gm)?.length).toBe(fences.length)
})

describe('nothing is left out', () => {
  const types = (speaker: string) =>
    new Set(
      examples
        .filter((example) => example.speaker === speaker)
        .map(({ speaker, frame }) => parseOf(speaker)(frame)?.type),
    )

  test('what a page says', () => {
    expect(types('page')).toEqual(new Set(Object.keys(clientMessages)))
  })

  test('what the server says, but for the signal that it relays as it came', () => {
    expect(types('server').add('signal')).toEqual(new Set(Object.keys(serverMessages)))
  })

  test.each(Object.entries(closeCodes))('close code %s', (name, code) => {
    expect(readme).toMatch(new RegExp(`^\\| ${code} +\\| \`${name}\` +\\|`, 'm'))
  })

  test('how a ring and a call may end', () => {
    const words = [...RingOutcome.anyOf, ...CallEnd.anyOf].map((literal) => literal.const)
    const diagram = readme.slice(readme.indexOf('ring        none'), readme.indexOf('## 2.'))
    for (const word of words) expect(diagram).toContain(word)
  })
})
