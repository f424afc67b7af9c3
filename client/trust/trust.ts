/**
 * Leads the exchange of one call: reads the keys of each of its connections, says and hears, and stops sound and picture
 * when it breaks. One thing after another: what is heard waits until the keys before it are read.
 */
import type { ComparedWords } from '../../signaling/protocol/safety-words.ts'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { Id, Locale } from '../../signaling/protocol/primitives.ts'
import type { Notes } from '../call/notes.ts'
import type { After } from '../call/timers.ts'
import type { TrustTexts } from '../i18n/trust/en.ts'
import { readKeys, type PairOfKeys, type ReadableConnection } from './connection-keys.ts'
import { commitmentOf, makeNonce, picksOf, sha256, type Hash } from './derive.ts'
import { initialExchange, owesWords, step } from './exchange.ts'
import type { Exchange, ExchangeEvent, Keys, TrustMessage } from './exchange-state.ts'
import type { IdentityVerdict } from './identity-verdict.ts'
import { createProof, type ProofPorts } from './proof.ts'
import { readTrustNote, trustNote } from './trust-note.ts'

/** What the screens are given: how it stands, and the way to say that the words were compared. */
export interface Trust {
  readonly participant: Participant
  readonly texts: TrustTexts
  /** In which the words are shown first. */
  readonly locale: Locale
  readonly exchange: Exchange
  /** On the physician's page, of a worker who was identified with itsme; null: not yet known. */
  readonly identity: IdentityVerdict | null
  readonly compare: (same: boolean) => void
}

export type TrustConnection = ReadableConnection &
  Pick<RTCPeerConnection, 'addEventListener' | 'connectionState' | 'getSenders'>

export interface TrustPorts {
  readonly participant: Participant
  readonly notes: Notes
  /** The call's present one. */
  readonly connection: () => TrustConnection | null
  readonly after: After
  /** True: nothing is sent or shown any more, whatever the person presses. */
  readonly halt: (halted: boolean) => void
  readonly changed: (trust: Trust | null) => void
}

export interface TrustCall extends TrustPorts, Pick<ProofPorts, 'prove' | 'check'> {
  readonly texts: TrustTexts
  readonly locale: Locale
  readonly appointmentId: Id
  readonly callId: Id
  /** For the audit log; the words themselves are told to nobody. */
  readonly record: (appointmentId: Id, compared: ComparedWords) => void
  readonly hash?: Hash
}

/** Words for new keys come in a few round trips; an other page that is just being loaded takes longer. Seconds. */
const overdueAfter = 15
/** It comes from another person's page: it is checked where it is judged. */
const identityNote = 'identity'

export interface OpenTrust {
  /** The call is connected: it may be by another connection. */
  follow(): void
  /** With its call. */
  close(): void
}

