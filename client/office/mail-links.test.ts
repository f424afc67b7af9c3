import { expect, test } from 'vitest'
import { splitLinks } from './mail-links.ts'

const own = 'https://visite.example'
const linksOf = (text: string) =>
  splitLinks(text, own).flatMap((part) => (part.kind === 'link' ? [part.href] : []))

test('the text stays whole, whatever is a link in it', () => {
  const text = `Open ${own}/worker/#abc.def-ghi_1.\nOr https://elsewhere.example/x, or call.`
  expect(
    splitLinks(text, own)
      .map((part) => part.text)
      .join(''),
  ).toBe(text)
  expect(linksOf(text)).toEqual([`${own}/worker/#abc.def-ghi_1`])
})

test.each([
  'https://elsewhere.example/worker/#a',
  'https://visite.example.evil.example/',
  'https://visite.example@evil.example/',
  'https://someone@visite.example/',
  'http://visite.example/',
  'javascript:alert(1)',
  '//visite.example/x',
  'https://',
])('%s is not clickable', (text) => {
  expect(linksOf(`See ${text} now`)).toEqual([])
})
