// @vitest-environment happy-dom
import { html, render } from 'lit'
import { beforeEach, expect, test } from 'vitest'
import { keepFocus } from './keep-focus.ts'

let host: HTMLElement

beforeEach(() => {
  host = document.createElement('section')
  render(
    html`<h2>Anna Peeters</h2>
      <button class="one"></button><button class="two"></button>`,
    host,
  )
  document.body.replaceChildren(host)
  keepFocus(host, 'h2')
})

/** Observers are told in a microtask of their own. */
const told = () => new Promise((resolve) => setTimeout(resolve))
const find = (selector: string) => host.querySelector<HTMLElement>(selector)

test('the focus goes to the heading when what had it goes', async () => {
  find('.one')?.focus()
  find('.one')?.remove()
  await told()
  expect(document.activeElement).toBe(find('h2'))
})

test('it waits for a heading that is drawn later', async () => {
  find('.one')?.focus()
  host.replaceChildren()
  await told()
  expect(document.activeElement).toBe(document.body)
  host.append(document.createElement('h2'))
  await told()
  expect(document.activeElement).toBe(find('h2'))
})

test('it stays where a person or the program has put it meanwhile', async () => {
  find('.one')?.focus()
  find('.one')?.remove()
  find('.two')?.focus()
  await told()
  expect(document.activeElement).toBe(find('.two'))
})

test('nothing takes the focus that had none', async () => {
  find('.one')?.remove()
  await told()
  expect(document.activeElement).toBe(document.body)
})
