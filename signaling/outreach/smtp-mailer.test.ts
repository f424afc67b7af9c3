import { describe, expect, test } from 'vitest'
import { toDelivery, toTransportOptions } from './smtp-mailer.ts'

const options = (url: string) => toTransportOptions(url, 'visite.example.be')

describe('the connection to the mail server', () => {
  test.each([
    ['smtps://mail.example.be', { host: 'mail.example.be', port: 465, secure: true }],
    ['smtp://mail.example.be', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://mail.example.be:25', { port: 25, requireTLS: true }],
    ['smtp://192.0.2.1', { requireTLS: true }],
    ['smtp://127.example.be', { requireTLS: true }],
    ['smtp://localhost.example.be', { requireTLS: true }],
    ['smtp://[2001:db8::1]:587', { host: '2001:db8::1', requireTLS: true }],
    ['smtp://localhost:2525', { port: 2525, requireTLS: false, ignoreTLS: true }],
    ['smtp://127.0.0.1:2525', { requireTLS: false }],
    ['smtp://[::1]:2525', { host: '::1', requireTLS: false }],
    ['smtps://u%40x.be:p%2Fw%3A@mail.example.be', { auth: { user: 'u@x.be', pass: 'p/w:' } }],
  ])('of %s never goes in the clear over a network', (url, expected) => {
    expect(options(url)).toMatchObject(expected)
  })

  test('is given up after half a minute without a greeting', () => {
    const { connectionTimeout, greetingTimeout, dnsTimeout } = options('smtps://mail.example.be')
    expect([connectionTimeout, greetingTimeout, dnsTimeout]).toEqual([30_000, 30_000, 30_000])
  })

  test('reads neither files nor addresses that a mail might name', () => {
    expect(options('smtps://mail.example.be')).toMatchObject({
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  })
})

describe('what a failure means', () => {
  test.each([
    [
      'an unknown recipient',
      { responseCode: 550, command: 'RCPT TO', code: 'EENVELOPE' },
      'refused',
      'smtp-550',
    ],
    [
      'a refused mail',
      { responseCode: 554, command: 'DATA', code: 'EMESSAGE' },
      'refused',
      'smtp-554',
    ],
    [
      'a full mailbox',
      { responseCode: 452, command: 'RCPT TO', code: 'EENVELOPE' },
      'postponed',
      'smtp-452',
    ],
    [
      'greylisting',
      { responseCode: 450, command: 'RCPT TO', code: 'EENVELOPE' },
      'postponed',
      'smtp-450',
    ],
    [
      'a wrong password',
      { responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' },
      'postponed',
      'smtp-535',
    ],
    [
      'a sender that is not ours',
      { responseCode: 550, command: 'MAIL FROM', code: 'EENVELOPE' },
      'postponed',
      'smtp-550',
    ],
    [
      'a wrong order',
      { responseCode: 503, command: 'RCPT TO', code: 'EENVELOPE' },
      'postponed',
      'smtp-503',
    ],
    [
      'a hostile greeting',
      { responseCode: 554, command: 'CONN', code: 'EPROTOCOL' },
      'postponed',
      'smtp-554',
    ],
    ['a refused connection', { code: 'ESOCKET', command: 'CONN' }, 'postponed', 'esocket'],
    ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'postponed', 'etimedout'],
    [
      'a code that is no code',
      { code: 'mail to <anna@example.be> failed' },
      'postponed',
      'unknown',
    ],
    ['nothing known', 'oops', 'postponed', 'unknown'],
    ['null', null, 'postponed', 'unknown'],
  ])('%s', (_, error, kind, code) => {
    expect(toDelivery(error)).toEqual({ kind, error: code })
  })
})
