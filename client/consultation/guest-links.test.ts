import { describe, expect, test } from 'vitest'
import type { ServerMessageOf } from '../../signaling/protocol/messages.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createFakePeer } from '../rtc/fake-peer.ts'
import { createOutgoing } from '../rtc/outgoing.ts'
import type { PeerOptions } from '../rtc/peer-events.ts'
import { createGuestLinks, type GuestLink } from './guest-links.ts'

const admissionId = 'admission-0000001'

const opened = (
  part: Partial<ServerMessageOf<'guest-connection-opened'>> = {},
): ServerMessageOf<'guest-connection-opened'> => ({
  type: 'guest-connection-opened',
  appointmentId: 'appointment-00001',
  admissionId,
  with: 'guest',
  attempt: 1,
  initiator: true,
  iceServers: [],
  iceTransportPolicy: 'all',
  ...part,
})

function createLinks({ isLineOpen = true } = {}) {
  const peers: (PeerOptions & { isOpen: boolean; readonly tracks: unknown })[] = []
  const sent: unknown[] = []
  let shown: readonly GuestLink[] = []
  const outgoing = createOutgoing(
    () => {},
    () => {},
  )
  const links = createGuestLinks({
    ports: {
      openPeer(options) {
        const peer = { ...options, isOpen: true }
        peers.push(peer)
        return createFakePeer({ close: () => void (peer.isOpen = false) })
      },
      after: createFakeTimers().after,
      now: () => 0,
    },
    outgoing: () => outgoing,
    send: (message) => sent.push(message),
    isLineOpen: () => isLineOpen,
    doubt() {},
    role: () => 'companion',
    lineMs: () => null,
    quality: () => null,
    met() {},
    parted() {},
    changed: (all) => (shown = all),
  })
  const open = () => peers.filter(({ isOpen }) => isOpen).length
  return { links, peers, sent, open, shown: () => shown }
}

describe('a connection of the third seat', () => {
  test('opens for the admission that this page knows of, and for no other', () => {
    const { links, open } = createLinks()
    links.hear(opened())
    links.keep('admission-0000002', ['guest'])
    links.hear(opened())
    expect(open()).toBe(0)
    links.keep(admissionId, ['guest'])
    links.hear(opened({ with: 'worker' }))
    expect(open()).toBe(0)
    links.hear(opened())
    expect(open()).toBe(1)
  })

  test('closes the moment the admission is over, and is shown no more', () => {
    const { links, open, shown } = createLinks()
    links.keep(admissionId, ['guest'])
    links.hear(opened())
    expect(shown()).toHaveLength(1)
    links.keep(null, [])
    expect([open(), shown()]).toEqual([0, []])
  })

  test('is rebuilt by a later attempt, and not by an earlier one', () => {
    const { links, open, peers } = createLinks()
    links.keep(admissionId, ['guest'])
    links.hear(opened({ attempt: 2 }))
    links.hear(opened({ attempt: 1 }))
    expect(peers).toHaveLength(1)
    links.hear(opened({ attempt: 3 }))
    expect([peers.length, open()]).toEqual([2, 1])
  })

  test('says its signals in the words of the third seat, each for its own end', () => {
    const { links, peers, sent } = createLinks()
    links.keep(admissionId, ['worker', 'physician'])
    links.hear(opened({ with: 'worker', initiator: false }))
    links.hear(opened({ with: 'physician', initiator: false }))
    const signal = { kind: 'renegotiate' } as const
    peers[1]?.tell({ type: 'signal', signal })
    expect(sent).toEqual([
      {
        type: 'guest-signal',
        appointmentId: 'appointment-00001',
        admissionId,
        with: 'physician',
        attempt: 1,
        signal,
      },
    ])
  })

  test('of one end goes when that person goes, and the other stays', () => {
    const { links, peers, open } = createLinks()
    links.keep(admissionId, ['worker', 'physician'])
    links.hear(opened({ with: 'worker' }))
    links.hear(opened({ with: 'physician' }))
    links.keep(admissionId, ['physician'])
    expect(open()).toBe(1)
    expect(peers[0]?.isOpen).toBe(false)
    links.hear(opened({ with: 'worker', attempt: 2 }))
    expect(open()).toBe(1)
  })
})
