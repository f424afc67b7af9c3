/** Hands mails to a mail server, one connection each. */
import { isIP } from 'node:net'
import { createTransport, type SMTPTransportOptions } from 'nodemailer'
import type { Delivery, Mailer, OutgoingMail } from './mailer.ts'

/** To be found, to answer and to greet: a server that needs longer is not well. */
const greetingMs = 30_000
/** Of silence after the greeting. A server may scan the mail before its 250; one that gives up early sends twice (RFC 5321, 4.5.3.2.6). */
const silenceMs = 10 * 60_000
/** For one mail in all, against a server that never falls quite silent. */
const wholeMs = 15 * 60_000

export interface SmtpSettings {
  /** `smtps://user:password@host:port` or `smtp://…`; percent-encoded where needed. */
  readonly url: string
  readonly publicUrl: string
}

export function createSmtpMailer({ url, publicUrl }: SmtpSettings): Mailer {
  const { hostname } = new URL(publicUrl)
  const transport = createTransport(toTransportOptions(url, hostname))
  return {
    async send(mail, signal) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(wholeMs)])
      try {
        await transport.sendMail({ ...toMessage(mail, hostname), signal: limit })
        return { kind: 'sent' }
      } catch (error) {
        return toDelivery(error)
      }
    },
  }
}

/**
 * Connects as for a mail, with TLS and the password, says goodbye and sends nothing. Returns null when the server would take
 * mail from us, else a code as a failed delivery has it.
 */
export async function greetMailServer(
  { url, publicUrl }: SmtpSettings,
  patienceMs: number,
): Promise<string | null> {
  const transport = createTransport({
    ...toTransportOptions(url, new URL(publicUrl).hostname),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    dnsTimeout: patienceMs,
    socketTimeout: patienceMs,
  })
  try {
    await transport.verify()
    return null
  } catch (error) {
    const delivery = toDelivery(error)
    return delivery.kind === 'sent' ? null : delivery.error
  } finally {
    transport.close()
  }
}

/** Exported for its test: the rule that nothing leaves this machine in the clear is a line in here. */
export function toTransportOptions(smtpUrl: string, ownHost: string): SMTPTransportOptions {
  const url = new URL(smtpUrl)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const loopback = isLoopback(host)
  return {
    host,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    // Never in the clear over a network: without STARTTLS nothing is sent. On this machine TLS would guard nothing, and
    // the certificate that a local relay offers is rarely one for "localhost".
    requireTLS: !secure && !loopback,
    ignoreTLS: !secure && loopback,
    ...(url.username
      ? {
          auth: {
            user: decodeURIComponent(url.username),
            pass: decodeURIComponent(url.password),
          },
        }
      : {}),
    name: ownHost,
    connectionTimeout: greetingMs,
    greetingTimeout: greetingMs,
    dnsTimeout: greetingMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

function toMessage(mail: OutgoingMail, hostname: string) {
  return {
    messageId: `<${mail.id}@${hostname}>`,
    from: mail.from,
    to: mail.to,
    // Said outright: what the server is told does not depend on how the headers are read.
    envelope: { from: mail.from.address, to: [mail.to.address] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    ...(mail.calendar === null
      ? {}
      : {
          icalEvent: {
            method: mail.calendar.method,
            filename: mail.calendar.fileName,
            content: mail.calendar.content,
          },
        }),
    // Written by a program: no holiday notices in return (RFC 3834, 5).
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

/** Where a permanent answer is about this recipient or this mail, and not about us, our password or the server's day. */
const finalCommands = new Set(['RCPT TO', 'DATA'])

/** Turns what nodemailer threw into a code. Never its sentence: that repeats the server's, which holds the address. */
export function toDelivery(error: unknown): Delivery {
  const { responseCode, command, code } = toFields(error)
  if (responseCode !== null) {
    const permanent = responseCode >= 500 && responseCode < 600 && responseCode !== 503
    const final = permanent && command !== null && finalCommands.has(command)
    return { kind: final ? 'refused' : 'postponed', error: `smtp-${responseCode}` }
  }
  return { kind: 'postponed', error: code ?? 'unknown' }
}

function toFields(error: unknown) {
  const field = (name: string): unknown =>
    typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined
  const [responseCode, command, code] = [field('responseCode'), field('command'), field('code')]
  return {
    responseCode: typeof responseCode === 'number' ? responseCode : null,
    command: typeof command === 'string' ? command : null,
    code: typeof code === 'string' && /^[A-Z_]{2,40}$/.test(code) ? code.toLowerCase() : null,
  }
}
