/** An appointment while its waiting room is open: before and after, nobody says who they are. */
import type { Clock } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'
import { waitingRoomState } from '../rules/waiting-room.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { Store } from '../store/store.ts'

/** Null where there is none, or its waiting room is not open. */
export async function readOpen(
  id: Id,
  { store, clock }: { readonly store: Pick<Store, 'read'>; readonly clock: Clock },
): Promise<AppointmentContext | null> {
  const context = await store.read.appointments.context(id)
  if (context === null) return null
  return waitingRoomState(context.appointment, clock.now()) === 'open' ? context : null
}
