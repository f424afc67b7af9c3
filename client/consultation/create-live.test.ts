import { describe, expect, test } from 'vitest'
import { closeCodes } from '../../signaling/protocol/close-codes.ts'
import type { CallRecord } from '../../signaling/protocol/call-records.ts'
import type { ConsultationView, Participant } from '../../signaling/protocol/consultation.ts'
import type { Signal } from '../../signaling/protocol/signal.ts'
import {
  appointmentId,
  callId,
  linkTo,
  offer,
  opened,
  otherAppointmentId,
  otherCallId,
  ringId,
} from '../call/specimens.ts'
import { createFakeNetwork, serverTime } from '../connection/fake-socket.ts'
import { createFakeStream, createFakeTrack } from '../rtc/fake-media.ts'
import { createFakePeer } from '../rtc/fake-peer.ts'
import type { PeerOptions } from '../rtc/peer-events.ts'
import { createLive } from './create-live.ts'
import { createPresenceMemory } from './presence-memory.ts'
import { openCall, ringing, viewOf } from './specimens.ts'

interface FakePeer {
  readonly options: PeerOptions
  readonly delivered: Signal[]
  readonly texts: string[]
  readonly tracks: string[]
  readonly policies: string[]
  isOpen: boolean
}

function createPage(participant: Participant) {
  const network = createFakeNetwork()
  const peers: FakePeer[] = []
  const reported: CallRecord[] = []
  let agendaChanges = 0
  let hide = () => {}
  const live = createLive({
    participant,
    url: 'ws://visite/ws',
    rememberPresence: createPresenceMemory,
    onAgendaChanged: () => agendaChanges++,
    ports: {
      ...network.ports,
      reportCall: (_, __, record) => void reported.push(record),
      makePageId: () => 'page-0000000000001',
      onNetworkChange: () => () => {},
      onPageHide(listener) {
        hide = listener
        return () => (hide = () => {})
      },
      openPeer(options) {
        const peer: FakePeer = {
          options,
          delivered: [],
          texts: [],
          tracks: [],
          policies: [],
          isOpen: true,
        }
        peers.push(peer)
        return createFakePeer({
          deliver: (signal) => void peer.delivered.push(signal),
          setTrack: (kind, track) => void peer.tracks.push(track === null ? `no ${kind}` : kind),
          useIceServers: (_servers, policy) => void peer.policies.push(policy),
          sendText: (text) => peer.texts.push(text) > 0,
          close() {
            peer.isOpen = false
          },
        })
      },
    },
  })

  function connect(...consultations: ConsultationView[]): void {
    network.last.open()
    // Each welcome is that of a server which was started anew.
    const conversation = 'conversation-0001'
    network.last.hear({
      type: 'welcome',
      participant,
      serverTime,
      conversation,
      resumed: false,
      consultations,
    })
  }

  const reconnect = (...consultations: ConsultationView[]) => {
    network.wake()
    connect(...consultations)
  }
  return {
    live,
    network,
    peers,
    connect,
    reconnect,
    agendaChanges: () => agendaChanges,
    reported,
    hide: () => hide(),
    hear: (consultation: ConsultationView) =>
      network.last.hear({ type: 'consultation', consultation }),
    said: (type: string) =>
      network.last.said
        .filter((message) => message.type === type)
        .map(({ n: _n, heard: _heard, ...message }) => message),
    newest: () => {
      const peer = peers.at(-1)
      if (peer === undefined) throw new Error('no peer was opened')
      return peer
    },
  }
}

function createRung() {
  const page = createPage('worker')
  const audio = createFakeTrack('audio')
  const video = createFakeTrack('video')
  page.live.useStream(createFakeStream(audio, video))
  page.connect(viewOf({ ring: ringing }))
  return { ...page, audio, video }
}

function createInCall() {
  const page = createRung()
  page.live.answer(appointmentId, { camera: true })
  page.hear(viewOf({ call: openCall() }))
  page.network.last.hear(opened(1))
  page.newest().options.tell({ type: 'connected' })
  page.newest().options.tell({ type: 'channel-opened' })
  return page
}

