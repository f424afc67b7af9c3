/** The worker's choice of a visit in person: at any moment, no reason asked. */
import { toInstant, type Clock } from '../clock.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Live } from '../socket/live.ts'
import type { Store } from '../store/store.ts'

/** Choosing twice is one choice. Refused as `transition-refused` once the appointment is over otherwise. */
export async function preferInPerson(
  appointmentId: Id,
  { store, clock, live }: { store: Store; clock: Clock; live: Live },
): Promise<void> {
  const changed = await store.write(async (writer) => {
    const appointment = await writer.appointments.get(appointmentId)
    if (appointment?.status === 'converted') return null
    return writer.appointments.change(
      appointmentId,
      { type: 'prefer-in-person' },
      { actor: { kind: 'worker', id: appointmentId }, at: toInstant(clock.now()) },
    )
  })
  if (changed === null) return
  live.appointmentOver(appointmentId, 'in-person-instead')
  live.agendaChanged(changed.physicianId)
}
