import { createServer, type AddressInfo, type Socket } from 'node:net'
import ICAL from 'ical.js'
import { createTransport } from 'nodemailer'
import { describe, expect, onTestFinished, test } from 'vitest'
import { locales, type Locale } from '../protocol/primitives.ts'
import { renderInvitation, type Invitation } from './invitation.ts'
import { createSmtpMailer, toTransportOptions } from './smtp-mailer.ts'
import { openOutbox } from './outbox.ts'
import { openSmtpSink, type SinkFaults } from './smtp-sink.ts'
import {
  createManualTimer,
  deliveryOf,
  house,
  invitation,
  invite,
  linkFor,
  openPlannedStore,
  silentLog,
  withoutSms,
} from './testing.ts'

const { publicUrl } = house
const never = new AbortController().signal

async function openSink(faults: SinkFaults = {}) {
  const sink = await openSmtpSink(faults)
  onTestFinished(() => sink.close())
  return sink
}

const render = (language: Locale, change: Partial<Invitation['worker']> = {}) =>
  renderInvitation({ ...invitation, worker: { ...invitation.worker, language, ...change } }, house)

describe('a mail that arrives', () => {
  test.each([...locales])('in %s is what was written', async (locale) => {
    const sink = await openSink()
    const mail = render(locale)
    const delivery = await createSmtpMailer({ url: sink.url, publicUrl }).send(mail, never)
    expect(delivery).toEqual({ kind: 'sent' })
    const { recipients, parsed } = sink.taken[0] ?? expect.fail('no mail')
    expect(recipients).toEqual(['anna@example.be'])
    expect(parsed.subject).toBe(mail.subject)
    expect(parsed.text?.trimEnd()).toBe(mail.text.trimEnd())
    expect(parsed.html).toBe(mail.html)
    expect(parsed.from?.value).toEqual([house.sender])
    expect([parsed.to ?? []].flat().flatMap((to) => to.value)).toEqual([mail.to])
    expect(parsed.messageId).toBe(`<${mail.id}@visite.example.be>`)
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
  })

  test('carries its calendar entry as a request to answer and as a file', async () => {
    const sink = await openSink()
    const mail = render('nl')
    await createSmtpMailer({ url: sink.url, publicUrl }).send(mail, never)
    const { raw, parsed } = sink.taken[0] ?? expect.fail('no mail')
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST\r?$/m)
    const files = parsed.attachments.filter((file) => file.filename === 'afspraak.ics')
    expect(files).toHaveLength(1)
    for (const part of parsed.attachments) {
      const calendar = new ICAL.Component(ICAL.parse(part.content.toString('utf8')))
      expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    }
  })

  test('has no header that a name brought in', async () => {
    const sink = await openSink()
    const name = 'Anna\r\nBcc: eve@evil.be\r\n\r\n<eve@evil.be>,'
    const mail = render('en', { firstName: name, lastName: name })
    await createSmtpMailer({ url: sink.url, publicUrl }).send(mail, never)
    const { recipients, parsed } = sink.taken[0] ?? expect.fail('no mail')
    expect(recipients).toEqual(['anna@example.be'])
    expect(parsed.headers.has('bcc')).toBe(false)
  })
})

describe('a mail server with faults', () => {
  test('that refuses the recipient is believed', async () => {
    const sink = await openSink({ answerRecipient: () => 550 })
    const mailer = createSmtpMailer({ url: sink.url, publicUrl })
    expect(await mailer.send(render('nl'), never)).toEqual({ kind: 'refused', error: 'smtp-550' })
  })

  test('that is busy is asked again', async () => {
    const sink = await openSink({ answerRecipient: () => 451 })
    const mailer = createSmtpMailer({ url: sink.url, publicUrl })
    expect(await mailer.send(render('nl'), never)).toEqual({ kind: 'postponed', error: 'smtp-451' })
  })

  test('that wants a password which we lack is asked again', async () => {
    const sink = await openSink({ options: { authOptional: false } })
    const mailer = createSmtpMailer({ url: sink.url, publicUrl })
    expect(await mailer.send(render('nl'), never)).toMatchObject({ kind: 'postponed' })
  })

  test('that is not there is asked again', async () => {
    const sink = await openSmtpSink()
    await sink.close()
    const mailer = createSmtpMailer({ url: sink.url, publicUrl })
    expect(await mailer.send(render('nl'), never)).toEqual({ kind: 'postponed', error: 'esocket' })
  })

  test.each([
    ['refuses everyone', '554 go away\r\n'],
    ['speaks another language', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['sends no end of a line', 'x'.repeat(100_000)],
    ['hangs up', null],
  ])('that %s in its greeting is asked again', async (_, greeting) => {
    const { url } = await openRawServer((socket) => {
      if (greeting === null) socket.destroy()
      else socket.end(greeting)
    })
    const mailer = createSmtpMailer({ url, publicUrl })
    expect(await mailer.send(render('nl'), never)).toMatchObject({ kind: 'postponed' })
  })

  test('that never greets is left when the sender has to stop', async () => {
    const stop = new AbortController()
    const { url } = await openRawServer(() => stop.abort())
    const mailer = createSmtpMailer({ url, publicUrl })
    expect(await mailer.send(render('nl'), stop.signal)).toMatchObject({ kind: 'postponed' })
  })

  test('that offers no TLS gets nothing over a network', async () => {
    const sink = await openSink({ options: { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] } })
    // The options for a distant host, at one that a test can reach.
    const transport = createTransport({
      ...toTransportOptions('smtp://mail.example.be', 'visite.example.be'),
      host: '127.0.0.1',
      port: Number(new URL(sink.url).port),
    })
    const { from, to, subject, text } = render('nl')
    await expect(transport.sendMail({ from, to, subject, text })).rejects.toThrow('STARTTLS')
    expect(sink.begun).toBe(0)
  })
})

test('a connection that is cut in the middle of a mail leads to one copy, with the same Message-ID', async () => {
  const sink = await openSink({ cutDuring: (nth) => nth === 1 })
  const planned = await openPlannedStore(1)
  onTestFinished(() => planned.store.close())
  const [appointmentId = ''] = planned.appointmentIds
  const id = await invite(planned, appointmentId)
  const { setTimer, asleep, ring } = createManualTimer()
  const outbox = openOutbox({
    store: planned.store,
    mailer: createSmtpMailer({ url: sink.url, publicUrl }),
    clock: planned.clock,
    makeId: planned.makeId,
    urlFor: linkFor,
    offerUrlFor: linkFor,
    mailedLinks: { tokenOf: (id) => id },
    house,
    ...withoutSms,
    log: silentLog,
    setTimer,
  })
  onTestFinished(() => outbox.close())
  await asleep()
  expect(await deliveryOf(planned.store, appointmentId)).toMatchObject({
    state: 'queued',
    attempts: 1,
  })
  planned.clock.advance(60_000)
  ring()
  await asleep()
  expect(sink.begun).toBe(2)
  expect(sink.taken.map((mail) => mail.parsed.messageId)).toEqual([`<${id}@visite.example.be>`])
  expect(await deliveryOf(planned.store, appointmentId)).toMatchObject({ state: 'sent' })
})

/** A server that speaks no SMTP of its own. */
async function openRawServer(onConnection: (socket: Socket) => void) {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
