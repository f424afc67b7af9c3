/** What the care of open devices needs of the world, and whom it tells. */
import type { CareState } from './care-state.ts'
import type { ChosenDevices, Device, OpenedTrack, TrackWish } from './media.ts'
import type { Surroundings } from './surroundings.ts'

export interface CarePorts {
  readonly openTrack: (device: Device, wish: TrackWish) => Promise<OpenedTrack>
  readonly surroundings: Surroundings
  /** Calls back once, as late as that; returns what cancels it. */
  later(ms: number, callback: () => void): () => void
  /** What the person chose, for as long as the page may remember it. */
  readonly memory: DeviceMemory
}

export interface DeviceMemory {
  read(): ChosenDevices & { readonly speaker?: string }
  write(chosen: ChosenDevices & { readonly speaker?: string }): void
}

export interface CareListener {
  changed(state: CareState): void
  /** This track is to be sent from here on. */
  replaced(track: MediaStreamTrack): void
}