export function openTrust(call: TrustCall): OpenTrust {
  const { participant, appointmentId, callId, notes, connection, after } = call
  const { texts, locale, hash = sha256 } = call
  const other = participant === 'worker' ? 'physician' : 'worker'
  let exchange = initialExchange
  let isClosed = false
  let cancel = () => {}
  /** Seconds for which words were owed while the call was connected. */
  let owed = 0
  let turn = Promise.resolve()
  const watched = new WeakSet<TrustConnection>()
  let begun: TrustConnection | null = null
  const proof = createProof({
    ...call,
    say: (own) => notes.send(identityNote, { ...own }),
    judged: show,
  })

  function inTurn(task: () => Promise<ExchangeEvent | null>): void {
    const run = async () => {
      const event = isClosed ? null : await task()
      if (event !== null && !isClosed) advance(event)
    }
    // No browser without these functions gets this far; a call without words goes on without them.
    turn = turn.then(run).catch(() => {})
  }

  function advance(event: ExchangeEvent): void {
    const before = exchange
    const next = step(before, event)
    exchange = next.state
    for (const message of next.say) notes.send(trustNote, { ...message })
    if (exchange === before) return
    if (exchange.phase === 'broken') stop()
    if (exchange.phase !== 'agreed') proof.keysFall()
    else if (before.phase !== 'agreed') {
      proof.keysStand({ appointmentId, callId, keys: exchange.own.keys })
    }
    tell(before)
    show()
  }

  function show(): void {
    const identity = proof.verdict()
    call.changed({ participant, texts, locale, exchange, identity, compare })
  }

  function compare(same: boolean): void {
    inTurn(async () => ({ type: same ? 'same' : 'different' }))
  }

  function tell(before: Exchange): void {
    if (participant === 'worker') return
    if (exchange.phase === 'broken') {
      const result = exchange.breach === 'different' ? 'different' : 'stopped'
      call.record(appointmentId, { callId, result })
    } else if (exchange.phase === 'agreed' && exchange.same && before.phase === 'agreed') {
      call.record(appointmentId, { callId, result: 'same' })
    }
  }

  function stop(): void {
    cancel()
    call.halt(true)
    for (const sender of connection()?.getSenders() ?? []) sender.replaceTrack(null).catch(() => {})
  }

  /** Each connection of the call, also the one that is there already. */
  function begin(): void {
    const now = connection()
    if (now === null) return
    if (exchange.phase === 'broken') return stop()
    if (!watched.has(now)) now.addEventListener('signalingstatechange', () => look(now))
    watched.add(now)
    begun = now
    cancel()
    cancel = after(1_000, count)
    inTurn(async () => {
      const keys = toKeys(await readKeys(now))
      if (keys === null) return now === connection() ? { type: 'key-changed' } : null
      const nonce = makeNonce()
      const commitment = await commitmentOf(participant, callId, keys, nonce, hash)
      return { type: 'opened', own: { keys, nonce, commitment } }
    })
  }

  /**
   * Over all connections, since whoever could ask for one after the other would else never be late; and only while one
   * stands: a bad line makes nobody late.
   */
  function count(): void {
    if (exchange.phase === 'broken') return
    if (!owesWords(exchange)) owed = 0
    else if (connection()?.connectionState === 'connected') owed += 1
    if (owed >= overdueAfter) return inTurn(async () => ({ type: 'overdue' }))
    if (exchange.phase !== 'agreed') cancel = after(1_000, count)
  }

  /** After every description: another key on a connection that stands is nobody's right. */
  function look(at: TrustConnection): void {
    inTurn(async () => {
      const keys = toKeys(await readKeys(at))
      if (at !== connection() || !('own' in exchange)) return null
      const known = exchange.own.keys
      const isSame = keys?.worker === known.worker && keys.physician === known.physician
      return isSame ? null : { type: 'key-changed' }
    })
  }

  function toKeys(pair: PairOfKeys | null): Keys | null {
    if (pair === null) return null
    return participant === 'worker'
      ? { worker: pair.own, physician: pair.other }
      : { worker: pair.other, physician: pair.own }
  }

  async function toEvent(message: TrustMessage): Promise<ExchangeEvent | null> {
    switch (message.step) {
      case 'commit':
        return { type: 'commit', commitment: message.commitment }
      case 'reveal': {
        if (!('own' in exchange)) return null
        const { keys, nonce: own } = exchange.own
        const { nonce } = message
        const commitment = await commitmentOf(other, callId, keys, nonce, hash)
        const nonces =
          participant === 'worker'
            ? { worker: own, physician: nonce }
            : { worker: nonce, physician: own }
        return {
          type: 'reveal',
          nonce,
          commitment,
          picks: await picksOf(callId, keys, nonces, hash),
        }
      }
      case 'stop':
        return { type: 'told' }
      default:
        return message satisfies never
    }
  }

  const stops = [
    notes.hear(trustNote, (body) => {
      const message = readTrustNote(body)
      if (message !== null) inTurn(() => toEvent(message))
    }),
    // In turn: the words that came before it stand by then.
    notes.hear(identityNote, (body) => inTurn(async () => (proof.hear(body), null))),
    notes.whenOpen(begin),
  ]
  if (connection()?.sctp?.state === 'connected') begin()
  show()

  return {
    // One that carries sound and picture and no notes is a connection too.
    follow() {
      if (connection() !== begun) begin()
    },
    close() {
      isClosed = true
      cancel()
      proof.keysFall()
      for (const end of stops) end()
      if (exchange.phase === 'broken') call.halt(false)
      call.changed(null)
    },
  }
}
