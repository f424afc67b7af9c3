import { describe, expect, test } from 'vitest'
import { loadConfig, type Config, type Environment } from './config.ts'
import { defaultTerms } from './rules/legal-clocks.ts'
import { defaultWorkingDays } from './rules/working-days.ts'

function load(environment: Environment): Config {
  const loaded = loadConfig(environment)
  if (!loaded.ok) throw new Error(loaded.mistakes.join(' '))
  return loaded.config
}

function mistakesOf(environment: Environment): string[] {
  const loaded = loadConfig(environment)
  return loaded.ok ? [] : loaded.mistakes
}

const mail = { VISITE_SMTP_URL: 'smtps://u:p@mail.example.be', VISITE_MAIL_FROM: 'a@example.be' }
const sms = { VISITE_SMS_URL: 'https://sms.example.be/send', VISITE_SMS_SENDER: 'Prevenia' }
const turn = { VISITE_TURN_URLS: 'turn:turn.example.be:3478', VISITE_TURN_SECRET_FILE: 'secret' }

describe('settings', () => {
  test('all have a default that works', () => {
    expect(load({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:8080',
      trustedProxy: null,
      dataDir: 'data',
      timeZone: 'Europe/Brussels',
      undoMs: 600_000,
      service: { name: 'Visite', phone: '02 555 01 00' },
      serviceAddress: null,
      reminders: [
        { count: 7, unit: 'days' },
        { count: 1, unit: 'days' },
        { count: 1, unit: 'hours' },
      ],
      choiceCutOff: { count: 1, unit: 'days' },
      itsme: null,
      identification: ['code', 'card'],
      mail: null,
      sms: null,
      turn: null,
      staffOidc: null,
      icePolicy: 'all',
      standby: { workers: 1, icePolicy: 'all' },
      legal: {
        workingDays: defaultWorkingDays,
        terms: defaultTerms,
        postPeriods: { 'safety-post': 24, 'vigilance-post': 24 },
      },
      refill: { on: true, answerMs: 600_000 },
      noAnswerMs: 420_000,
      logLevel: 'info',
    })
  })

  test('that are empty or blank are as good as not set', () => {
    expect(load({ VISITE_PORT: '', VISITE_PUBLIC_URL: '  ', VISITE_SMTP_URL: '' })).toEqual(
      load({}),
    )
  })

  test('of other programs are not ours to judge', () => {
    expect(mistakesOf({ PATH: '/bin', VISITEUR: 'x' })).toEqual([])
  })

  test('make the public address follow the port', () => {
    expect(load({ VISITE_PORT: '9000' }).publicUrl).toBe('http://localhost:9000')
    expect(load({ VISITE_PORT: '80' }).publicUrl).toBe('http://localhost')
  })

  test('say when workers are reminded, or never', () => {
    expect(load({ VISITE_REMINDERS: '3d, 2h' }).reminders).toEqual([
      { count: 3, unit: 'days' },
      { count: 2, unit: 'hours' },
    ])
    expect(load({ VISITE_REMINDERS: 'none' }).reminders).toEqual([])
  })

  test('drop a public address’s last slash', () => {
    expect(load({ VISITE_PUBLIC_URL: 'https://visite.example.be/' }).publicUrl).toBe(
      'https://visite.example.be',
    )
  })

  test('take several relay addresses', () => {
    const urls = 'turns:turn.example.be:5349?transport=tcp, turn:turn.example.be:3478'
    expect(load({ ...turn, VISITE_TURN_URLS: urls }).turn).toMatchObject({
      urls: ['turns:turn.example.be:5349?transport=tcp', 'turn:turn.example.be:3478'],
      secretFile: 'secret',
      certificate: null,
    })
  })

  test('count the terms of the Code in the service’s own working days', () => {
    const { workingDays, terms } = load({
      VISITE_WORKING_WEEK: 'monday-friday',
      VISITE_CLOSED_DAYS: '2026-07-11, 2026-05-15',
      VISITE_LEGAL_TERMS: 'pre-resumption=8',
    }).legal
    expect(workingDays).toEqual({
      weekdays: [1, 2, 3, 4, 5],
      closed: ['2026-07-11', '2026-05-15'],
    })
    expect(terms['pre-resumption']).toEqual({ workingDays: 8, from: 'request' })
    expect(terms.spontaneous).toEqual(defaultTerms.spontaneous)
  })

  test('how long somebody who does not come is waited for is in minutes, or for ever', () => {
    expect(load({ VISITE_NO_ANSWER_MINUTES: '10' }).noAnswerMs).toBe(600_000)
    expect(load({ VISITE_NO_ANSWER_MINUTES: '0' }).noAnswerMs).toBeNull()
    for (const wrong of ['2', '61', '-5', '7.5', 'soon'])
      expect(mistakesOf({ VISITE_NO_ANSWER_MINUTES: wrong })).toHaveLength(1)
  })

  test('how long a free slot is kept for one person is in minutes', () => {
    expect(load({ VISITE_REFILL: 'off', VISITE_REFILL_MINUTES: '5' }).refill).toEqual({
      on: false,
      answerMs: 300_000,
    })
    expect(mistakesOf({ VISITE_REFILL_MINUTES: '1' })).toHaveLength(1)
    expect(mistakesOf({ VISITE_REFILL: 'maybe' })).toHaveLength(1)
  })

  test.each([
    ['a@example.be'],
    ['Zorgpost <planning@zorgpost.example>'],
    ['"D\'Hondt, Null & Co" <planning@zorgpost.example>'],
  ])('take the sender %s', (from) => {
    expect(load({ ...mail, VISITE_MAIL_FROM: from }).mail?.from).toBe(from)
  })
})

describe('a mistake is told in one sentence that names the setting', () => {
  test.each<[string, Environment]>([
    ['VISITE_PROT', { VISITE_PROT: '8080' }],
    ['VISITE_toString', { VISITE_toString: 'x' }],
    ['VISITE_PORT', { VISITE_PORT: 'http' }],
    ['VISITE_PORT', { VISITE_PORT: '0' }],
    ['VISITE_UNDO_MINUTES', { VISITE_UNDO_MINUTES: 'ten' }],
    ['VISITE_UNDO_MINUTES', { VISITE_UNDO_MINUTES: '121' }],
    ['VISITE_WORKING_WEEK', { VISITE_WORKING_WEEK: 'monday' }],
    ['VISITE_CLOSED_DAYS', { VISITE_CLOSED_DAYS: '11/07/2026' }],
    ['VISITE_CLOSED_DAYS', { VISITE_CLOSED_DAYS: '2026-02-29' }],
    ['VISITE_LEGAL_TERMS', { VISITE_LEGAL_TERMS: 'spontaneous=soon' }],
    ['VISITE_LEGAL_TERMS', { VISITE_LEGAL_TERMS: 'periodic=10' }],
    ['VISITE_LEGAL_TERMS', { VISITE_LEGAL_TERMS: 'spontaneous=0' }],
    ['VISITE_PORT', { VISITE_PORT: '65536' }],
    ['VISITE_PORT', { VISITE_PORT: '80.5' }],
    ['VISITE_PORT', { VISITE_PORT: '8080; rm -rf /' }],
    ['VISITE_PUBLIC_URL', { VISITE_PUBLIC_URL: 'visite.example.be' }],
    ['VISITE_PUBLIC_URL', { VISITE_PUBLIC_URL: 'http://visite.example.be' }],
    ['VISITE_PUBLIC_URL', { VISITE_PUBLIC_URL: 'https://example.be/visite' }],
    ['VISITE_PUBLIC_URL', { VISITE_PUBLIC_URL: 'https://user:pw@example.be' }],
    ['VISITE_PUBLIC_URL', { VISITE_PUBLIC_URL: 'https://Visite.example.be' }],
    ['VISITE_PUBLIC_URL', { VISITE_PUBLIC_URL: 'javascript:alert(1)' }],
    ['VISITE_TRUSTED_PROXY', { VISITE_TRUSTED_PROXY: 'true' }],
    ['VISITE_TRUSTED_PROXY', { VISITE_TRUSTED_PROXY: 'proxy.example.be' }],
    ['VISITE_TRUSTED_PROXY', { VISITE_TRUSTED_PROXY: '0.0.0.0/0' }],
    ['VISITE_TIME_ZONE', { VISITE_TIME_ZONE: 'Belgium' }],
    ['VISITE_CHANGE_UNTIL', { VISITE_CHANGE_UNTIL: 'never' }],
    ['VISITE_REMINDERS', { VISITE_REMINDERS: '7d,soon' }],
    ['VISITE_POST_PERIODS', { VISITE_POST_PERIODS: 'desk-post=12' }],
    ['VISITE_POST_PERIODS', { VISITE_POST_PERIODS: 'safety-post=two' }],
    ['VISITE_SMS_URL', { VISITE_SMS_URL: sms.VISITE_SMS_URL }],
    ['VISITE_SMS_URL', { ...sms, VISITE_SMS_URL: 'http://sms.example.be/send' }],
    ['VISITE_SMS_URL', { ...sms, VISITE_SMS_URL: 'sms.example.be' }],
    ['VISITE_SMS_SENDER', { VISITE_SMS_SENDER: 'Prevenia' }],
    ['VISITE_SMS_SENDER', { ...sms, VISITE_SMS_SENDER: 'Prevenia & Co' }],
    ['VISITE_SMS_TOKEN', { VISITE_SMS_TOKEN: 'x' }],
    ['VISITE_SMS_BODY', { ...sms, VISITE_SMS_BODY: '{"to":"{to}"}' }],
    ['VISITE_SMS_BODY', { ...sms, VISITE_SMS_BODY: '{to}{text}' }],
    ['VISITE_SMTP_URL', { VISITE_SMTP_URL: mail.VISITE_SMTP_URL }],
    ['VISITE_MAIL_FROM', { VISITE_MAIL_FROM: 'a@example.be' }],
    ['VISITE_SMTP_URL', { ...mail, VISITE_SMTP_URL: 'mail.example.be:25' }],
    ['VISITE_SMTP_URL', { ...mail, VISITE_SMTP_URL: 'smtp://mail.example.be:99999' }],
    ['VISITE_SMTP_URL', { ...mail, VISITE_SMTP_URL: 'smtp://:25' }],
    ['VISITE_SMTP_URL', { ...mail, VISITE_SMTP_URL: 'smtps://u:100%@mail.example.be' }],
    ['VISITE_SMTP_URL', { ...mail, VISITE_SMTP_URL: 'smtps://%ff:p@mail.example.be' }],
    ['VISITE_MAIL_FROM', { ...mail, VISITE_MAIL_FROM: 'Zorgpost' }],
    ['VISITE_MAIL_FROM', { ...mail, VISITE_MAIL_FROM: 'a@b.be\r\nBcc: c@d.be' }],
    ['VISITE_TURN_URLS', { VISITE_TURN_URLS: turn.VISITE_TURN_URLS }],
    ['VISITE_TURN_SECRET_FILE', { VISITE_TURN_SECRET_FILE: 'secret' }],
    ['VISITE_TURN_URLS', { ...turn, VISITE_TURN_URLS: 'https://turn.example.be' }],
    ['VISITE_TURN_URLS', { ...turn, VISITE_TURN_URLS: 'stun:stun.example.be' }],
    ['VISITE_TURN_URLS', { ...turn, VISITE_TURN_URLS: 'turn:user@turn.example.be' }],
    ['VISITE_TURN_ADDRESS', { ...turn, VISITE_TURN_ADDRESS: '::1' }],
    ['VISITE_TURN_CERT_FILE', { ...turn, VISITE_TURN_CERT_FILE: 'cert.pem' }],
    ['VISITE_TURN_ADDRESS', { VISITE_TURN_ADDRESS: '203.0.113.7' }],
    ['VISITE_TURN_CREDENTIAL_SECONDS', { VISITE_TURN_CREDENTIAL_SECONDS: '5' }],
    ['VISITE_TURN_CREDENTIAL_SECONDS', { VISITE_TURN_CREDENTIAL_SECONDS: 'an hour' }],
    ['VISITE_TURN_PUBLIC_ADDRESS', { VISITE_TURN_PUBLIC_ADDRESS: '203.0.113.7' }],
    ['VISITE_TURN_KEY_FILE', { VISITE_TURN_CERT_FILE: 'a.pem', VISITE_TURN_KEY_FILE: 'b.pem' }],
    ['VISITE_ICE_POLICY', { VISITE_ICE_POLICY: 'direct' }],
    ['VISITE_ICE_POLICY', { VISITE_ICE_POLICY: 'relay' }],
    ['VISITE_LOG_LEVEL', { VISITE_LOG_LEVEL: 'verbose' }],
  ])('%s in %j', (name, environment) => {
    const mistakes = mistakesOf(environment)
    expect(mistakes).toHaveLength(1)
    expect(mistakes[0]).toContain(name)
    expect(mistakes[0]).toMatch(/\.\)?$/)
  })

  test('and never repeats a password', () => {
    const VISITE_SMTP_URL = 'smtps://u:hunter2%@mail.example.be'
    expect(mistakesOf({ ...mail, VISITE_SMTP_URL }).join()).not.toContain('hunter2')
  })

  test('and all mistakes at once', () => {
    expect(mistakesOf({ VISITE_PORT: 'x', VISITE_TIME_ZONE: 'x', VISITE_X: 'x' })).toHaveLength(3)
  })
})
