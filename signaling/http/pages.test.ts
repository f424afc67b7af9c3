import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, type TestApp } from '../testing/app.ts'

/** A folder as the build leaves it; the room has no localized page. */
function buildClient(): string {
  const clientDir = mkdtempSync(join(tmpdir(), 'visite-client-'))
  const write = (file: string, content: string) => writeFileSync(join(clientDir, file), content)
  for (const entry of ['worker', 'guest', 'desk', 'office', 'room', 'assets'])
    mkdirSync(join(clientDir, entry))
  for (const entry of ['worker', 'desk', 'office']) {
    for (const locale of ['nl', 'fr', 'de', 'en']) {
      write(`${entry}/index.${locale}.html`, `<html lang="${locale}">${entry}`)
      write(`${entry}/index.${locale}.html.br`, `compressed ${entry} ${locale}`)
    }
  }
  write('room/index.html', '<html lang="en">room')
  write('assets/main-4f2a.js', 'export {}')
  write('assets/main-4f2a.js.br', 'compressed main')
  write('assets/.hidden', 'secret')
  write('favicon.svg', '<svg/>')
  write('weights.json', '{"secret":1}')
  return clientDir
}

const clientDir = buildClient()
let world: TestApp
beforeAll(async () => {
  world = await openTestApp({ clientDir, config: { publicUrl: 'https://visite.example.be' } })
})
afterAll(async () => {
  await world.close()
  rmSync(clientDir, { recursive: true })
})
const get = (url: string, headers: Record<string, string> = {}) =>
  world.app.inject({ url, headers })

describe('a page', () => {
  test.each([
    ['/worker/', {}, '<html lang="en">worker'],
    ['/worker/', { 'accept-language': 'nl-BE,nl;q=0.9,en;q=0.5' }, '<html lang="nl">worker'],
    ['/desk/', { 'accept-language': 'fr' }, '<html lang="fr">desk'],
    ['/office/', { 'accept-language': 'tlh, de;q=0.1' }, '<html lang="de">office'],
    ['/office/sessions/2026-11-24?lang=nl', {}, '<html lang="nl">office'],
    ['/worker/?lang=fr', { 'accept-language': 'nl' }, '<html lang="fr">worker'],
    ['/worker/?lang=tlh', { 'accept-language': 'nl' }, '<html lang="nl">worker'],
    ['/worker/?lang=../../../etc/passwd', {}, '<html lang="en">worker'],
    ['/worker/?lang=%00', {}, '<html lang="en">worker'],
    ['/worker/', { 'accept-language': '\u00ff,;;q=,*;q=9' }, '<html lang="en">worker'],
    ['/worker/', { 'accept-language': 'a,'.repeat(4000) }, '<html lang="en">worker'],
    ['/room/', { 'accept-language': 'nl' }, '<html lang="en">room'],
  ])('at %s with %j is in the right language', async (url, headers, content) => {
    const reply = await get(url, headers)
    expect([reply.statusCode, reply.body]).toEqual([200, content])
    expect(reply.headers['content-type']).toMatch(/^text\/html/)
  })

  test('is compressed beforehand, and asked for again each time', async () => {
    const reply = await get('/worker/?lang=nl', { 'accept-encoding': 'gzip, br' })
    expect(reply.body).toBe('compressed worker nl')
    expect(reply.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('text/html'),
      'cache-control': 'no-cache',
      'vary': 'accept-language, accept-encoding',
      'etag': expect.any(String),
    })
    const again = await get('/worker/?lang=nl', {
      'accept-encoding': 'gzip, br',
      'if-none-match': String(reply.headers.etag),
    })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('is found without its last slash, and the query goes along', async () => {
    const reply = await get('/worker?lang=nl')
    expect([reply.statusCode, reply.headers.location]).toEqual([308, '/worker/?lang=nl'])
  })

  test('is where the bare address leads', async () => {
    expect((await get('/')).headers.location).toBe('/worker/')
  })

  test('that nobody built is not found', async () => {
    for (const url of ['/admin/', '/worker/index.nl.html', '/weights.json', '/worker/..%2fdesk/']) {
      expect((await get(url)).statusCode).toBe(404)
    }
  })
})

describe('a page’s file', () => {
  test('is kept for good, since its name holds a hash of it', async () => {
    const reply = await get('/assets/main-4f2a.js', { 'accept-encoding': 'br' })
    expect(reply.headers).toMatchObject({
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript'),
      'cache-control': 'public, max-age=31536000, immutable',
      'vary': 'accept-encoding',
    })
  })

  test('without Brotli comes as it is', async () => {
    const reply = await get('/assets/main-4f2a.js')
    expect([reply.body, reply.headers['content-encoding']]).toEqual(['export {}', undefined])
  })

  test('with a lasting name is kept for a day', async () => {
    const reply = await get('/favicon.svg')
    expect(reply.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
    })
  })

  test.each([
    '/assets/',
    '/assets/nothing.js',
    '/assets/.hidden',
    '/assets/../weights.json',
    '/assets/..%2fweights.json',
    '/assets/%2e%2e/weights.json',
    '/assets/%5c..%5cweights.json',
    '/assets//main-4f2a.js',
    '/assets/main-4f2a.js%00.svg',
  ])('at %s is not given', async (url) => {
    const { app } = world
    const reply = await app.inject({ url: { pathname: url, protocol: 'http' } as never })
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
    expect(reply.body).not.toContain('secret')
  })
})

describe('browsers are told', () => {
  const policy = async (url: string) => String((await get(url)).headers['permissions-policy'])

  test.each(['/worker/', '/guest/', '/desk/', '/room/'])(
    'that %s may use the camera',
    async (url) => {
      expect(await policy(url)).toContain('camera=(self), microphone=(self)')
    },
  )

  test.each(['/office/', '/api/service', '/nowhere', '/assets/main-4f2a.js'])(
    'that %s may not',
    async (url) => {
      expect(await policy(url)).toContain('camera=(), microphone=()')
    },
  )

  test.each([
    '/worker/',
    '/desk/',
    '/office/',
    '/room/',
    '/api/service',
    '/api/nowhere',
    '/nowhere',
  ])('by %s to take nothing from elsewhere and to be in no frame', async (url) => {
    const { headers } = await get(url)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000',
    })
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; " +
        "media-src 'self' blob:; connect-src 'self' wss://visite.example.be; manifest-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; " +
        "require-trusted-types-for 'script'; trusted-types lit-html visite-pdf",
    )
  })

  test('to keep nothing that the API says', async () => {
    expect((await get('/api/service')).headers['cache-control']).toBe('no-store')
    expect((await get('/api/nowhere')).headers['cache-control']).toBe('no-store')
  })
})
