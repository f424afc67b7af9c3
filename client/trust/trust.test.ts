import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ComparedWords } from '../../signaling/protocol/safety-words.ts'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createNotes, type NotesFeed } from '../call/notes.ts'
import { texts } from '../i18n/trust/en.ts'
import type { TrustMessage } from './exchange-state.ts'
import type { IdentityProof, ProofContext } from './identity-proof.ts'
import { openTrust, type Trust, type TrustConnection } from './trust.ts'

const callId = 'call-000000000000001'
const appointmentId = 'appointment-00000001'

function sdpOf(key: string): string {
  return `v=0\r\na=fingerprint:sha-256 ${(key.match(/../g) ?? []).join(':')}\r\n`
}

/** A connection that the test describes as it likes; nothing travels over it. */
function createConnection(own: string, other: string) {
  const listeners: (() => void)[] = []
  const sent: (MediaStreamTrack | null)[] = []
  const sender = { replaceTrack: async (track: MediaStreamTrack | null) => void sent.push(track) }
  const connection = {
    localDescription: { sdp: sdpOf(own) },
    remoteDescription: { sdp: sdpOf(other) },
    sctp: null,
    connectionState: 'connected',
    addEventListener: (_type: string, listener: () => void) => listeners.push(listener),
    getSenders: () => [sender],
  }
  return {
    connection: connection as unknown as TrustConnection,
    sent,
    lose: () => (connection.connectionState = 'disconnected'),
    /** Another description comes. */
    describe(key: string) {
      connection.remoteDescription = { sdp: sdpOf(key) }
      for (const listener of listeners) listener()
    },
  }
}

interface Page {
  readonly notes: NotesFeed
  readonly recorded: ComparedWords[]
  readonly halted: boolean[]
  readonly timers: ReturnType<typeof createFakeTimers>
  /** Of the proofs that were checked. */
  readonly checked: unknown[]
  trust: Trust | null
  wire: ReturnType<typeof createConnection>
  follow(): void
  end(): void
}

const keyOf = { worker: 'aa'.repeat(32), physician: 'bb'.repeat(32), middle: 'cc'.repeat(32) }

/** Signed for a connection, as far as these tests go. */
const signatureOf = ({ keys }: ProofContext) => `${keys.physician} ${keys.worker}`
const key = { x: 'x', y: 'y' }
const proofFor = (context: ProofContext): IdentityProof => ({
  idToken: 'token',
  nonceSeed: 'seed',
  publicKey: key,
  signature: signatureOf(context),
})
/** A worker's is what a test says; a physician has none. */
const proofs: Record<Participant, (context: ProofContext) => IdentityProof | null> = {
  worker: () => null,
  physician: () => null,
}

function openPage(participant: Participant, sendText: (text: string) => void): Page {
  const other = participant === 'worker' ? 'physician' : 'worker'
  const notes = createNotes((text) => {
    sendText(text)
    return true
  })
  const timers = createFakeTimers()
  const page: Page = {
    notes,
    recorded: [],
    halted: [],
    timers,
    checked: [],
    trust: null,
    wire: createConnection(keyOf[participant], keyOf[other]),
    follow: () => {},
    end: () => {},
  }
  const trust = openTrust({
    participant,
    appointmentId,
    callId,
    notes,
    texts,
    locale: 'en',
    connection: () => page.wire.connection,
    after: timers.after,
    halt: (halted) => page.halted.push(halted),
    changed: (trust) => (page.trust = trust),
    hash: async (parts) => createHash('sha256').update(JSON.stringify(parts)).digest('hex'),
    record: (_appointment, compared) => page.recorded.push(compared),
    prove: async (context) => proofs[participant](context),
    check: async (body, context) => {
      page.checked.push(body['idToken'])
      const isOwn = body['signature'] === signatureOf(context)
      return { kind: 'unproved', code: isOwn ? 'failed' : 'connection' }
    },
  })
  page.follow = () => trust.follow()
  page.end = () => trust.close()
  return page
}

/** Two pages on one wire. */
function openPair() {
  const worker: Page = openPage('worker', (text) => physician.notes.receive(text))
  const physician: Page = openPage('physician', (text) => worker.notes.receive(text))
  return { worker, physician }
}

function phaseOf({ trust }: Page): string | undefined {
  return trust?.exchange.phase
}

