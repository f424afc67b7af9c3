import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import { expect, test } from 'vitest'
import { quieten } from './quiet-peer.ts'

const path = createRequire(import.meta.url).resolve('simple-peer')
const library = readFileSync(path, 'utf8')

test('simple-peer says nothing to a debugger any more, and is whole', () => {
  const quiet = quieten(library)
  expect(quiet).not.toMatch(/\._debug\(/)
  expect(library.length - quiet.length).toBeGreaterThan(1000)
  expect(() => new Script(`(function (require, module) {${quiet}\n})`)).not.toThrow()
})

test('no condition loses the line that it is for', () => {
  const lines = library.split('\n')
  const conditions = lines.filter(
    (_, at) =>
      /^ *(?:this|self)\._debug/.test(lines[at] ?? '') && isOpenCondition(lines[at - 1] ?? ''),
  )
  expect(conditions).toEqual([])
})

test('a library that is written otherwise is refused', () => {
  expect(() => quieten('hello()')).toThrow('not written as expected')
})

/** Without a brace it would take the next line for its own. */
function isOpenCondition(line: string): boolean {
  return /^ *(?:else|(?:if|for|while) \((?:[^()]|\([^()]*\))*\))$/.test(line)
}
