import { expect, test } from 'vitest'
import { needsPicture } from './needs-picture.ts'

test('the picture is needed by a person who signs or reads lips, whatever the examination', () => {
  expect(needsPicture('spontaneous', { needsPicture: true })).toBe(true)
  expect(needsPicture('spontaneous', { needsPicture: false })).toBe(false)
})

test('and by an examination that the physician makes by eye, whoever the person', () => {
  expect(needsPicture('return-to-work', { needsPicture: false })).toBe(true)
})
