/** What the planning says, for the live side. */
import { fromInstant, toInstant, type Clock } from '../clock.ts'
import type { Planned } from '../consultation/person.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import { isOpen } from '../rules/appointment-life.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'

export interface Agenda {
  /** The appointments by video of the physician's day, as clocks in the service's zone have it. */
  ofToday(physicianId: Id): Promise<Planned[]>
  appointment(id: Id): Promise<Planned | null>
  today(): CalendarDate
}

export interface AppointmentsReader {
  get(id: Id): Promise<Appointment | null>
  ofPhysician(
    physicianId: Id,
    from: Appointment['startsAt'],
    until: Appointment['startsAt'],
  ): Promise<Appointment[]>
}

export function createAgenda(
  store: { readonly read: { readonly appointments: AppointmentsReader } },
  { clock, timeZone }: { readonly clock: Clock; readonly timeZone: string },
): Agenda {
  const { appointments } = store.read
  const today = () => dateAt(clock.now(), timeZone)
  return {
    today,
    async ofToday(physicianId) {
      const from = toInstant(startOfDay(today(), timeZone))
      const until = toInstant(startOfDay(addDays(today(), 1), timeZone))
      const found = await appointments.ofPhysician(physicianId, from, until)
      return found.filter(({ modality }) => modality === 'remote').map(toPlanned)
    },
    async appointment(id) {
      const found = await appointments.get(id)
      return found?.modality === 'remote' ? toPlanned(found) : null
    },
  }
}

function toPlanned(appointment: Appointment): Planned {
  const { id, physicianId, sessionId, startsAt, endsAt, status } = appointment
  return {
    appointmentId: id,
    physicianId,
    sessionId,
    startsAt: fromInstant(startsAt),
    endsAt: fromInstant(endsAt),
    over: !isOpen(status),
  }
}
