/** A real SMTP server for tests: keeps what it takes over, and misbehaves to order. */
import type { Socket } from 'node:net'
import { simpleParser, type ParsedMail } from 'mailparser'
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server'

export interface TakenMail {
  readonly recipients: readonly string[]
  readonly raw: string
  readonly parsed: ParsedMail
}

export interface SmtpSink {
  readonly url: string
  /** Everything that was answered with 250, in order. */
  readonly taken: readonly TakenMail[]
  /** Envelopes that were begun, whatever became of them. */
  readonly begun: number
  /** Senders that are connected. */
  readonly connected: number
  close(): Promise<void>
}

export interface SinkFaults {
  /** Answers RCPT TO; a code from 400 refuses. */
  readonly answerRecipient?: (address: string) => number
  /** Cuts the connection in the middle of the nth mail's text, counted from 1. */
  readonly cutDuring?: (nth: number) => boolean
  /** Called with a mail's text in hand and the 250 not yet said; a sender that is gone by then hears none. */
  readonly beforeTaking?: () => Promise<void>
  readonly options?: SMTPServerOptions
}

/** Listens on a free port of this machine once it returns. */
export async function openSmtpSink(faults: SinkFaults = {}): Promise<SmtpSink> {
  const taken: TakenMail[] = []
  const sockets = new Map<number, Socket>()
  let begun = 0
  let texts = 0
  const keep = async (raw: Buffer, session: SMTPServerSession) => {
    const parsed = await simpleParser(raw)
    await faults.beforeTaking?.()
    if (!sockets.has(session.remotePort)) return
    const recipients = session.envelope.rcptTo.map((recipient) => recipient.address)
    taken.push({ recipients, raw: raw.toString('utf8'), parsed })
  }
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    // A mail of ours is small; a sink that took anything would hide a loop.
    size: 200_000,
    onMailFrom(_address, _session, callback) {
      begun++
      callback()
    },
    onRcptTo({ address }, _session, callback) {
      const code = faults.answerRecipient?.(address) ?? 250
      callback(code < 400 ? null : toRefusal(code, address))
    },
    onData(stream, session, callback) {
      const cut = faults.cutDuring?.(++texts) ?? false
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        if (cut) sockets.get(session.remotePort)?.destroy()
      })
      stream.on('end', () => {
        if (!cut) void keep(Buffer.concat(chunks), session).finally(() => callback())
      })
    },
    ...faults.options,
  })
  // The library keeps its sockets for itself; a cut needs them, and the client's port tells which is whose.
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket
    if (remotePort === undefined) return
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  // A cut connection is an error to the library and the point of the test to us.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    get begun() {
      return begun
    },
    get connected() {
      return sockets.size
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

function toRefusal(code: number, address: string): Error {
  // The sentence repeats the address, as many servers' do: it must not come back in a log or a row.
  return Object.assign(new Error(`<${address}> refused`), { responseCode: code })
}
