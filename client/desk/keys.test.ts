// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { commandOf } from './keys.ts'

test.each([
  [{ key: 'Enter', code: 'Enter', ctrlKey: true }, 'save'],
  [{ key: 'Enter', code: 'NumpadEnter', metaKey: true }, 'save'],
  [{ key: 'd', code: 'KeyD', ctrlKey: true }, 'mute'],
  [{ key: 'e', code: 'KeyE', ctrlKey: true }, 'camera'],
  [{ key: 'π', code: 'KeyP', altKey: true }, 'pause'],
  [{ key: 'Enter', code: 'Enter' }, null],
  [{ key: 'd', code: 'KeyD' }, null],
  [{ key: 'D', code: 'KeyD', ctrlKey: true, shiftKey: true }, null],
  [{ key: 'e', code: 'KeyE', ctrlKey: true, altKey: true }, null], // AltGr types €
  [{ key: 'd', code: 'KeyD', ctrlKey: true, repeat: true }, null],
])('the keys %o ask for %s', (init, command) => {
  expect(commandOf(new KeyboardEvent('keydown', init))).toBe(command)
})
