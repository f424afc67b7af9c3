/** The worker's choice of a visit in person: at any moment, no reason asked. */
import { toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Deed } from '../store/appointments.ts'
import type { Live } from '../socket/live.ts'
import type { Store } from '../store/store.ts'
import { declare } from './declare.ts'

/** Choosing twice is one choice. Refused as `transition-refused` once the appointment is over otherwise. */
export async function preferInPerson(
  appointmentId: Id,
  { store, clock, live }: { store: Store; clock: Clock; live: Live },
): Promise<void> {
  const changed = await store.write(async (writer) => {
    const appointment = await writer.appointments.get(appointmentId)
    if (appointment === null) throw new AppError('not-found')
    if (appointment.status === 'converted') return null
    const deed: Deed = {
      actor: { kind: 'worker', id: appointmentId },
      at: toInstant(clock.now()),
    }
    await declare(writer, appointment, { consent: 'video', given: false }, deed)
    return writer.appointments.change(appointmentId, { type: 'prefer-in-person' }, deed)
  })
  if (changed === null) return
  live.appointmentOver(appointmentId, 'in-person-instead')
  live.agendaChanged(changed.physicianId)
}
