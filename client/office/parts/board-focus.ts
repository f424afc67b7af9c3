/** After a change the page reads the board anew; the keyboard goes on where the change was. */
import type { LitElement } from 'lit'
import type { BoardChange } from './session-slots.ts'

/** `reload` resolves when the new board is there to be drawn. */
export async function followChange(
  page: LitElement,
  { selector }: BoardChange,
  reload: () => Promise<unknown>,
): Promise<void> {
  await reload()
  if (selector === null) return
  await settle(page)
  for (const part of page.querySelectorAll<LitElement>('session-slots')) await settle(part)
  const row = page.querySelector(selector)
  for (const part of row?.querySelectorAll<LitElement>('menu-button') ?? []) await settle(part)
  // The slot's own command; of one that has none, and of another day, the page.
  const next = row?.querySelector<HTMLElement>('button') ?? page.querySelector<HTMLElement>('h1')
  if (next instanceof HTMLHeadingElement) next.tabIndex = -1
  next?.focus()
}

async function settle(part: LitElement): Promise<void> {
  await part.updateComplete
}