describe('a worker’s page', () => {
  test('shows what the server shows, by the server’s clock', () => {
    const { live, network } = createRung()
    expect(live.state.line).toEqual({ phase: 'open' })
    expect(live.state.consultations.get(appointmentId)?.ring).toEqual(ringing)
    expect(live.state.clockOffsetMs).toBe(Date.parse(serverTime) - network.timers.now())
  })

  test('opens no peer before its own answer, whatever the server says', () => {
    const { network, peers, hear } = createRung()
    network.last.hear(opened(1))
    network.last.hear({ type: 'signal', ...linkTo(1), signal: offer })
    hear(viewOf({ call: openCall() }))
    expect(peers).toHaveLength(0)
  })

  test('sends its tracks once it has answered', () => {
    const { live, peers, audio, video } = createInCall()
    expect(peers).toHaveLength(1)
    expect(peers[0]?.options.tracks).toEqual({ audio, video })
    expect(live.state.call).toMatchObject({ phase: 'connected', callId, attempt: 1 })
  })

  test('answers without picture: the camera is dark before the call opens', () => {
    const { live, said, video, network } = createRung()
    live.answer(appointmentId, { camera: false })
    expect(said('answer')).toHaveLength(1)
    expect(video.enabled).toBe(false)
    network.last.hear(opened(1))
    expect(live.state.local.camera).toBe('off')
  })

  test('passes signals both ways', () => {
    const { network, newest, said } = createInCall()
    network.last.hear({ type: 'signal', ...linkTo(1), signal: offer })
    expect(newest().delivered).toEqual([offer])
    newest().options.tell({ type: 'signal', signal: offer })
    expect(said('signal')).toEqual([{ type: 'signal', ...linkTo(1), signal: offer }])
  })

  test('tells the other side of its devices, and hears of theirs', () => {
    const { live, newest } = createInCall()
    live.setMicrophone(false)
    const said = newest().texts.map((text) => JSON.parse(text) as { readonly kind: string })
    const notes = said.filter(({ kind }) => kind === 'devices')
    const note = { kind: 'devices', camera: 'on', paused: false }
    expect(notes).toEqual([
      { ...note, microphone: 'on' },
      { ...note, microphone: 'off' },
    ])
    const theirs = { microphone: 'off', camera: 'none', paused: true }
    newest().options.tell({ type: 'text', text: JSON.stringify({ kind: 'devices', ...theirs }) })
    expect(live.state.remote.devices).toEqual(theirs)
    newest().options.tell({ type: 'text', text: '{"kind":"devices"}' })
    expect(live.state.remote.devices).toEqual(theirs)
  })

  test('pauses in both directions at once, and goes on as before', () => {
    const { live, newest, audio, video } = createInCall()
    const theirs = createFakeTrack('audio')
    newest().options.tell({ type: 'stream', stream: createFakeStream(theirs) })
    live.setMicrophone(false)
    live.setPaused(true)
    expect([audio, video, theirs].map((track) => track.enabled)).toEqual([false, false, false])
    expect(newest().texts.at(-1)).toContain('"paused":true')
    live.setPaused(false)
    expect([audio, video, theirs].map((track) => track.enabled)).toEqual([false, true, true])
  })

  test('hears nothing of a stream that arrives during a pause', () => {
    const { live, newest } = createInCall()
    live.setPaused(true)
    const theirs = createFakeTrack('audio')
    newest().options.tell({ type: 'stream', stream: createFakeStream(theirs) })
    expect(theirs.enabled).toBe(false)
  })

  test('changes the camera in the running call, without a new peer', () => {
    const { live, peers, newest } = createInCall()
    live.replaceTrack(createFakeTrack('video'))
    expect(newest().tracks).toEqual(['video'])
    expect(peers).toHaveLength(1)
  })

  test('goes on with the same tracks in a new attempt', () => {
    const { live, network, peers, newest, audio, video } = createInCall()
    network.last.hear(opened(2))
    expect(peers.map((peer) => peer.isOpen)).toEqual([false, true])
    expect(newest().options.tracks).toEqual({ audio, video })
    expect(live.state.call).toMatchObject({ phase: 'recovering', attempt: 2 })
  })

  test('keeps the call while the server is away, and tells the new line that it holds it', () => {
    const { live, network, newest, reconnect, said } = createInCall()
    network.last.close(1006)
    expect(live.state.line.phase).toBe('lost')
    expect(live.state.call.phase).toBe('connected')
    expect(newest().isOpen).toBe(true)
    // A server that was started anew knows of no call yet.
    reconnect(viewOf())
    expect(said('hello')).toMatchObject([{ held: linkTo(1) }])
    expect(said('renew')).toEqual([])
    expect(live.state.call.phase).toBe('connected')
  })

  test('asks for fresh servers and a restart when the line comes back and the media does not', () => {
    const { network, newest, reconnect, said } = createInCall()
    network.last.close(1006)
    newest().options.tell({ type: 'interrupted' })
    reconnect(viewOf({ call: openCall() }))
    expect(said('ice-servers')).toEqual([{ type: 'ice-servers', appointmentId, callId }])
    const restart = { type: 'signal', ...linkTo(1), signal: { kind: 'restart' } }
    expect(said('signal')).toEqual([restart])
  })

  test('passes signals beside the media while the server is away', () => {
    const { network, newest } = createInCall()
    network.last.close(1006)
    newest().options.tell({ type: 'signal', signal: offer })
    const note = { kind: 'signal', type: 'signal', ...linkTo(1), signal: offer }
    expect(JSON.parse(newest().texts.at(-1) ?? '')).toEqual(note)
    newest().options.tell({ type: 'text', text: JSON.stringify(note) })
    expect(newest().delivered).toEqual([offer])
  })

  test('passes them there too once the server has become too new for the page', () => {
    const { live, network, newest } = createInCall()
    network.last.close(closeCodes['wrong-version'])
    expect(live.state.line.phase).toBe('outdated')
    newest().options.tell({ type: 'signal', signal: offer })
    expect(newest().texts.at(-1)).toContain('"signal"')
  })

  test('repairs by the ways that the call may use, whatever its connection was opened with', () => {
    const { live, network, hear, newest } = createRung()
    live.answer(appointmentId, { camera: true })
    hear(viewOf({ call: openCall() }))
    network.last.hear({ ...opened(1), iceTransportPolicy: 'relay' })
    newest().options.tell({ type: 'connected' })
    network.last.hear({ type: 'ice-servers', appointmentId, callId, iceServers: [] })
    expect(newest().policies).toEqual(['relay'])
  })

  test('says a hang-up after all when the line was lost', () => {
    const { live, network, reconnect, said } = createInCall()
    network.last.close(1006)
    live.hangUp()
    expect(live.state.call).toEqual({ phase: 'none' })
    reconnect(viewOf({ call: openCall() }))
    expect(said('hello')).toMatchObject([{ held: null }])
    expect(said('hang-up')).toEqual([{ type: 'hang-up', appointmentId, callId }])
  })

  test('returns to the call by its own wish only, and stays without picture if it was', () => {
    const { live, network, peers, hear } = createInCall()
    live.setCamera(false)
    live.hangUp()
    network.last.hear(opened(2))
    hear(viewOf({ call: openCall({ workerIn: false }) }))
    expect(peers).toHaveLength(1)
    live.rejoin(appointmentId)
    network.last.hear(opened(3))
    expect(peers).toHaveLength(2)
    expect(live.state.local.camera).toBe('off')
  })

  test('has keys of its own for each stay in a call, and the same for all attempts of a stay', () => {
    const { live, network, peers, hear } = createInCall()
    network.last.hear(opened(2))
    live.hangUp()
    hear(viewOf({ call: openCall({ workerIn: false }) }))
    live.rejoin(appointmentId)
    network.last.hear(opened(3))
    expect(peers.map(({ options }) => [options.callId, options.stay])).toEqual([
      [callId, 0],
      [callId, 0],
      [callId, 1],
    ])
  })

  test('leaves the call without ending it when another page takes over', () => {
    const { live, network, newest, said } = createInCall()
    network.last.close(closeCodes.replaced)
    expect(live.state.line).toEqual({ phase: 'replaced' })
    expect(live.state.call).toEqual({ phase: 'none' })
    expect(newest().isOpen).toBe(false)
    expect(said('hang-up')).toEqual([])
  })

  test('forgets the other side, and a pause, at the end', () => {
    const { live, newest, hear, audio } = createInCall()
    newest().options.tell({ type: 'stream', stream: createFakeStream() })
    live.setPaused(true)
    const call = { phase: 'ended', id: callId, endedAt: serverTime, reason: 'completed' } as const
    hear(viewOf({ call, over: true }))
    expect(live.state.call).toEqual({ phase: 'none' })
    expect(live.state.remote.stream).toBeNull()
    expect(live.state.local.paused).toBe(false)
    expect(audio.enabled).toBe(true)
  })

  test('says its readiness again on every line', () => {
    const { live, network, reconnect, said } = createRung()
    live.reportReadiness('ready', true)
    network.last.close(1006)
    live.reportReadiness('ready', false)
    reconnect(viewOf())
    expect(said('readiness')).toEqual([{ type: 'readiness', readiness: 'ready', visible: false }])
  })

  test('keeps a refusal until the next wish', () => {
    const { live, network, hear } = createRung()
    live.answer(appointmentId, { camera: true })
    network.last.hear({ type: 'refused', code: 'ring-over', about: 'answer', appointmentId })
    expect(live.state.refusal).toEqual({ code: 'ring-over', about: 'answer' })
    hear(viewOf({ call: openCall({ workerIn: false }) }))
    live.rejoin(appointmentId)
    expect(live.state.refusal).toBeNull()
  })

  test('leaves nothing running when it closes', () => {
    const { live, network, newest } = createInCall()
    live.close()
    expect(newest().isOpen).toBe(false)
    expect(network.timers.pending()).toBe(0)
  })
})

