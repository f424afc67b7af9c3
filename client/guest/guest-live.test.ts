// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { closeCodes } from '../../signaling/protocol/close-codes.ts'
import type { GuestStand } from '../../signaling/protocol/guest.ts'
import { createFakeNetwork, serverTime } from '../connection/fake-socket.ts'
import { createFakeCare } from '../rtc/fake-care.ts'
import { createFakeStream, createFakeTrack } from '../rtc/fake-media.ts'
import { createFakePeer } from '../rtc/fake-peer.ts'
import type { PeerOptions } from '../rtc/peer-events.ts'
import type { PictureShape } from '../rtc/sender-changes.ts'
import { openGuestLive } from './guest-live.ts'

const admissionId = 'admission-0000001'
const admitted: GuestStand = {
  phase: 'admitted',
  admissionId,
  workerIn: true,
  physicianIn: true,
}

interface Peer {
  readonly options: PeerOptions
  readonly texts: string[]
  readonly shapes: PictureShape[]
  report: RTCStatsReport | null
  isOpen: boolean
}

function createPage() {
  const network = createFakeNetwork()
  const peers: Peer[] = []
  const screen = { isHeldOn: false }
  const audio = createFakeTrack('audio')
  const live = openGuestLive(
    {
      role: 'companion',
      stream: createFakeStream(audio, createFakeTrack('video')),
      names: { worker: 'The worker', physician: 'Dr. Lien Claes' },
      changed() {},
    },
    {
      ...network.ports,
      reportCall() {},
      makePageId: () => 'page-0000000000001',
      onNetworkChange: () => () => {},
      onPageHide: () => () => {},
      care: createFakeCare().ports,
      soundContext: () => null,
      wakeLock: {
        hold: () => void (screen.isHeldOn = true),
        release: () => void (screen.isHeldOn = false),
      },
      openPeer(options) {
        const peer: Peer = { options, texts: [], shapes: [], report: null, isOpen: true }
        peers.push(peer)
        return createFakePeer({
          sendText: (text) => peer.texts.push(text) > 0,
          statistics: async () => peer.report,
          shapePicture: (shape) => void peer.shapes.push(shape),
          close: () => void (peer.isOpen = false),
        })
      },
    },
  )
  network.last.open()
  network.last.hear({
    type: 'welcome',
    participant: 'guest',
    serverTime,
    conversation: 'conversation-0001',
    resumed: false,
    consultations: [],
  })
  function letIn() {
    network.last.hear({ type: 'guest-stand', appointmentId: 'appointment-00001', stand: admitted })
    for (const end of ['worker', 'physician'] as const) {
      network.last.hear({
        type: 'guest-connection-opened',
        appointmentId: 'appointment-00001',
        admissionId,
        with: end,
        attempt: 1,
        initiator: false,
        iceServers: [],
        iceTransportPolicy: 'all',
      })
    }
    for (const { options } of peers) {
      options.tell({ type: 'connected' })
      options.tell({ type: 'channel-opened' })
    }
  }
  return { live, network, peers, screen, audio, letIn }
}

test('a guest who waits has no connection to anybody', () => {
  const { network, peers } = createPage()
  network.last.hear({
    type: 'guest-stand',
    appointmentId: 'appointment-00001',
    stand: { phase: 'waiting' },
  })
  expect(peers).toEqual([])
})

test('sound and picture go on while the server is away, and signals go beside them', () => {
  const { live, network, peers, letIn } = createPage()
  letIn()
  network.last.close(1006)
  expect(live.state.line.phase).toBe('lost')
  expect(peers.map(({ isOpen }) => isOpen)).toEqual([true, true])
  const [toWorker] = peers
  toWorker?.options.tell({ type: 'signal', signal: { kind: 'renegotiate' } })
  expect(toWorker?.texts.at(-1)).toContain('renegotiate')
})

test('nothing is asked of a server that is away, and each is asked for once when it is back', () => {
  const { network, peers, letIn } = createPage()
  letIn()
  network.last.close(1006)
  const before = network.last.said.length
  peers[0]?.options.tell({ type: 'failed' })
  network.wake()
  network.last.open()
  network.last.hear({
    type: 'welcome',
    participant: 'guest',
    serverTime,
    conversation: 'conversation-0001',
    resumed: true,
    consultations: [],
  })
  expect(network.sockets[0]?.said).toHaveLength(before)
  const renewals = network.last.said.filter(({ type }) => type === 'guest-renew')
  expect(renewals).toHaveLength(1)
})

