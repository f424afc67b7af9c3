/** Notes that a worker's page was there on their day without an entry by the link: the clock gives up nobody who tried. */
import { toInstant, type Clock } from '../clock.ts'
import type { Appointment } from '../protocol/planning.ts'
import { entersFrom, waitingRoomState } from '../rules/waiting-room.ts'
import type { seenWithoutEntering } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import { mayComeAfterAll } from './come-after-all.ts'

/** Once; changes nothing before that day, and when the appointment is over. */
export async function noteHere(
  appointment: Appointment,
  action: (typeof seenWithoutEntering)[number],
  {
    store,
    clock,
    timeZone,
  }: {
    readonly store: Pick<Store, 'write'>
    readonly clock: Clock
    readonly timeZone: string
  },
): Promise<void> {
  const { id } = appointment
  const now = clock.now()
  const since = entersFrom(appointment, timeZone)
  const state = waitingRoomState(appointment, now)
  const isTheirs = state === 'upcoming' || state === 'open' || mayComeAfterAll(appointment, now)
  if (now < since || !isTheirs) return
  await store.write(async ({ audit }) => {
    if (await audit.workerCame(id, toInstant(since))) return
    await audit.append({
      at: toInstant(now),
      actor: { kind: 'worker', id },
      appointmentId: id,
      action,
    })
  })
}