test('a call is told every minute and at its end, and not after it', () => {
  const { live, network, reported } = createInCall()
  network.timers.advance(60_000)
  expect(reported).toHaveLength(1)
  live.hangUp()
  expect(reported).toHaveLength(2)
  expect(reported[1]).toMatchObject({ callId, attempts: 1, path: null, worstRung: 'full' })
  network.timers.advance(600_000)
  live.close()
  expect(reported).toHaveLength(2)
})

test('a call that gives way to another one is told with all that it went through', () => {
  const { connect, network, newest, reported } = createPage('physician')
  connect(viewOf())
  network.last.hear(opened(1))
  newest().options.tell({ type: 'connected' })
  newest().options.tell({ type: 'interrupted' })
  newest().options.tell({ type: 'connected' })
  newest().options.tell({ type: 'interrupted' })
  network.last.hear(opened(1, otherCallId))
  expect(reported).toMatchObject([
    { callId, start: 'cold', recoveries: [{ healed: true }, { healed: false }] },
  ])
})

test('a call that ends with its page is told with the outage that was not over', () => {
  const { live, newest, reported } = createInCall()
  newest().options.tell({ type: 'interrupted' })
  live.close()
  expect(reported).toMatchObject([{ callId, recoveries: [{ healed: false }] }])
})