test('a companion’s picture is a small one from the first on', () => {
  const { peers, letIn } = createPage()
  letIn()
  for (const { shapes } of peers) {
    expect(shapes.at(-1)).toMatchObject({ scaleDownBy: 2, maxBitrate: 200_000 })
  }
})

const lineOf = (seconds: number, kbps: number): RTCStatsReport =>
  new Map(
    Object.entries({
      T: { type: 'transport', selectedCandidatePairId: 'P' },
      P: {
        type: 'candidate-pair',
        currentRoundTripTime: seconds,
        availableOutgoingBitrate: kbps * 1000,
      },
    }),
  )

/** Once a second is counted; each count is asked for and awaited. */
async function pass({ timers }: ReturnType<typeof createFakeNetwork>, seconds: number) {
  for (let second = 0; second < seconds; second += 1) {
    timers.advance(1_000)
    for (let turn = 0; turn < 4; turn++) await Promise.resolve()
  }
}

test('on a weak line the picture goes and the sound stays, to each of the two for itself', async () => {
  const { live, network, peers, letIn } = createPage()
  const [toWorker, toPhysician] = [() => peers[0], () => peers[1]]
  letIn()
  const worker = toWorker()
  if (worker !== undefined) worker.report = lineOf(1.4, 84)
  await pass(network, 6)
  expect(toWorker()?.shapes.at(-1)).toEqual({ active: false })
  expect(toPhysician()?.shapes.at(-1)).toMatchObject({ active: true })
  expect(live.state.links.map(({ quality }) => quality?.own)).toEqual(['still', 'full'])
  expect(toWorker()?.texts.some((text) => text.includes('"rung":"still"'))).toBe(true)
})

test('a guest who signs keeps the frames of every picture, and all are told', async () => {
  const { live, network, peers, letIn } = createPage()
  letIn()
  for (const peer of peers) peer.report = lineOf(0.02, 3000)
  live.setNeedsPicture(true)
  await pass(network, 2)
  for (const { shapes, texts } of peers) {
    expect(shapes.at(-1)).toMatchObject({ prefer: 'maintain-framerate' })
    expect(texts.at(-1)).toContain('"needsPicture":true')
  }
})

test('what a guest writes goes to both, and nothing of files is understood here', async () => {
  const { live, peers, letIn } = createPage()
  letIn()
  const sharing = await live.sharing.open()
  sharing?.text.type('Good morning')
  for (const { options } of peers) {
    options.tell({
      type: 'text',
      text: JSON.stringify({ kind: 'text', writer: 'writer-of-b', of: null, heard: 0, asks: true }),
    })
    options.tell({
      type: 'text',
      text: JSON.stringify({ kind: 'share', type: 'ask', id: 1, what: 'x' }),
    })
  }
  for (const { texts } of peers) {
    expect(texts.some((text) => text.includes('Good morning'))).toBe(true)
  }
  expect(sharing?.files.request).toBeNull()
})

test('a page whose place another one took leaves the call, and is told of it anew when it takes over', () => {
  const { live, network, peers, letIn } = createPage()
  letIn()
  network.last.close(closeCodes.replaced)
  expect(peers.map(({ isOpen }) => isOpen)).toEqual([false, false])
  expect(live.state).toMatchObject({ line: { phase: 'replaced' }, stand: null })
  live.takeOver()
  expect(network.sockets).toHaveLength(2)
})

test('the end takes everything with it: connections, devices, the lit screen', () => {
  const { network, peers, screen, audio, letIn } = createPage()
  letIn()
  expect(screen.isHeldOn).toBe(true)
  network.last.hear({
    type: 'guest-stand',
    appointmentId: 'appointment-00001',
    stand: { phase: 'over', reason: 'call-ended' },
  })
  expect(peers.map(({ isOpen }) => isOpen)).toEqual([false, false])
  expect(screen.isHeldOn).toBe(false)
  expect(audio.readyState).toBe('ended')
})
