/** Who is asking. The one decoration on a request; a socket takes it over at its upgrade. */
import type { Id } from '../protocol/primitives.ts'

export type Identity =
  | {
      readonly kind: 'physician'
      readonly staffId: Id
      readonly physicianId: Id
      readonly loginKey: string
    }
  | { readonly kind: 'planner'; readonly staffId: Id; readonly loginKey: string }
  /** A contact of one employer. */
  | {
      readonly kind: 'employer'
      readonly staffId: Id
      readonly employerId: Id
      readonly loginKey: string
    }
  | { readonly kind: 'evaluator'; readonly staffId: Id; readonly loginKey: string }
  /** A worker who opened their call link: bound to one appointment. */
  | { readonly kind: 'worker'; readonly appointmentId: Id; readonly loginKey: string }
  /** Who opened a guest's link: bound to one seat at one appointment, and to nothing before they are let in. */
  | {
      readonly kind: 'guest'
      readonly appointmentId: Id
      readonly guestId: Id
      readonly loginKey: string
    }
  /** The service's own planning software: a planner's rights, by bearer key. */
  | { readonly kind: 'api-key'; readonly keyId: Id }

/** How the audit log names whoever did something. */
export interface Actor {
  readonly kind: 'worker' | 'guest' | 'staff' | 'api-key' | 'system'
  readonly id: string | null
}

export const systemActor: Actor = { kind: 'system', id: null }

export function toActor(identity: Identity): Actor {
  switch (identity.kind) {
    case 'physician':
    case 'planner':
    case 'employer':
    case 'evaluator':
      return { kind: 'staff', id: identity.staffId }
    case 'worker':
      return { kind: 'worker', id: identity.appointmentId }
    case 'guest':
      return { kind: 'guest', id: identity.guestId }
    case 'api-key':
      return { kind: 'api-key', id: identity.keyId }
  }
}