test('a call is told when its page is left, and goes on if the page stays after all', () => {
  const { live, hide, reported } = createInCall()
  hide()
  expect(reported).toMatchObject([{ callId, attempts: 1 }])
  expect(live.state.call.phase).not.toBe('none')
  live.close()
  expect(reported).toHaveLength(2)
  hide()
  expect(reported).toHaveLength(2)
})

describe('a physician’s page', () => {
  test('opens the call that the worker answered', () => {
    const { live, connect, network, peers } = createPage('physician')
    connect(viewOf())
    live.ring(appointmentId)
    network.last.hear(opened(1))
    expect(peers).toHaveLength(1)
  })

  test('goes back into its call by itself after a reload', () => {
    const { connect, said } = createPage('physician')
    connect(viewOf({ call: openCall({ physicianIn: false }) }))
    expect(said('rejoin')).toEqual([{ type: 'rejoin', appointmentId, callId }])
  })

  test('does not go by itself into a call that only the worker’s page speaks of', () => {
    const { live, connect, said } = createPage('physician')
    connect(viewOf({ call: openCall({ physicianIn: false, physicianWas: false }) }))
    expect(said('rejoin')).toEqual([])
    live.rejoin(appointmentId)
    expect(said('rejoin')).toHaveLength(1)
  })

  test('does not go back into a call that it ended while the line was lost', () => {
    const { live, connect, network, reconnect, said } = createPage('physician')
    connect(viewOf())
    network.last.hear(opened(1))
    network.last.close(1006)
    live.hangUp()
    reconnect(viewOf({ call: openCall({ physicianIn: false }) }))
    expect(said('hang-up')).toHaveLength(1)
    expect(said('rejoin')).toEqual([])
  })

  test('stays out of a call that another page of the physician is in', () => {
    const { connect, said } = createPage('physician')
    connect(viewOf({ call: openCall() }))
    expect(said('rejoin')).toEqual([])
  })

  test('waits for a worker who left, without asking for attempts in vain', () => {
    const { connect, network, newest, hear, said, live } = createPage('physician')
    connect(viewOf())
    network.last.hear(opened(1))
    newest().options.tell({ type: 'connected' })
    hear(viewOf({ call: openCall({ workerIn: false }) }))
    newest().options.tell({ type: 'closed' })
    // The line stays alive meanwhile.
    for (let second = 0; second < 60; second += 4) {
      network.timers.advance(4_000)
      network.last.hear({ type: 'pong', serverTime })
    }
    expect(said('renew')).toEqual([])
    expect(live.state.call.phase).toBe('recovering')
  })

  test('is heard and seen by the next worker, however the last call ended', () => {
    const { live, connect, network } = createPage('physician')
    live.useStream(createFakeStream(createFakeTrack('audio'), createFakeTrack('video')))
    connect(viewOf())
    network.last.hear(opened(1))
    live.setMicrophone(false)
    live.setPaused(true)
    live.hangUp()
    expect(live.state.local).toEqual({ microphone: 'on', camera: 'on', paused: false })
  })

  test('is told when the list of today changed', () => {
    const { connect, network, agendaChanges } = createPage('physician')
    connect(viewOf())
    network.last.hear({ type: 'agenda-changed' })
    expect(agendaChanges()).toBe(1)
  })
})

