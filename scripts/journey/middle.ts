/**
 * A signaling server that lies: it keeps the two's descriptions to itself and stands between them, with a connection and own
 * keys towards each. Both get sound and picture of each other, through its hands.
 */
import { randomBytes } from 'node:crypto'
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { maxAttempt } from '../../signaling/protocol/attempt.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import { fingerprintOf } from '../../client/trust/connection-keys.ts'
import { commitmentOf, sha256 } from '../../client/trust/derive.ts'
import { readTrustNote, trustNote } from '../../client/trust/trust-note.ts'
import type { TrustMessage } from '../../client/trust/exchange-state.ts'
import { setUpMiddle, type MiddleLink, type MiddlePage, type OverheardText } from './middle-page.ts'

/** What it does with the words of the exchange. */
export type Trick =
  | 'passes everything on'
  /** It leads the exchange with each by itself, as it should be led. */
  | 'speaks with each for itself'
  /** An honest server at first, with nobody between them; from `stepIn` on with keys of its own. */
  | 'steps in later'

export interface Middle {
  /** Before the page is loaded. */
  readonly between: (page: Page, side: Participant) => Promise<void>
  /** From here on nothing that the two tell each other through the server arrives. */
  readonly stepIn: () => void
  /** Of the worker, and of the physician. */
  readonly framesSeen: () => Promise<number[]>
}

const other = { worker: 'physician', physician: 'worker' } as const

export async function openMiddle(browser: Browser, trick: Trick): Promise<Middle> {
  let isBetween = trick !== 'steps in later'
  const context = await browser.newContext()
  const page = await context.newPage()
  const lines = new Map<Participant, WebSocketRoute>()
  const nonces = {
    worker: randomBytes(32).toString('hex'),
    physician: randomBytes(32).toString('hex'),
  }

  await page.exposeFunction('tellSignal', (to: Participant, link: MiddleLink, signal: Signal) => {
    lines.get(to)?.send(JSON.stringify({ type: 'signal', ...link, signal }))
  })
  await page.exposeFunction('tellText', overhear)
  await page.evaluate('globalThis.__name = (named) => named')
  await page.evaluate(setUpMiddle)

  async function overhear(overheard: OverheardText): Promise<void> {
    const { from, link, text } = overheard
    // Neither is told by the other.
    if (trick === 'steps in later') return
    const message = trick === 'passes everything on' ? null : readTrust(text)
    if (message === null) return say(other[from], link, text)
    for (const reply of await replyTo(message, overheard)) {
      await say(from, link, JSON.stringify({ ...reply, kind: trustNote }))
    }
  }

  /** As the other side would, with the key that this side sees. A stop is kept: the other one shall go on talking. */
  async function replyTo(
    message: TrustMessage,
    { from, link, sdp }: OverheardText,
  ): Promise<TrustMessage[]> {
    const nonce = nonces[from]
    if (message.step === 'reveal') return [{ step: 'reveal', nonce }]
    if (message.step === 'stop') return []
    const [own, theirs] = [fingerprintOf(sdp.own) ?? '', fingerprintOf(sdp.other) ?? '']
    const keys =
      from === 'worker' ? { worker: theirs, physician: own } : { worker: own, physician: theirs }
    const commitment = await commitmentOf(other[from], link.callId, keys, nonce, sha256)
    return [{ step: 'commit', commitment }]
  }

  async function say(to: Participant, link: MiddleLink, text: string): Promise<void> {
    await page.evaluate(
      ([side, at, said]) => {
        ;(globalThis as unknown as { middle: MiddlePage }).middle.say(side, at, said)
      },
      [to, link, text] as const,
    )
  }

  return {
    async between(victim, side) {
      await victim.routeWebSocket(/\/ws\//, (line) => {
        lines.set(side, line)
        const server = line.connectToServer()
        line.onMessage((frame) => {
          const text = frame.toString()
          const signal = readSignal(text)
          if (signal === null || !isBetween) return server.send(frame)
          // Frames are counted: what is kept back goes on as a signal of an attempt that never was.
          server.send(JSON.stringify({ ...(JSON.parse(text) as object), attempt: maxAttempt }))
          void page.evaluate(
            ([from, heard]) => {
              const { middle } = globalThis as unknown as { middle: MiddlePage }
              middle.hear(from, heard.link, heard.signal)
            },
            [side, signal] as const,
          )
        })
      })
    },
    stepIn() {
      isBetween = true
    },
    framesSeen: () =>
      page.evaluate(() => (globalThis as unknown as { middle: MiddlePage }).middle.framesSeen()),
  }
}

function readTrust(text: string): TrustMessage | null {
  if (!text.startsWith('{')) return null
  const note = JSON.parse(text) as Readonly<Record<string, unknown>>
  return note['kind'] === trustNote ? readTrustNote(note) : null
}

function readSignal(frame: string): { link: MiddleLink; signal: Signal } | null {
  const message = JSON.parse(frame) as MiddleLink & { type: string; signal: Signal }
  if (message.type !== 'signal') return null
  const { appointmentId, callId, attempt, signal } = message
  return { link: { appointmentId, callId, attempt }, signal }
}
