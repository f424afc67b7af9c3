// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { followSeenHeight } from './seen-height.ts'

const view = Object.assign(new EventTarget(), { height: 640, scale: 1 })
const seen = () => document.documentElement.style.getPropertyValue('--seen')
let stop = () => {}

function resize(height: number, scale = 1): void {
  Object.assign(view, { height, scale }).dispatchEvent(new Event('resize'))
}

beforeEach(() => {
  stop = followSeenHeight(view as unknown as VisualViewport)
})
afterEach(() => stop())

test('a keyboard over the page leaves what is above it', () => {
  resize(340)
  expect(seen()).toBe('340px')
  resize(640)
  expect(seen()).toBe('640px')
})

test('two fingers that enlarge the page change nothing of it', () => {
  resize(320, 2)
  expect(seen()).toBe('')
})

test('nothing of it stays after the end', () => {
  resize(340)
  stop()
  expect(seen()).toBe('')
})
