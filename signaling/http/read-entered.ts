/** The appointment of the worker who asks, as their page may show it. */
import type { FastifyRequest } from 'fastify'
import type { Clock } from '../clock.ts'
import { AppError } from '../errors.ts'
import { identityOf } from '../identity/access.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import type { Store } from '../store/store.ts'
import { toEntered, type ServiceSettings } from './worker-view.ts'

export async function readEntered(
  request: FastifyRequest,
  deps: {
    readonly store: Pick<Store, 'read'>
    readonly clock: Clock
    readonly settings: ServiceSettings
  },
): Promise<MyAppointment> {
  const { store, clock, settings } = deps
  const { appointmentId, loginKey } = identityOf(request, 'worker')
  const context = await store.read.appointments.context(appointmentId)
  if (context === null) throw new AppError('not-found')
  const identified = await store.read.identifications.ofLogin(loginKey)
  const declared = await store.read.consents.of([appointmentId])
  return toEntered(context, settings, clock.now(), identified, declared)
}
