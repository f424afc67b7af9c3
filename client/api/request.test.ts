import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiError, request } from './request.ts'

function answer(status: number, body: string): void {
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response(status === 204 ? null : body, { status })),
  )
}

async function failureOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'no failure',
    (error: unknown) => error,
  )
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a request', () => {
  test('gives the reply', async () => {
    answer(200, '{"name":"Lien"}')
    expect(await request('/api/me')).toEqual({ name: 'Lien' })
  })

  test('gives undefined for an empty reply', async () => {
    answer(204, '')
    expect(await request('/api/sign-out', { method: 'POST' })).toBeUndefined()
  })

  test('sends a body as JSON and by POST', async () => {
    const sent: RequestInit[] = []
    vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
      sent.push(init)
      return Promise.resolve(new Response('{}'))
    })
    await request('/api/sign-in', { body: { token: 'x' } })
    expect(sent[0]).toMatchObject({
      method: 'POST',
      body: '{"token":"x"}',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
    })
  })

  test.each([
    [409, '{"code":"call-over"}', { code: 'call-over', at: null, reference: null }],
    [
      400,
      '{"code":"invalid","at":"/person/email","reference":"r-1"}',
      { code: 'invalid', at: '/person/email', reference: 'r-1' },
    ],
    [502, '<html>Bad gateway</html>', { code: 'unavailable' }],
    [404, 'null', { code: 'internal' }],
    [404, '{"code":7}', { code: 'internal' }],
    [200, '{"cut off', { code: 'offline' }],
  ])('answered with %i %s fails with its code', async (status, body, expected) => {
    answer(status, body)
    const failure = await failureOf(request('/api/x'))
    expect(failure).toBeInstanceOf(ApiError)
    expect(failure).toMatchObject(expected)
  })

  test('that finds no network fails as offline', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    expect(await failureOf(request('/api/x'))).toMatchObject({ code: 'offline' })
  })

  test('that is aborted rejects with the reason of the abort', async () => {
    const controller = new AbortController()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('aborted')))
    controller.abort(new Error('page left'))
    expect(await failureOf(request('/api/x', { signal: controller.signal }))).toMatchObject({
      message: 'page left',
    })
  })
})
