/**
 * Leads the exchange of one call: reads the keys of each of its connections, says and hears, and stops sound and picture
 * when it breaks. One thing after another: what is heard waits until the keys before it are read.
 */
import type { ComparedWords } from '../../signaling/protocol/safety-words.ts'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { Id, Locale } from '../../signaling/protocol/primitives.ts'
import type { NoteBody, Notes } from '../call/notes.ts'
import type { After } from '../call/timers.ts'
import type { TrustTexts } from '../i18n/trust/en.ts'
import { readKeys, type PairOfKeys, type ReadableConnection } from './connection-keys.ts'
import { commitmentOf, makeNonce, picksOf, sha256, type Hash } from './derive.ts'
import { initialExchange, step } from './exchange.ts'
import type { Exchange, ExchangeEvent, Keys, TrustMessage } from './exchange-state.ts'
import type { IdentityProof, ProofContext } from './identity-proof.ts'
import type { IdentityVerdict } from './identity-verdict.ts'
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
  Pick<RTCPeerConnection, 'addEventListener' | 'getSenders'>

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

export interface TrustCall extends TrustPorts {
  readonly texts: TrustTexts
  readonly locale: Locale
  readonly appointmentId: Id
  readonly callId: Id
  /** For the audit log; the words themselves are told to nobody. */
  readonly record: (appointmentId: Id, compared: ComparedWords) => void
  readonly hash?: Hash
  /** On a worker's page: what proves who they are on this connection; null: nothing does. */
  readonly prove?: (context: ProofContext) => Promise<IdentityProof | null>
  /** On a physician's page: what such a proof is worth. */
  readonly check?: (body: NoteBody, context: ProofContext) => Promise<IdentityVerdict>
}

/** Words for new keys come in a few round trips; an other page that is just being loaded takes longer. */
const overdueMs = 15_000
/** A proof leaves as soon as the words stand. */
const proofOverdueMs = 10_000
/** It comes from another person's page: it is checked where it is judged. */
const identityNote = 'identity'

/** Returns the function that ends it, with its call. */
export function openTrust(call: TrustCall): () => void {
  const { participant, callId, notes, connection, after, texts, locale, hash = sha256 } = call
  const other = participant === 'worker' ? 'physician' : 'worker'
  let exchange = initialExchange
  let isClosed = false
  let identity: IdentityVerdict | null = null
  /** One for each pair of keys: the other page cannot keep this one busy. */
  let isProofHeard = false
  let cancel = () => {}
  let cancelProof = () => {}
  let turn = Promise.resolve()
  const watched = new WeakSet<TrustConnection>()

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
    // What was proved for one pair of keys says nothing of another.
    if (exchange.phase !== 'agreed') identity = null
    else if (before.phase !== 'agreed') identify()
    tell(before)
    show()
  }

  /** What both see of this connection; null until the words stand. */
  function proofContext(): ProofContext | null {
    if (exchange.phase !== 'agreed') return null
    return { appointmentId: call.appointmentId, callId, keys: exchange.own.keys }
  }

  /** With each pair of keys anew: a proof is for one connection's keys. */
  function identify(): void {
    const context = proofContext()
    if (context === null) return
    if (participant === 'worker') {
      const say = async () => {
        const proof = await call.prove?.(context)
        if (proof && !isClosed) notes.send(identityNote, { ...proof })
      }
      // Without a proof the other side says that there is none.
      say().catch(() => {})
      return
    }
    isProofHeard = false
    cancelProof()
    cancelProof = after(proofOverdueMs, () => judge({ kind: 'unproved', code: 'none' }))
  }

  /** In turn: the words that came before it stand by then. */
  function hearFirstProof(body: NoteBody): void {
    inTurn(async () => {
      const context = proofContext()
      if (context === null || participant === 'worker' || call.check === undefined) return null
      if (isProofHeard) return null
      isProofHeard = true
      cancelProof()
      // The library that checks may take a while to come: nothing waits for it.
      void judgeWhenFound(call.check(body, context), context)
      return null
    })
  }

  async function judgeWhenFound(
    found: Promise<IdentityVerdict>,
    { keys }: ProofContext,
  ): Promise<void> {
    const verdict = await found
    if (proofContext()?.keys === keys) judge(verdict)
  }

  function judge(verdict: IdentityVerdict): void {
    if (isClosed) return
    identity = verdict
    show()
  }

  function show(): void {
    call.changed({ participant, texts, locale, exchange, identity, compare })
  }

  function compare(same: boolean): void {
    inTurn(async () => ({ type: same ? 'same' : 'different' }))
  }

  function tell(before: Exchange): void {
    if (participant === 'worker') return
    if (exchange.phase === 'broken') {
      const result = exchange.breach === 'different' ? 'different' : 'stopped'
      call.record(call.appointmentId, { callId, result })
    } else if (exchange.phase === 'agreed' && exchange.same && before.phase === 'agreed') {
      call.record(call.appointmentId, { callId, result: 'same' })
    }
  }

  function stop(): void {
    cancel()
    cancelProof()
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
    cancel()
    cancel = after(overdueMs, () => inTurn(async () => ({ type: 'overdue' })))
    inTurn(async () => {
      const keys = toKeys(await readKeys(now))
      if (keys === null) return now === connection() ? { type: 'key-changed' } : null
      const nonce = makeNonce()
      const commitment = await commitmentOf(participant, callId, keys, nonce, hash)
      return { type: 'opened', own: { keys, nonce, commitment } }
    })
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
    notes.hear(identityNote, hearFirstProof),
    notes.whenOpen(begin),
  ]
  if (connection()?.sctp?.state === 'connected') begin()
  show()

  return () => {
    isClosed = true
    cancel()
    cancelProof()
    for (const end of stops) end()
    if (exchange.phase === 'broken') call.halt(false)
    call.changed(null)
  }
}
