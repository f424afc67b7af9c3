import { expect, test } from 'vitest'
import { tighten } from './tight-templates.ts'

test('a template keeps one space where it had a line break', () => {
  const code = 'const a = html`<p\n    class=${b}\n  >\n    one  two\n  </p>`'
  expect(tighten(code, 'a.ts')).toBe('const a = html`<p class=${b} > one  two </p>`')
})

test('a template within a template is tightened too, and nothing of the program around', () => {
  const code = 'const a = html`<ul>\n ${b.map(\n  (c) => html`<li>\n${c}</li>`,\n)}</ul>`\n'
  expect(tighten(code, 'a.ts')).toBe(
    'const a = html`<ul> ${b.map(\n  (c) => html`<li> ${c}</li>`,\n)}</ul>`\n',
  )
})

test('other texts are left as they are', () => {
  const code = 'const a: string = `one\n  two` + css`a {\n}`'
  expect(tighten(code, 'a.ts')).toBe(code)
})

test('what is no program is refused by its name', () => {
  expect(() => tighten('const = html`', 'broken.ts')).toThrow('broken.ts')
})
