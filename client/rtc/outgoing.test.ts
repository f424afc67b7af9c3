import { describe, expect, test } from 'vitest'
import { createFakeStream, createFakeTrack } from './fake-media.ts'
import { createOutgoing } from './outgoing.ts'

function create() {
  const sent: string[] = []
  let changes = 0
  const outgoing = createOutgoing(
    () => changes++,
    (kind, track) => sent.push(track === null ? `no ${kind}` : kind),
  )
  return { outgoing, sent, changes: () => changes }
}

describe('the person’s own devices', () => {
  test('are none at first, then those of the stream', () => {
    const { outgoing, sent } = create()
    expect(outgoing.devices).toEqual({ microphone: 'none', camera: 'none', paused: false })
    outgoing.useStream(createFakeStream(createFakeTrack('audio')))
    expect(outgoing.devices).toEqual({ microphone: 'on', camera: 'none', paused: false })
    expect(sent).toEqual(['audio'])
  })

  test('are silent the moment that one is muted or switched off', () => {
    const { outgoing } = create()
    const [audio, video] = [createFakeTrack('audio'), createFakeTrack('video')]
    outgoing.useStream(createFakeStream(audio, video))
    outgoing.setMicrophone(false)
    expect([audio.enabled, video.enabled]).toEqual([false, true])
    outgoing.setCamera(false)
    expect([audio.enabled, video.enabled]).toEqual([false, false])
    expect(outgoing.devices).toEqual({ microphone: 'off', camera: 'off', paused: false })
  })

  test('are each as before after a pause', () => {
    const { outgoing } = create()
    const [audio, video] = [createFakeTrack('audio'), createFakeTrack('video')]
    outgoing.useStream(createFakeStream(audio, video))
    outgoing.setMicrophone(false)
    outgoing.setPaused(true)
    expect([audio.enabled, video.enabled]).toEqual([false, false])
    outgoing.setCamera(false)
    outgoing.setCamera(true)
    expect(video.enabled).toBe(false)
    outgoing.setPaused(false)
    expect([audio.enabled, video.enabled]).toEqual([false, true])
  })

  test('obey a wish that was there before them', () => {
    const { outgoing } = create()
    outgoing.setMicrophone(false)
    const audio = createFakeTrack('audio')
    outgoing.useStream(createFakeStream(audio))
    expect(audio.enabled).toBe(false)
    const other = createFakeTrack('audio')
    outgoing.replaceTrack(other)
    expect(other.enabled).toBe(false)
  })

  test('are sent anew only where they are others', () => {
    const { outgoing, sent } = create()
    const [audio, video] = [createFakeTrack('audio'), createFakeTrack('video')]
    outgoing.useStream(createFakeStream(audio, video))
    outgoing.useStream(createFakeStream(audio, video))
    outgoing.replaceTrack(createFakeTrack('video'))
    outgoing.useStream(null)
    expect(sent).toEqual(['audio', 'video', 'video', 'no audio', 'no video'])
  })

  test('tell once what keeps one of them from working', () => {
    const { outgoing, changes } = create()
    const before = changes()
    outgoing.setTroubles(['camera-away'])
    outgoing.setTroubles(['camera-away'])
    expect(outgoing.devices.troubles).toEqual(['camera-away'])
    outgoing.setTroubles([])
    expect(outgoing.devices).not.toHaveProperty('troubles')
    expect(changes()).toBe(before + 2)
  })

  test('are none once the device is gone, and that is told', () => {
    const { outgoing, changes } = create()
    const video = createFakeTrack('video')
    outgoing.useStream(createFakeStream(video))
    const before = changes()
    video.end()
    expect(outgoing.devices.camera).toBe('none')
    expect(changes()).toBe(before + 1)
  })
})
