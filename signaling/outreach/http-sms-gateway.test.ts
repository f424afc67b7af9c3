import { expect, onTestFinished, test } from 'vitest'
import { createHttpSmsGateway } from './http-sms-gateway.ts'
import { openSmsSink } from './sms-sink.ts'
import { isMobile } from './sms.ts'

const sms = {
  id: 'message-1',
  to: '+32470123456',
  text: 'Prevenia: {to} "ë" https://x.example/s/1',
}
const body = { from: '{from}', recipients: [{ msisdn: '{to}' }], text: '{text}', ref: '{id}', n: 1 }

async function open(status = 200, url?: string) {
  const sink = await openSmsSink(() => status)
  onTestFinished(() => sink.close())
  const gateway = createHttpSmsGateway({
    url: url ?? sink.url,
    token: 'secret',
    sender: 'Prevenia',
    body,
  })
  return { sink, gateway, signal: new AbortController().signal }
}

test('an SMS is posted as the gateway wants it, once, with the id of the message', async () => {
  const { sink, gateway, signal } = await open(202)
  expect(await gateway.send(sms, signal)).toEqual({ kind: 'sent' })
  expect(sink.taken).toEqual([
    {
      body: {
        from: 'Prevenia',
        recipients: [{ msisdn: '+32470123456' }],
        text: sms.text,
        ref: 'message-1',
        n: 1,
      },
      authorization: 'Bearer secret',
      key: 'message-1',
    },
  ])
})

test.each([
  [400, 'refused'],
  [422, 'refused'],
  [401, 'postponed'],
  [429, 'postponed'],
  [503, 'postponed'],
  [302, 'postponed'],
] as const)('an answer of %s: %s', async (status, kind) => {
  const { gateway, signal } = await open(status)
  expect((await gateway.send(sms, signal)).kind).toBe(kind)
})

test('an SMS that the gateway took is sent, though its answer breaks off after the status', async () => {
  const broken = new ReadableStream({
    cancel: () => Promise.reject(new Error('socket hang up')),
  })
  const gateway = createHttpSmsGateway({
    url: 'https://sms.example',
    token: null,
    sender: 'Prevenia',
    body,
    fetch: async () => new Response(broken, { status: 202 }),
  })
  expect(await gateway.send(sms, new AbortController().signal)).toEqual({ kind: 'sent' })
})

test('a gateway that is away, or a server that stops, is no refusal', async () => {
  const { gateway, signal } = await open(200, 'http://127.0.0.1:9/')
  expect(await gateway.send(sms, signal)).toEqual({
    kind: 'postponed',
    error: 'gateway-unreachable',
  })
  const { gateway: other } = await open()
  expect((await other.send(sms, AbortSignal.abort())).kind).toBe('postponed')
})

test.each([
  ['+32470123456', true],
  ['+3225550100', false],
  ['+31612345678', true],
  ['0470123456', false],
  [null, false],
] as const)('%s can have an SMS: %s', (phone, can) => {
  expect(isMobile(phone)).toBe(can)
})
