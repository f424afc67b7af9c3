import { AppError } from '../errors.ts'
import type { CallLinkClaim } from '../identity/call-link.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import type { Reader } from '../store/store.ts'

/** Looked up for a token that claims nothing, so that the way to "no" is as long. */
const nobody = 'no-such-appointment'

/** Returns the appointment that a link claims. Refuses one that was revoked, and `null`: no genuine link. */
export async function readLinked(
  reader: Pick<Reader, 'appointments'>,
  claim: CallLinkClaim | null,
): Promise<AppointmentContext> {
  const context = await reader.appointments.context(claim?.appointmentId ?? nobody)
  if (claim === null || context === null || context.linkVersion !== claim.linkVersion) {
    throw new AppError('link-not-valid')
  }
  return context
}
