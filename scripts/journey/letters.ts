/** How long a letter of the live text takes from its writer's field to another screen. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { texts as sharing } from '../../client/i18n/sharing/en.ts'

/**
 * EN 301 549, 6.2.4: from the input to the network in 500 ms; we hold it to the other screen. Half of the letters at least
 * must: the slowest ones tell how long this machine left a page without a processor.
 */
export const longestDelayMs = 500

export const textField = (page: Page) => page.getByRole('textbox', { name: sharing['text.field'] })

export interface Reader {
  readonly page: Page
  /** As whom the writer is shown there. */
  readonly writer: string
}

/** Types as a quick person does; returns how long each letter took to each of the other screens, milliseconds. */
export async function write(
  from: Page,
  words: string,
  readers: readonly Reader[],
): Promise<number[]> {
  for (const reader of readers) await watchLetters(reader)
  await textField(from).evaluate((input) => {
    const typed: number[] = []
    Object.assign(globalThis, { typedAt: typed })
    input.addEventListener('input', () => typed.push(Date.now()))
  })
  await textField(from).pressSequentially(words, { delay: 60 })
  const typed = await times(from, 'typedAt')
  expect(typed).toHaveLength(words.length)
  const delays: number[] = []
  for (const { page } of readers) {
    await expect.poll(async () => (await times(page, 'seenAt')).length).toBe(words.length)
    const seen = await times(page, 'seenAt')
    delays.push(...seen.map((seenAt, index) => seenAt - (typed[index] ?? 0)))
  }
  return delays
}

/** Notes when each length of the writer's growing line was first on this screen; all pages have the same clock. */
function watchLetters({ page, writer }: Reader): Promise<void> {
  return page.evaluate((writes) => {
    const seen: number[] = []
    Object.assign(globalThis, { seenAt: seen })
    new MutationObserver(() => {
      for (const line of document.querySelectorAll('.share-line.growing')) {
        if (line.querySelector('b')?.textContent !== writes) continue
        const { length } = line.querySelector('bdi')?.textContent ?? ''
        while (seen.length < length) seen.push(Date.now())
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  }, sharing['text.writes'](writer))
}

function times(page: Page, of: 'seenAt' | 'typedAt'): Promise<number[]> {
  return page.evaluate((key) => (globalThis as unknown as Record<string, number[]>)[key] ?? [], of)
}
