import { expect, test } from 'vitest'
import { noteUseEveryMs, watchUse } from './note-use.ts'

function openPage(ask: () => Promise<unknown> = () => Promise.resolve()) {
  const page = { target: new EventTarget(), at: 0, asked: 0 }
  watchUse({
    target: page.target,
    now: () => page.at,
    ask: () => {
      page.asked += 1
      return ask()
    },
  })
  return page
}
const touch = (page: { target: EventTarget }, act: string) =>
  page.target.dispatchEvent(new Event(act))

test.each(['keydown', 'pointerdown', 'pointermove', 'wheel'])(
  'a page with %s is in use, and says so every ten minutes and not more often',
  (act) => {
    const page = openPage()
    for (page.at = 0; page.at < 2 * 60 * 60_000; page.at += 1000) touch(page, act)
    expect(page.asked).toBe((2 * 60 * 60_000) / noteUseEveryMs - 1)
  },
)

test('a page that nobody touches asks for nothing, however long it is open', () => {
  const page = openPage()
  page.at = 24 * 60 * 60_000
  expect(page.asked).toBe(0)
})

test('a refused question is no error of the page', async () => {
  const page = openPage(() => Promise.reject(new Error('signed-out')))
  page.at = noteUseEveryMs
  touch(page, 'keydown')
  await Promise.resolve()
  expect(page.asked).toBe(1)
})
