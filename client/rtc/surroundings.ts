/** What the browser tells of devices beyond their tracks: which there are, who may use them, and what happens around. */
import type { Device } from './media.ts'

export interface ListedDevice {
  readonly kind: Device | 'speaker'
  /** Empty while the browser hides it: then only the kind is known. */
  readonly id: string
  /** The same for all parts of one thing, as a headset; survives where `id` is only `default`. */
  readonly group: string
  readonly label: string
}

export interface Surroundings {
  listDevices(): Promise<readonly ListedDevice[]>
  permissionOf(device: Device): Promise<PermissionState | 'unknown'>
  isVisible(): boolean
  isHandheld(): boolean
  audioSession(): 'interrupted' | 'going-on' | 'unknown'
  /** A plug, a permission, the page in front again, the end of a telephone call. Returns what stops listening. */
  whenChanged(listener: () => void): () => void
}

/** W3C Audio Session, not yet in TypeScript's library: only Safari has it. */
interface AudioSession extends EventTarget {
  readonly state: 'inactive' | 'active' | 'interrupted'
}

const audioSession: AudioSession | undefined = Reflect.get(navigator, 'audioSession')

const kinds: Record<MediaDeviceKind, ListedDevice['kind']> = {
  videoinput: 'camera',
  audioinput: 'microphone',
  audiooutput: 'speaker',
}

export const browserSurroundings: Surroundings = {
  async listDevices() {
    const found = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? []
    return found.map(({ kind, deviceId, groupId, label }) => ({
      kind: kinds[kind],
      id: deviceId,
      group: groupId,
      label,
    }))
  },
  async permissionOf(device) {
    return (await statusOf(device))?.state ?? 'unknown'
  },
  isVisible: () => document.visibilityState === 'visible',
  isHandheld: () => matchMedia('(hover: none) and (pointer: coarse)').matches,
  audioSession() {
    if (audioSession === undefined) return 'unknown'
    return audioSession.state === 'interrupted' ? 'interrupted' : 'going-on'
  },
  whenChanged(listener) {
    const stop = new AbortController()
    const options = { signal: stop.signal }
    navigator.mediaDevices?.addEventListener('devicechange', listener, options)
    document.addEventListener('visibilitychange', listener, options)
    audioSession?.addEventListener('statechange', listener, options)
    for (const device of ['microphone', 'camera'] as const) {
      void statusOf(device).then((status) => status?.addEventListener('change', listener, options))
    }
    return () => stop.abort()
  },
}

/** Null where the browser does not know the name, as Firefox before 132. */
async function statusOf(device: Device): Promise<PermissionStatus | null> {
  try {
    return await navigator.permissions.query({ name: device })
  } catch {
    return null
  }
}
