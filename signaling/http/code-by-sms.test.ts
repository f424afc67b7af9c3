import { describe, expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import { cookieName } from '../identity/cookies.ts'
import { codeTries, codesPerHour } from '../identity/one-time-code.ts'
import { hashToken } from '../identity/token.ts'
import type { Delivery } from '../outreach/mailer.ts'
import type { OutgoingSms } from '../outreach/sms.ts'
import type { CodeBySms } from '../protocol/identification.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import { buildTestApp, testConfig } from '../testing/app.ts'
import { knownMobile } from './worker-view.ts'

const minuteMs = 60_000

/** A worker who came in by their link; the gateway answers `delivery`, or there is none. */
async function open(
  options: {
    readonly delivery?: Delivery
    readonly gateway?: boolean
    readonly phone?: string | null
  } = {},
) {
  const { delivery = { kind: 'sent' }, gateway = true, phone = '+32470123456' } = options
  const sent: OutgoingSms[] = []
  const send = async (sms: OutgoingSms) => {
    sent.push(sms)
    return delivery
  }
  const sms = { url: 'https://sms.example', token: null, sender: 'Prevenia', body: {} }
  const world = await buildTestApp({
    config: {
      ...testConfig(),
      identification: ['code', 'card'],
      sms: gateway ? sms : null,
    },
    smsGateway: gateway ? { send } : null,
  })
  const sessionStart = toInstant(world.clock.now())
  const clinic = await world.addClinic({ sessionStart, appointments: 1 })
  const id = clinic.appointments[0]?.id ?? ''
  const [worker] = clinic.workers
  if (worker === undefined) throw new Error('no worker')
  await world.store.write(({ workers }) => workers.update({ ...worker, phone }, sessionStart))
  const name = cookieName('worker', world.config.publicUrl)
  let cookie = await world.signInWorker(id)
  const post = async (url: string, payload?: object) => {
    const reply = await world.app.inject({
      method: 'POST',
      url,
      headers: { cookie, origin: world.origin },
      ...(payload && { payload }),
    })
    const given = reply.cookies.find((each) => each.name === name)?.value
    if (given !== undefined) cookie = `${name}=${given}`
    return reply
  }
  return {
    ...world,
    id,
    worker,
    sent,
    ways: async () => {
      const reply = await world.app.inject({ url: '/api/my-appointment', headers: { cookie } })
      return reply.json<MyAppointment>().identify
    },
    asks: () => post('/api/identification/code-by-sms'),
    asksByMail: () => post('/api/identification/code'),
    types: async (code: string) => {
      const reply = await post('/api/identification/code/check', { code })
      return reply.statusCode === 204 ? 'in' : reply.json<{ code: string }>().code
    },
    digits: () => /\b\d{6}\b/.exec(sent.at(-1)?.text ?? '')?.[0] ?? '',
    identified: () =>
      world.store.read.identifications.ofLogin(hashToken(cookie.split('=')[1] ?? '')),
  }
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code by SMS', () => {
  test('goes to the number that the service has, of which the page shows the end, and lets in whoever types it', async () => {
    const { ways, asks, types, digits, sent, identified, store, id, log } = await open()
    expect(await ways()).toEqual(['code', 'sms', 'card'])
    const reply = await asks()
    expect(reply.json<CodeBySms>()).toEqual({ numberEnd: '56' })
    expect(sent).toMatchObject([{ to: '+32470123456' }])
    const code = digits()
    expect(await types(code)).toBe('in')
    expect(await ways()).toBeUndefined()
    expect(await identified()).toMatchObject({ kind: 'code', bySms: true })
    const entries = await store.read.audit.ofAppointment(id)
    expect(entries.slice(-2)).toMatchObject([
      { action: 'identification-code-asked', details: { by: 'sms' } },
      { action: 'worker-identified', details: { method: 'code', by: 'sms' } },
    ])
    expect(log.join('\n')).not.toContain(code)
    expect(log.join('\n')).not.toContain('+32470123456')
  })

  test('is told apart from one by mail', async () => {
    const { asksByMail, types, store, identified } = await open()
    await asksByMail()
    const [mail] = await store.read.mailbox.list(1)
    const { text = '' } = (await store.read.mailbox.get(mail?.id ?? '')) ?? {}
    expect(await types((/\b(\d{3}) (\d{3})\b/.exec(text) ?? []).slice(1).join(''))).toBe('in')
    expect(await identified()).toEqual({ kind: 'code', at: expect.any(String) })
  })

  test('is dead after five wrong ones, and after ten minutes', async () => {
    const { asks, types, digits, clock } = await open()
    await asks()
    for (let tried = 0; tried < codeTries; tried += 1) {
      expect(await types(wrong(digits()))).toBe('code-wrong')
    }
    expect(await types(digits())).toBe('code-over')
    await asks()
    clock.advance(10 * minuteMs)
    expect(await types(digits())).toBe('code-over')
  })

  test('is asked for five times an hour at most, those by mail counted', async () => {
    const { asks, asksByMail } = await open()
    await asksByMail()
    for (let asked = 1; asked < codesPerHour; asked += 1) {
      expect((await asks()).statusCode).toBe(200)
    }
    expect((await asks()).json()).toMatchObject({ code: 'too-many-requests' })
    expect((await asksByMail()).json()).toMatchObject({ code: 'too-many-requests' })
  })

  test('that the gateway does not take is said not to have left', async () => {
    const { asks } = await open({ delivery: { kind: 'refused', error: 'gateway-400' } })
    expect((await asks()).json()).toMatchObject({ code: 'code-not-sent' })
  })

  test.each([
    ['no gateway is set', { gateway: false }],
    ['the service has no number', { phone: null }],
    ['the number is of no mobile telephone', { phone: '+3225550100' }],
  ])('is not offered where %s', async (_why, options) => {
    const { ways, asks, sent } = await open(options)
    expect(await ways()).toEqual(['code', 'card'])
    expect((await asks()).json()).toMatchObject({ code: 'not-allowed' })
    expect(sent).toEqual([])
  })

  test('goes to no number that came with a request: whoever asked under a name need not bear it', async () => {
    const { worker } = await open()
    expect(knownMobile({ worker, mobile: worker.phone })).toBe('+32470123456')
    expect(knownMobile({ worker, mobile: '+32499000000' })).toBeNull()
    expect(knownMobile({ worker, mobile: null })).toBeNull()
  })
})
