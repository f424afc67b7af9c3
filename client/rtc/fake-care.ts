/** Devices, permissions and plugs for tests: what happens to them is said by hand, and time runs when it is told to. */
import type { CarePorts } from './care-ports.ts'
import { createFakeTrack, type FakeTrack } from './fake-media.ts'
import type { MediaFailure } from './media-failure.ts'
import type { Device } from './media.ts'
import type { ListedDevice } from './surroundings.ts'

export function listed(kind: ListedDevice['kind'], id: string): ListedDevice {
  return { kind, id, group: `group of ${id}`, label: `The ${id}` }
}

export function createFakeCare(plugged: readonly ListedDevice[] = []) {
  let devices = plugged
  let changed = () => {}
  let timers: (() => void)[] = []
  let chosen = {}
  let failure: MediaFailure | null = null
  const world = {
    permission: 'granted' as PermissionState | 'unknown',
    visible: true,
    handheld: false,
    audioSession: 'unknown' as 'interrupted' | 'going-on' | 'unknown',
  }
  const opened: string[] = []
  const track = (kind: Device, id: string) => trackOf(kind, id)

  const ports: CarePorts = {
    openTrack(device, wish) {
      opened.push(`${device} ${wish.id ?? wish.facing ?? 'any'}`)
      if (failure !== null) return Promise.resolve({ ok: false, reason: failure })
      const found = devices.find(({ kind, id }) => kind === device && (wish.id ?? id) === id)
      if (found === undefined) return Promise.resolve({ ok: false, reason: 'no-device' })
      return Promise.resolve({ ok: true, track: track(device, found.id) })
    },
    surroundings: {
      listDevices: () => Promise.resolve(devices),
      permissionOf: () => Promise.resolve(world.permission),
      isVisible: () => world.visible,
      isHandheld: () => world.handheld,
      audioSession: () => world.audioSession,
      whenChanged(listener) {
        changed = listener
        return () => (changed = () => {})
      },
    },
    later(_, callback) {
      timers.push(callback)
      return () => (timers = timers.filter((each) => each !== callback))
    },
    memory: { read: () => chosen, write: (next) => (chosen = next) },
  }
  return {
    ports,
    opened,
    track,
    chosen: () => chosen,
    /** Lets everything that is under way settle, timers included. */
    async settle(): Promise<void> {
      for (let turn = 0; turn < 60; turn++) await Promise.resolve()
      for (const run of timers.splice(0)) run()
      for (let turn = 0; turn < 60; turn++) await Promise.resolve()
    },
    async happens(change: Partial<typeof world>): Promise<void> {
      Object.assign(world, change)
      changed()
      for (let turn = 0; turn < 60; turn++) await Promise.resolve()
    },
    async plugs(next: readonly ListedDevice[]): Promise<void> {
      devices = next
      changed()
      for (let turn = 0; turn < 60; turn++) await Promise.resolve()
    },
    failWith: (reason: MediaFailure | null) => (failure = reason),
    isFollowed: () => timers.length > 0,
  }
}

function trackOf(kind: Device, id: string): MediaStreamTrack & FakeTrack {
  const track = createFakeTrack(kind === 'camera' ? 'video' : 'audio')
  const { group, label } = listed(kind, id)
  return Object.assign(track, {
    label,
    getSettings: () => ({ deviceId: id, groupId: group }),
  })
}
