/** Whom the clock gave up, and who comes after all, has the appointment again as long as nobody else has its time. */
import { fromInstant, toInstant, type Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import type { Appointment } from '../protocol/planning.ts'
import { isOpen, type OpenStatus } from '../rules/appointment-life.ts'
import type { Live } from '../socket/live.ts'
import { waitingGivenUp } from '../store/appointments.ts'
import type { Store, Writer } from '../store/store.ts'

/** Whether they may try: only a person's tap tells whether their time is still theirs. */
export function mayComeAfterAll({ status, outcome, endsAt }: Appointment, now: number): boolean {
  return status === 'no-show' && outcome === null && now < fromInstant(endsAt)
}

/** Gives it back to whom the clock gave up; changes nothing for anybody else. */
export async function comeIfGivenUp(
  appointment: Appointment,
  deps: {
    readonly store: Pick<Store, 'write'>
    readonly clock: Clock
    readonly live: Pick<Live, 'agendaChanged' | 'appointmentBack'>
  },
): Promise<void> {
  const { store, clock, live } = deps
  if (!mayComeAfterAll(appointment, clock.now())) return
  const { id, physicianId } = appointment
  const deed = { actor: { kind: 'worker', id }, at: toInstant(clock.now()) } as const
  try {
    await store.write(async (writer) =>
      writer.appointments.takeBackEnd(id, await statusBefore(writer, id), deed),
    )
  } catch (error) {
    // Somebody else has the slot by now, or they themselves another appointment.
    if (error instanceof AppError) return
    throw error
  }
  live.appointmentBack(id)
  live.agendaChanged(physicianId)
}

async function statusBefore(writer: Writer, id: string): Promise<OpenStatus> {
  const entries = await writer.audit.ofAppointment(id)
  const from = entries.findLast(({ action }) => action === waitingGivenUp)?.details['from']
  // Only `store/appointments.ts` has ever written it.
  const was = from as Appointment['status'] | undefined
  if (was === undefined || !isOpen(was)) throw new AppError('transition-refused')
  return was
}
