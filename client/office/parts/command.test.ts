// @vitest-environment happy-dom
import { LitElement } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { ApiError } from '../../api/request.ts'
import { Command } from './command.ts'

class CommandHost extends LitElement {
  readonly command = new Command(this)
}
customElements.define('command-host', CommandHost)

afterEach(() => document.body.replaceChildren())

function open() {
  const host = new CommandHost()
  document.body.append(host)
  return host
}

test('a second click while it runs does nothing', async () => {
  const { command } = open()
  let runs = 0
  let finish = () => {}
  const work = () => {
    runs += 1
    return new Promise<void>((resolve) => (finish = resolve))
  }
  const first = command.run(work)
  await command.run(work)
  expect([runs, command.busy]).toEqual([1, true])
  finish()
  await first
  expect(command.busy).toBe(false)
})

test('what went wrong stays until the next try', async () => {
  const { command } = open()
  const refusal = new ApiError('overlaps')
  await command.run(() => Promise.reject(refusal))
  expect([command.failure, command.busy]).toEqual([refusal, false])
  await command.run(() => Promise.resolve())
  expect(command.failure).toBeNull()
})

test('a lost login is told to the root', async () => {
  const { command } = open()
  let heard = 0
  document.body.addEventListener('office-signed-out', () => (heard += 1), { once: true })
  await command.run(() => Promise.reject(new ApiError('signed-out')))
  expect(heard).toBe(1)
})