describe('a server that was started anew', () => {
  const here = {
    kind: 'here',
    since: serverTime,
    readiness: 'ready',
    visible: true,
    takenOverAt: null,
  } as const

  function createRestarted() {
    const page = createPage('physician')
    page.connect(viewOf({ presence: here }))
    page.network.last.close(1006)
    page.reconnect(viewOf())
    return page
  }
  const presenceIn = ({ live }: ReturnType<typeof createPage>) =>
    live.state.consultations.get(appointmentId)?.presence.kind

  test('behind a line that was only doubted makes nobody absent either', () => {
    const page = createPage('physician')
    page.connect(viewOf({ presence: here }))
    page.network.last.hear(opened(1))
    page.newest().options.tell({ type: 'connected' })
    page.newest().options.tell({ type: 'interrupted' })
    page.network.timers.advance(2_001)
    page.network.wake()
    expect(page.network.sockets).toHaveLength(2)
    expect(page.live.state.line.phase).toBe('open')
    page.connect(viewOf())
    expect(presenceIn(page)).toBe('away')
    page.network.timers.advance(20_000)
    expect(presenceIn(page)).toBe('absent')
  })

  test('does not make a worker absent who was here a moment ago', () => {
    const page = createRestarted()
    expect(presenceIn(page)).toBe('away')
    page.hear(viewOf({ before: 1 }))
    expect(presenceIn(page)).toBe('away')
    page.hear(viewOf({ presence: here }))
    expect(presenceIn(page)).toBe('here')
  })
})

