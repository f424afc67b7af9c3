/** What happens to a browser's devices from outside: plugs, permissions, telephone calls. */
import type { Page } from 'playwright-core'

/**
 * Runs in the page before its own program: keeps every open track where the acts below find it, hides what was unplugged,
 * and counts descriptions, since a change of devices must need none.
 */
export const plugScript = `(${hidePlugs.toString()})()`

interface Plugs {
  tracks: MediaStreamTrack[]
  unplugged: string[]
  descriptions: number
  /** Which way a camera looks, by its label. */
  faces: Readonly<Record<string, string>>
  held: WeakSet<MediaStreamTrack>
}

function hidePlugs() {
  const plugs: Plugs = {
    tracks: [],
    unplugged: [],
    descriptions: 0,
    faces: {},
    held: new WeakSet(),
  }
  Object.assign(globalThis, { journeyPlugs: plugs })
  const { mediaDevices } = navigator
  const open = mediaDevices.getUserMedia.bind(mediaDevices)
  const list = mediaDevices.enumerateDevices.bind(mediaDevices)
  mediaDevices.enumerateDevices = async () =>
    (await list()).filter(({ label }) => !plugs.unplugged.includes(label))
  mediaDevices.getUserMedia = async (constraints) => {
    const found = await mediaDevices.enumerateDevices()
    const lacks = (kind: MediaDeviceKind) => found.every((each) => each.kind !== kind)
    if (
      (constraints?.video && lacks('videoinput')) ||
      (constraints?.audio && lacks('audioinput'))
    ) {
      throw new DOMException('Requested device not found', 'NotFoundError')
    }
    const isGone = (wish: object) =>
      found.every(({ deviceId }) => !JSON.stringify(wish).includes(deviceId))
    const anyOf = (wish: unknown, kind: MediaDeviceKind) => {
      if (typeof wish !== 'object' || wish === null) return wish
      if ('deviceId' in wish) {
        if (isGone(wish)) throw new DOMException('Requested device not found', 'NotFoundError')
        return wish
      }
      const facing = (wish as { facingMode?: { ideal?: string } }).facingMode?.ideal
      const all = found.filter((each) => each.kind === kind)
      const looks = all.find(({ label }) => facing !== undefined && plugs.faces[label] === facing)
      return { ...wish, deviceId: { exact: (looks ?? all[0])?.deviceId } }
    }
    const stream = await open({
      audio: anyOf(constraints?.audio, 'audioinput'),
      video: anyOf(constraints?.video, 'videoinput'),
    } as MediaStreamConstraints)
    plugs.tracks.push(...stream.getTracks())
    return stream
  }
  const muted = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'muted')
  Object.defineProperty(MediaStreamTrack.prototype, 'muted', {
    get(this: MediaStreamTrack) {
      return plugs.held.has(this) || muted?.get?.call(this) === true
    },
  })
  const settingsOf: () => MediaTrackSettings = Reflect.get(
    MediaStreamTrack.prototype,
    'getSettings',
  )
  MediaStreamTrack.prototype.getSettings = function (this: MediaStreamTrack) {
    const facingMode = plugs.faces[this.label]
    const settings = Reflect.apply(settingsOf, this, [])
    return facingMode === undefined ? settings : { ...settings, facingMode }
  }
  const Native = globalThis.RTCPeerConnection.prototype
  const describe: () => Promise<void> = Reflect.get(Native, 'setLocalDescription')
  Native.setLocalDescription = function (this: RTCPeerConnection, ...given: unknown[]) {
    plugs.descriptions += 1
    return Reflect.apply(describe, this, given)
  }
}

/** The label of the newest open track of a kind; null while none is open. */
export function deviceInUse(page: Page, kind: 'audio' | 'video'): Promise<string | null> {
  return page.evaluate((kind) => {
    const { tracks } = (globalThis as unknown as { journeyPlugs: Plugs }).journeyPlugs
    const live = tracks.filter((track) => track.kind === kind && track.readyState === 'live')
    return live.at(-1)?.label ?? null
  }, kind)
}

export function descriptionsOf(page: Page): Promise<number> {
  return page.evaluate(
    () => (globalThis as unknown as { journeyPlugs: Plugs }).journeyPlugs.descriptions,
  )
}

/** Pulls the plugs of these devices at once, in use or not. */
export async function unplug(page: Page, ...labels: readonly string[]): Promise<void> {
  await page.evaluate((labels) => {
    const plugs = (globalThis as unknown as { journeyPlugs: Plugs }).journeyPlugs
    plugs.unplugged.push(...labels)
    for (const track of plugs.tracks) {
      if (!labels.includes(track.label) || track.readyState === 'ended') continue
      track.stop()
      track.dispatchEvent(new Event('ended'))
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  }, labels)
}

export async function plugIn(page: Page, label: string): Promise<void> {
  await page.evaluate((label) => {
    const plugs = (globalThis as unknown as { journeyPlugs: Plugs }).journeyPlugs
    plugs.unplugged = plugs.unplugged.filter((each) => each !== label)
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'))
  }, label)
}

/** Of four made-up cameras, the two whose pictures can be sent. */
export const cameraAtTheFront = 'fake_device_0'
export const cameraAtTheBack = 'fake_device_3'

/** Makes it a phone: one camera looks at the person and one away, and they can be asked for by that. */
export async function makePhone(page: Page): Promise<void> {
  const faces = { [cameraAtTheFront]: 'user', [cameraAtTheBack]: 'environment' }
  await page.evaluate((faces) => {
    Object.assign((globalThis as unknown as { journeyPlugs: Plugs }).journeyPlugs, { faces })
  }, faces)
}

/** The system holds the microphone back, or lets it go on, as around a telephone call. */
export async function holdMicrophoneBack(page: Page, held: boolean): Promise<void> {
  await page.evaluate((held) => {
    const plugs = (globalThis as unknown as { journeyPlugs: Plugs }).journeyPlugs
    for (const track of plugs.tracks) {
      if (track.kind !== 'audio' || track.readyState === 'ended') continue
      if (held) plugs.held.add(track)
      else plugs.held.delete(track)
      track.dispatchEvent(new Event(held ? 'mute' : 'unmute'))
    }
  }, held)
}

/** Gives or withdraws the permission for camera and microphone, in the middle of whatever is going on. */
export async function permit(page: Page, allowed: boolean): Promise<void> {
  if (allowed) await page.context().grantPermissions(['camera', 'microphone'])
  else await page.context().clearPermissions()
}
