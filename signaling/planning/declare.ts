/** Writes down what a worker declared or took back: the row, and its entry in the log. What stands already is not said twice. */
import { AppError } from '../errors.ts'
import { consentTextVersion, type ConsentDraft } from '../protocol/consents.ts'
import type { Appointment } from '../protocol/planning.ts'
import { standing } from '../rules/consents.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'

export async function declare(
  writer: Writer,
  { id, workerId }: Pick<Appointment, 'id' | 'workerId'>,
  { consent, given }: ConsentDraft,
  { actor, at }: Deed,
): Promise<void> {
  const stands = standing(await writer.consents.of([id])).includes(consent)
  if (stands === given) return
  const worker = await writer.workers.get(workerId)
  if (worker === null) throw new AppError('not-found')
  const { language } = worker
  const heardBy = actor.kind === 'staff' ? actor.id : null
  const textVersion = consentTextVersion
  await writer.consents.add({
    appointmentId: id,
    at,
    consent,
    given,
    textVersion,
    language,
    heardBy,
  })
  await writer.audit.append({
    at,
    actor,
    appointmentId: id,
    action: given ? 'consent-given' : 'consent-taken-back',
    details: { consent, textVersion, language },
  })
}
