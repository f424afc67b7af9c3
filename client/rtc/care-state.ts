/** How a person's devices stand while they are open: what pages draw, and what the sheet of choices is made of. */
import { deviceIn, type Trouble } from './trouble.ts'
import type { Device, Facing } from './media.ts'
import type { ListedDevice } from './surroundings.ts'

export interface CareState {
  readonly troubles: Partial<Readonly<Record<Device, Trouble>>>
  readonly news: DeviceNews | null
  readonly listed: readonly ListedDevice[]
  /** The ids in use; absent: none, or the browser's own choice. */
  readonly using: Partial<Readonly<Record<ListedDevice['kind'], string>>>
  readonly facing: Facing
}

/** What the person picks from the list. */
export interface DeviceChoice {
  readonly device: ListedDevice['kind']
  readonly id: string
}

/** Said once, and gone after a while. */
export type DeviceNews =
  /** Another device took the place of one that was unplugged, or one came that was missing. */
  | { readonly kind: 'now-using'; readonly device: Device; readonly label: string }
  /** The one that was unplugged is there again, and another has its place. */
  | {
      readonly kind: 'back'
      readonly device: Device
      readonly label: string
      readonly id: string
    }
  | { readonly kind: 'may-echo' }

export const untroubled: CareState = {
  troubles: {},
  news: null,
  listed: [],
  using: {},
  facing: 'user',
}

/** The sound first: without it nobody can talk. `silent`: the microphone runs, and nothing comes out of it. */
export function troublesIn({ troubles }: CareState, silent = false): readonly Trouble[] {
  const microphone = troubles.microphone ?? (silent ? 'microphone-silent' : undefined)
  return [microphone, troubles.camera].filter((each) => each !== undefined)
}

export function withTrouble(state: CareState, trouble: Trouble): CareState {
  return { ...state, troubles: { ...state.troubles, [deviceIn(trouble)]: trouble } }
}

export function withoutTrouble(state: CareState, device: Device): CareState {
  const troubles = { ...state.troubles }
  delete troubles[device]
  return { ...state, troubles }
}

/** What a track says of the device behind it, kept for when it is gone. */
export interface KnownDevice {
  readonly id: string
  readonly group: string
  readonly label: string
}

export function knownBehind(track: MediaStreamTrack): KnownDevice {
  const { deviceId = '', groupId = '' } = track.getSettings()
  return { id: deviceId, group: groupId, label: track.label }
}

/** Chrome's names for "whatever the system prefers": they stay when the device behind them goes. */
const standIns = ['default', 'communications']

/** Finds a device in the list again. A browser that hides ids cannot tell: then any of the kind is taken for it. */
export function findListed(
  listed: readonly ListedDevice[],
  kind: Device,
  known: KnownDevice,
): ListedDevice | undefined {
  const own = listed.filter((each) => each.kind === kind)
  const isStandIn = standIns.includes(known.id)
  return (
    own.find((each) => each.id === '') ??
    own.find((each) => !isStandIn && each.id === known.id) ??
    own.find((each) => isStandIn && known.group !== '' && each.group === known.group)
  )
}