describe('a connection that stands by', () => {
  const standby = { ...opened(1), type: 'standby-opened', quiet: false } as const

  function createStanding() {
    const page = createRung()
    page.network.last.hear(standby)
    page.newest().options.tell({ type: 'connected' })
    page.newest().options.tell({ type: 'channel-opened' })
    return page
  }

  test('sends nothing and is no call yet', () => {
    const { live, newest } = createStanding()
    expect(newest().options.tracks).toEqual({ audio: null, video: null })
    expect(newest().tracks).toEqual([])
    expect(newest().texts).toEqual([])
    expect(live.state.call.phase).toBe('none')
  })

  test('is what the answered call goes on with: tracks and notes go out at once', () => {
    const { live, peers, network, newest, hear } = createStanding()
    live.answer(appointmentId, { camera: true })
    hear(viewOf({ call: openCall() }))
    network.last.hear(opened(1))
    expect(peers).toHaveLength(1)
    expect(newest().tracks).toEqual(['video', 'audio'])
    expect(newest().texts.join()).toContain('camera')
    expect(live.state.call).toMatchObject({ phase: 'connected', callId, attempt: 1 })
    expect(live.stages).toMatchObject({ callId, start: 'warm' })
  })

  test('takes the answer to the other page at once; a refusal withdraws the tracks', () => {
    const { live, network, newest } = createStanding()
    live.answer(appointmentId, { camera: true })
    expect(newest().texts).toEqual([ringId])
    expect(newest().tracks).toEqual(['video', 'audio'])
    expect(live.state.remote.stream).toBeNull()
    network.last.hear({ type: 'refused', code: 'ring-over', about: 'answer', appointmentId })
    expect(newest().tracks).toEqual(['video', 'audio', 'no video', 'no audio'])
  })

  test('has its player while it rings; a refused answer leaves it nothing to play', () => {
    const { live, network, newest, hear } = createStanding()
    const stream = createFakeStream()
    newest().options.tell({ type: 'stream', stream })
    expect(live.state.remote.stream).toBeNull()
    hear(viewOf({ ring: { ...ringing, shown: true } }))
    expect(live.state.remote.stream).toBe(stream)
    live.answer(appointmentId, { camera: true })
    network.last.hear({ type: 'refused', code: 'ring-over', about: 'answer', appointmentId })
    expect(live.state.remote.stream).toBeNull()
    expect(live.state.call.phase).toBe('none')
  })

  describe('on the physician’s page', () => {
    function createRinging() {
      const page = createPage('physician')
      page.connect(viewOf({ ring: ringing }))
      page.live.useStream(createFakeStream(createFakeTrack('audio'), createFakeTrack('video')))
      page.network.last.hear(standby)
      page.newest().options.tell({ type: 'connected' })
      const answered = (text: string = ringId) => page.newest().options.tell({ type: 'text', text })
      return { ...page, answered }
    }

    test('hears the answer to its ring before the server says so: sound and picture leave', () => {
      const { live, newest, answered } = createRinging()
      answered()
      expect(newest().tracks).toEqual(['video', 'audio'])
      expect(live.state.call.phase).toBe('none')
    })

    test.each([
      ['another ring', ({ answered }: Ringing) => answered('ring-of-another-01')],
      [
        'a ring that this person stops',
        ({ live, answered }: Ringing) => {
          live.stopRing(appointmentId)
          answered()
        },
      ],
      [
        'no ring at all',
        ({ hear, answered }: Ringing) => {
          hear(viewOf())
          answered()
        },
      ],
    ])('sends nothing on the answer to %s', (_what, happens) => {
      const page = createRinging()
      happens(page)
      expect(page.newest().tracks).toEqual([])
    })

    test('withdraws them when the ring was over after all', () => {
      const { hear, newest, answered } = createRinging()
      answered()
      hear(
        viewOf({
          ring: {
            phase: 'ended',
            id: ringId,
            startedAt: serverTime,
            endedAt: serverTime,
            outcome: 'timed-out',
          },
        }),
      )
      expect(newest().tracks).toEqual(['video', 'audio', 'no video', 'no audio'])
    })

    type Ringing = ReturnType<typeof createRinging>
  })

  test('sends no track of the worker’s before their own answer, whatever the other page says', () => {
    const { newest } = createStanding()
    newest().options.tell({ type: 'text', text: ringId })
    expect(newest().tracks).toEqual([])
  })

  test('sends the tracks on the opening alone; the view of the call comes behind it', () => {
    const { live, peers, network, newest, hear } = createStanding()
    live.answer(appointmentId, { camera: true })
    network.last.hear(opened(1))
    expect(newest().tracks).toEqual(['video', 'audio'])
    hear(viewOf({ call: openCall() }))
    expect(peers).toHaveLength(1)
    expect(newest().tracks).toEqual(['video', 'audio'])
    expect(live.state.call).toMatchObject({ phase: 'connected', callId, attempt: 1 })
  })

  test('is closed, and the call begins cold, when the call has another id', () => {
    const { live, peers, network } = createStanding()
    live.answer(appointmentId, { camera: true })
    network.last.hear(opened(1, otherCallId))
    expect(peers.map(({ isOpen }) => isOpen)).toEqual([false, true])
    expect(live.stages?.start).toBe('cold')
  })

  test.each([
    [
      'the server says so',
      ({ network }: ReturnType<typeof createStanding>) =>
        network.last.hear({ type: 'standby-closed', appointmentId, callId }),
    ],
    [
      'the line begins anew',
      ({ reconnect, network }: ReturnType<typeof createStanding>) => {
        network.last.close(1006)
        reconnect(viewOf({ ring: ringing }))
      },
    ],
    [
      'another page takes over',
      ({ network }: ReturnType<typeof createStanding>) => network.last.close(closeCodes.replaced),
    ],
    ['the page is closed', ({ live }: ReturnType<typeof createStanding>) => live.close()],
  ])('goes when %s', (_when, happens) => {
    const page = createStanding()
    happens(page)
    expect(page.peers.map(({ isOpen }) => isOpen)).toEqual([false])
  })

  test('stays when the line is resumed', () => {
    const { peers, network } = createStanding()
    network.last.close(1006)
    network.wake()
    network.last.open()
    network.last.hear({
      type: 'welcome',
      participant: 'worker',
      serverTime,
      conversation: 'conversation-0001',
      resumed: true,
      consultations: [viewOf({ ring: ringing })],
    })
    expect(peers.map(({ isOpen }) => isOpen)).toEqual([true])
  })

  test('that was renewed too late is nothing that a person is told of', () => {
    const { live, network } = createStanding()
    network.last.hear({ type: 'refused', code: 'call-over', about: 'renew', appointmentId })
    expect(live.state.refusal).toBeNull()
  })

  test('of the next worker leaves the call with this one alone', () => {
    const page = createPage('physician')
    page.connect(viewOf(), viewOf({ appointmentId: otherAppointmentId }))
    page.network.last.hear(opened(1))
    page.network.last.hear({
      ...standby,
      appointmentId: otherAppointmentId,
      callId: otherCallId,
    })
    page.newest().options.tell({ type: 'failed' })
    expect(page.said('renew')).toMatchObject([{ callId: otherCallId }])
    expect(page.live.state.call).toMatchObject({ phase: 'connecting', callId })
    expect(page.peers.map(({ isOpen }) => isOpen)).toEqual([true, true])
  })
})
