// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest'
import { texts } from '../i18n/no-calls/en.ts'
import './page-browser.ts'

afterEach(() => {
  document.body.replaceChildren()
  vi.unstubAllGlobals()
  location.hash = ''
})

async function open(answer: () => Response) {
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (path: string, init: { readonly body: string }) => {
    asked.push([path, JSON.parse(init.body)])
    return answer()
  })
  location.hash = '#v1.token-of-anna'
  document.documentElement.lang = 'en'
  const page = document.createElement('page-browser')
  document.body.append(page)
  await vi.waitFor(() => expect(page.textContent).toContain(texts['body']))
  return asked
}

test('a window that cannot call tells the service once that its person came', async () => {
  const asked = await open(() => new Response(null, { status: 204 }))
  expect(asked).toEqual([['/api/call-link/cannot-call', { token: 'v1.token-of-anna' }]])
})

test('says how to go on where the service does not hear it', async () => {
  const asked = await open(() => new Response('{"code":"internal"}', { status: 500 }))
  expect(asked).toHaveLength(1)
})