function breachOf({ trust }: Page): string | null {
  return trust?.exchange.phase === 'broken' ? trust.exchange.breach : null
}

/** Every turn of both pages. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

async function agree() {
  const pair = openPair()
  pair.worker.notes.opened()
  pair.physician.notes.opened()
  await settle()
  return pair
}

describe('two pages of one call', () => {
  test('come to the same words', async () => {
    const { worker, physician } = await agree()
    const [one, other] = [worker.trust?.exchange, physician.trust?.exchange]
    if (one?.phase !== 'agreed' || other?.phase !== 'agreed') throw new Error('not agreed')
    expect(one.picks).toEqual(other.picks)
  })

  test('keep their words over a new connection with the same keys, and compare once', async () => {
    const { worker, physician } = await agree()
    physician.trust?.compare(true)
    await settle()
    const before = physician.trust?.exchange
    physician.wire = createConnection(keyOf.physician, keyOf.worker)
    worker.wire = createConnection(keyOf.worker, keyOf.physician)
    worker.notes.opened()
    physician.notes.opened()
    await settle()
    expect(physician.trust?.exchange).toBe(before)
    expect(physician.recorded).toEqual([{ callId, result: 'same' }])
    expect(worker.recorded).toEqual([])
  })

  test('have new words, not yet compared, when a page was opened again', async () => {
    const { worker, physician } = await agree()
    physician.trust?.compare(true)
    const again = 'dd'.repeat(32)
    physician.wire = createConnection(keyOf.physician, again)
    worker.end()
    const anew = openPage('worker', (text) => physician.notes.receive(text))
    anew.wire = createConnection(again, keyOf.physician)
    worker.notes.receive = (text) => anew.notes.receive(text)
    anew.notes.opened()
    physician.notes.opened()
    await settle()
    expect(physician.trust?.exchange).toMatchObject({ phase: 'agreed', renewed: true, same: false })
    expect(phaseOf(anew)).toBe('agreed')
  })

  test('stop when a new key brings no new words in time', async () => {
    const { worker, physician } = await agree()
    worker.notes.receive = () => {}
    physician.wire = createConnection(keyOf.physician, keyOf.middle)
    physician.notes.opened()
    await settle()
    expect(phaseOf(physician)).toBe('committed')
    physician.timers.advance(15_000)
    await settle()
    expect(breachOf(physician)).toBe('no-answer')
  })

  test('stop in that time too when one connection follows the other', async () => {
    const { worker, physician } = await agree()
    worker.notes.receive = () => {}
    for (const key of ['c1', 'c2', 'c3', 'c4']) {
      physician.wire = createConnection(keyOf.physician, key.repeat(32))
      physician.notes.opened()
      await settle()
      physician.timers.advance(4_000)
      await settle()
    }
    expect(breachOf(physician)).toBe('no-answer')
  })

  test('go on while the new words are owed over a path that is lost', async () => {
    const { worker, physician } = await agree()
    worker.notes.receive = () => {}
    physician.wire = createConnection(keyOf.physician, keyOf.middle)
    physician.notes.opened()
    await settle()
    physician.timers.advance(4_000)
    physician.wire.lose()
    physician.timers.advance(60_000)
    await settle()
    expect(phaseOf(physician)).toBe('committed')
    physician.wire = createConnection(keyOf.physician, keyOf.middle)
    physician.notes.opened()
    await settle()
    physician.timers.advance(11_000)
    await settle()
    expect(breachOf(physician)).toBe('no-answer')
  })

  test('stop in that time too when the connection with the new key carries no notes', async () => {
    const { worker, physician } = await agree()
    worker.notes.receive = () => {}
    physician.wire = createConnection(keyOf.physician, keyOf.middle)
    physician.follow()
    await settle()
    expect(phaseOf(physician)).toBe('committed')
    physician.timers.advance(15_000)
    await settle()
    expect(breachOf(physician)).toBe('no-answer')
    expect(physician.wire.sent).toEqual([null])
  })

  test('read the keys of a connection once, however often the call is connected by it', async () => {
    const { worker, physician } = await agree()
    worker.wire = createConnection(keyOf.worker, keyOf.physician)
    for (let times = 0; times < 3; times++) worker.follow()
    await settle()
    worker.timers.advance(60_000)
    await settle()
    expect([phaseOf(worker), phaseOf(physician)]).toEqual(['agreed', 'agreed'])
  })

  test('stop, both, when another key comes on the connection that stands', async () => {
    const { worker, physician } = await agree()
    worker.wire.describe(keyOf.middle)
    await settle()
    expect([breachOf(worker), breachOf(physician)]).toEqual(['key-changed', 'told'])
    expect([worker.halted, physician.halted]).toEqual([[true], [true]])
    expect(worker.wire.sent).toEqual([null])
    expect(physician.recorded).toEqual([{ callId, result: 'stopped' }])
  })

  test('go on when a description names the same key again', async () => {
    const { worker, physician } = await agree()
    worker.wire.describe(keyOf.physician)
    await settle()
    expect([phaseOf(worker), phaseOf(physician)]).toEqual(['agreed', 'agreed'])
  })

  test('stop, both, when a person says that the words differ; it is logged without them', async () => {
    const { worker, physician } = await agree()
    physician.trust?.compare(false)
    await settle()
    expect([breachOf(worker), breachOf(physician)]).toEqual(['told', 'different'])
    expect(physician.recorded).toEqual([{ callId, result: 'different' }])
  })

  test('send nothing on a later connection of a call that was stopped', async () => {
    const { worker, physician } = await agree()
    physician.trust?.compare(false)
    await settle()
    worker.wire = createConnection(keyOf.worker, keyOf.physician)
    worker.notes.opened()
    expect(worker.wire.sent).toEqual([null])
    worker.end()
    expect(worker.halted).toEqual([true, true, false])
    expect(worker.trust).toBe(null)
  })

  test('are not led astray by what is no message', async () => {
    const { worker } = await agree()
    const rubbish: unknown[] = [
      { step: 'commit', commitment: 7 },
      { step: 'commit', commitment: 'ABC' },
      { step: 'reveal' },
      { step: 'identity', token: 'of a later page' },
    ]
    for (const body of rubbish) {
      worker.notes.receive(JSON.stringify({ ...(body as TrustMessage), kind: 'trust' }))
    }
    await settle()
    expect(phaseOf(worker)).toBe('agreed')
  })
})

describe('the proof of who the worker is', () => {
  const flawOf = ({ trust }: Page) =>
    trust?.identity?.kind === 'unproved' ? trust.identity.code : trust?.identity

  test('is sent as soon as the words stand, and judged with what this page sees of the connection', async () => {
    proofs.worker = proofFor
    const { physician, worker } = await agree()
    await settle()
    expect([flawOf(physician), worker.trust?.identity]).toEqual(['failed', null])
  })

  test('that was made for another connection is told as such', async () => {
    const keys = { worker: keyOf.worker, physician: keyOf.middle }
    proofs.worker = () => proofFor({ appointmentId, callId, keys })
    const { physician } = await agree()
    await settle()
    expect(flawOf(physician)).toBe('connection')
  })

  test('that does not come is said not to have come', async () => {
    proofs.worker = () => null
    const { physician } = await agree()
    expect(flawOf(physician)).toBe(null)
    physician.timers.advance(10_000)
    expect(flawOf(physician)).toBe('none')
  })

  test('is checked once, however often the other page says it, and however late it comes', async () => {
    proofs.worker = () => null
    const { worker, physician } = await agree()
    physician.timers.advance(10_000)
    for (const idToken of ['late', 'second', 'third']) {
      worker.notes.send('identity', { idToken })
      await settle()
    }
    expect([physician.checked, flawOf(physician)]).toEqual([['late'], 'connection'])
  })

  test('is wanted anew with other keys', async () => {
    proofs.worker = proofFor
    const { worker, physician } = await agree()
    await settle()
    const again = 'dd'.repeat(32)
    worker.end()
    physician.wire = createConnection(keyOf.physician, again)
    const anew = openPage('worker', (text) => physician.notes.receive(text))
    anew.wire = createConnection(again, keyOf.physician)
    worker.notes.receive = (text) => anew.notes.receive(text)
    proofs.worker = () => null
    anew.notes.opened()
    physician.notes.opened()
    await settle()
    expect(flawOf(physician)).toBe(null)
    anew.notes.send('identity', { idToken: 'for the new keys' })
    await settle()
    expect(physician.checked).toEqual(['token', 'for the new keys'])
  })
})
