import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFakeConsultation } from './fake-consultation.ts'
import { answer, appointmentId, callId, linkTo, offer, opened, rejoin } from './specimens.ts'

function createConnected() {
  const consultation = createFakeConsultation()
  consultation.worker.runner.dispatch(answer)
  consultation.settle()
  return consultation
}

describe('two pages', () => {
  test('connect after the answer, with one peer each', () => {
    const { worker, physician } = createConnected()
    expect(worker.runner.state).toMatchObject({ phase: 'connected', link: linkTo(1) })
    expect(physician.runner.state).toMatchObject({ phase: 'connected', link: linkTo(1) })
    expect(worker.openPeers()).toHaveLength(1)
    expect(physician.openPeers()).toHaveLength(1)
  })

  test('open nothing and attach no media before the answer', () => {
    const { worker } = createFakeConsultation()
    worker.runner.dispatch(opened(1))
    worker.runner.dispatch({ type: 'signal', ...linkTo(1), signal: offer })
    expect(worker.peers).toHaveLength(0)
    expect(worker.media).toEqual([])
  })

  test('answer twice and have one call', () => {
    const { worker, physician, settle } = createFakeConsultation()
    worker.runner.dispatch(answer)
    worker.runner.dispatch(answer)
    settle()
    expect(worker.peers).toHaveLength(1)
    expect(physician.peers).toHaveLength(1)
  })

  test('both ask for a new attempt at once and get one', () => {
    const { worker, physician, settle } = createConnected()
    worker.peers[0]?.tell({ type: 'failed' })
    physician.peers[0]?.tell({ type: 'failed' })
    expect([worker.runner.state.phase, physician.runner.state.phase]).toEqual([
      'recovering',
      'recovering',
    ])
    settle()
    expect(worker.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
    expect(physician.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
    expect(worker.peers.map((peer) => peer.isOpen)).toEqual([false, true])
  })

  test('both hang up at once and both are out, without an error', () => {
    const { worker, physician, settle } = createConnected()
    worker.runner.dispatch({ type: 'hang-up' })
    physician.runner.dispatch({ type: 'hang-up' })
    settle()
    for (const page of [worker, physician]) {
      expect(page.runner.state.phase).toBe('ended')
      expect(page.openPeers()).toHaveLength(0)
      expect(page.media).toEqual(['attached', 'detached'])
      expect(page.timers.pending()).toBe(0)
    }
  })

  test('connect with every frame delivered twice', () => {
    const { worker, physician, settle } = createFakeConsultation()
    worker.runner.dispatch(answer)
    settle((frames) => frames.flatMap((frame) => [frame, frame]))
    expect(worker.runner.state.phase).toBe('connected')
    expect(physician.runner.state.phase).toBe('connected')
    expect(worker.peers).toHaveLength(1)
  })

  test('connect by a new attempt when the first offer was lost', () => {
    const { worker, physician, settle } = createFakeConsultation()
    worker.runner.dispatch(answer)
    let lost = false
    settle((frames) => {
      if (lost || !frames.some(isOffer)) return frames
      lost = true
      return frames.filter((frame) => !isOffer(frame))
    })
    expect(worker.runner.state.phase).toBe('connecting')
    worker.timers.advance(10_000)
    settle()
    expect(worker.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
    expect(physician.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
  })

  test('end up connected whatever is lost, doubled or swapped in the first ten seconds', () => {
    fc.assert(
      fc.property(
        fc.infiniteStream(fc.constantFrom('keep', 'lose', 'double', 'swap')),
        (faults) => {
          const { worker, physician, press, settle } = createFakeConsultation()
          press()
          settle((frames) => spoil(frames, faults))
          for (let again = 0; again < 4; again++) {
            // The person presses once more if nothing came of it, as people do.
            if (worker.runner.state.phase === 'idle') press()
            worker.runner.dispatch({ type: 'line-opened', resumed: false })
            physician.runner.dispatch({ type: 'line-opened', resumed: false })
            settle()
            worker.timers.advance(10_000)
            physician.timers.advance(10_000)
            settle()
          }
          for (const page of [worker, physician]) {
            expect(page.runner.state.phase).toBe('connected')
            expect(page.openPeers()).toHaveLength(1)
          }
          expect(worker.openPeers()[0]?.attempt).toBe(physician.openPeers()[0]?.attempt)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('one page', () => {
  test('returns to the call after it hung up, in a new attempt', () => {
    const { worker, physician, settle } = createConnected()
    worker.runner.dispatch({ type: 'hang-up' })
    settle()
    expect(worker.runner.state.phase).toBe('ended')
    worker.runner.dispatch(rejoin)
    settle()
    expect(worker.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
    expect(physician.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
    expect(worker.media).toEqual(['attached', 'detached', 'attached'])
  })

  test('looks for another path as soon as nothing comes in, with fresh servers, and is connected when something does', () => {
    const { worker, physician, settle } = createConnected()
    worker.peers[0]?.tell({ type: 'silent' })
    expect(worker.runner.state).toMatchObject({ phase: 'recovering', cause: 'silence' })
    expect(worker.toServer.map((message) => message.type)).toEqual(['signal', 'ice-servers'])
    settle()
    expect(physician.peers[0]?.restarts).toBe(1)
    expect(worker.runner.state).toMatchObject({ phase: 'connected', link: linkTo(1) })
    expect(worker.timers.pending()).toBe(0)
  })

  test('asks for nothing more once a path that broke has healed', () => {
    const { worker } = createConnected()
    worker.peers[0]?.tell({ type: 'interrupted' })
    worker.peers[0]?.tell({ type: 'connected' })
    worker.toServer.splice(0)
    worker.timers.advance(60_000)
    expect(worker.runner.state.phase).toBe('connected')
    expect(worker.toServer).toEqual([])
  })

  test('asks for a new attempt when both sides speak, and still nothing comes in', () => {
    const { worker, physician, settle } = createConnected()
    worker.peers[0]?.tell({ type: 'silent' })
    physician.peers[0]?.tell({ type: 'silent' })
    worker.runner.dispatch({ type: 'ice-servers', appointmentId, callId, iceServers: [] })
    worker.toServer.splice(0)
    // The other side's restart has come, and its path does not lead here.
    for (const peer of worker.peers) peer.deaf = true
    worker.runner.dispatch({ type: 'signal', ...linkTo(1), signal: offer })
    worker.timers.advance(1_200)
    expect(worker.toServer.splice(0)).toContainEqual({ type: 'renew', ...linkTo(1) })
    worker.timers.advance(10_000)
    expect(worker.toServer).toEqual([{ type: 'renew', ...linkTo(1) }])
    settle()
    expect(worker.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
    expect(physician.runner.state).toMatchObject({ phase: 'connected', link: linkTo(2) })
  })

  test('asks for no new attempt while the other side is not heard: its path may be back in a moment', () => {
    const { worker } = createConnected()
    worker.peers[0]?.tell({ type: 'silent' })
    for (let second = 0; second < 90; second++) {
      worker.runner.dispatch({ type: 'ice-servers', appointmentId, callId, iceServers: [] })
      worker.timers.advance(1_000)
    }
    expect(worker.toServer.map((message) => message.type)).not.toContain('renew')
    expect(worker.toServer.length).toBeLessThan(20)
    worker.peers[0]?.tell({ type: 'flowing' })
    expect(worker.runner.state).toMatchObject({ phase: 'connected', link: linkTo(1) })
  })

  test('starts afresh when the line is back and the media is not', () => {
    const { worker } = createConnected()
    worker.peers[0]?.tell({ type: 'silent' })
    worker.runner.dispatch({ type: 'line-lost' })
    worker.timers.advance(60_000)
    worker.toServer.splice(0)
    worker.runner.dispatch({ type: 'line-opened', resumed: false })
    expect(worker.toServer.map((message) => message.type)).toEqual(['signal', 'ice-servers'])
  })

  test('hears no news of a peer that it has closed', () => {
    const { worker } = createConnected()
    const old = worker.peers[0]
    worker.runner.dispatch(opened(2))
    worker.toServer.splice(0)
    old?.tell({ type: 'failed' })
    old?.tell({ type: 'signal', signal: offer })
    expect(worker.toServer).toEqual([])
    expect(worker.runner.state).toMatchObject({ phase: 'recovering', link: linkTo(2) })
  })

  test('gives up waiting for an answer that the server never confirms', () => {
    const { worker } = createFakeConsultation()
    worker.runner.dispatch(answer)
    worker.timers.advance(10_000)
    expect(worker.runner.state.phase).toBe('idle')
    expect(worker.timers.pending()).toBe(0)
  })

  test('leaves a call that ended on the server', () => {
    const { worker } = createConnected()
    worker.runner.dispatch({ type: 'call-over', appointmentId, callId, reason: 'completed' })
    expect(worker.runner.state).toMatchObject({ phase: 'ended', reason: 'completed' })
    expect(worker.openPeers()).toHaveLength(0)
  })
})

function isOffer(frame: unknown): boolean {
  return JSON.stringify(frame).includes('"offer"')
}

function spoil<Frame>(frames: Frame[], faults: Iterator<string>): Frame[] {
  const spoilt: Frame[] = []
  for (const frame of frames) {
    const fault = faults.next().value as string
    if (fault === 'lose') continue
    if (fault === 'swap') spoilt.unshift(frame)
    else spoilt.push(frame)
    if (fault === 'double') spoilt.push(frame)
  }
  return spoilt
}
