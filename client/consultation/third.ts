/** The third person as a screen shows them, and what may be done about them by whom. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { GuestRole, GuestView } from '../../signaling/protocol/guest.ts'
import type { Quality } from '../quality/quality.ts'
import { unknownDevices } from '../rtc/incoming.ts'
import type { IconName } from '../ui/icon.ts'
import type { GuestLink } from './guest-links.ts'
import type { LiveState } from './live.ts'

/** `object` is the worker's; what it says on the button is in the catalogues. */
export type ThirdAct = 'object' | 'admit' | 'remove'

export interface Third {
  readonly name: string
  /** After “of”, where that is not the name. */
  readonly nameWithin?: string
  /** Null: one of the two, as a guest sees them. */
  readonly role: GuestRole | null
  readonly phase: GuestView['phase']
  readonly here: boolean
  readonly remote: LiveState['remote']
  /** Of the connection to them; null while there is none. */
  readonly quality: Quality | null
  readonly acts: readonly ThirdAct[]
}

export const roleIcons: Record<GuestRole, IconName> = {
  interpreter: 'languages',
  captioner: 'captions',
  companion: 'users',
}

export const nothingYet: LiveState['remote'] = { stream: null, devices: unknownDevices }

const acts: Record<Participant, Record<GuestView['phase'], readonly ThirdAct[]>> = {
  worker: { waiting: [], admitted: ['object'], objected: [] },
  physician: {
    waiting: ['admit', 'remove'],
    admitted: ['remove'],
    objected: ['admit', 'remove'],
  },
}

export function toThird(
  viewer: Participant,
  guest: GuestView | null | undefined,
  link: GuestLink | null,
): Third | null {
  if (guest === null || guest === undefined) return null
  const { name, role, phase, here } = guest
  const remote = link?.remote ?? nothingYet
  const quality = link?.quality ?? null
  return { name, role, phase, here, remote, quality, acts: acts[viewer][phase] }
}
