/** Writes down what a worker declared or took back: the row, and its entry in the log. What stands already is not said twice. */
import { consentTextVersion } from '../../client/i18n/consents/version.ts'
import { AppError } from '../errors.ts'
import type { ConsentDraft } from '../protocol/consents.ts'
import type { Identified } from '../protocol/identification.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Locale } from '../protocol/primitives.ts'
import { oppositeOf, standing } from '../rules/consents.ts'
import type { Deed } from '../store/appointments.ts'
import type { Writer } from '../store/store.ts'

/** How it was said on the worker's own page. */
export interface OwnWords {
  /** In which they read it. */
  readonly language: Locale
  /** Behind which they said it. */
  readonly loginKey: string
  /** What was known by then of who they are. `shows-card`: nothing yet. */
  readonly identifiedBy: Exclude<Identified['kind'], 'not-identified'>
}

/** Without `own`, a member of the staff heard it, in the worker's language. */
export async function declare(
  writer: Writer,
  appointment: Pick<Appointment, 'id' | 'workerId'>,
  draft: ConsentDraft,
  deed: Deed,
  own: OwnWords | null = null,
): Promise<void> {
  const { id, workerId } = appointment
  const { consent, given } = draft
  const stood = standing(await writer.consents.of([id]))
  const opposite = given ? oppositeOf(consent) : null
  if (opposite !== null && stood.some((each) => each.consent === opposite)) {
    await declare(writer, appointment, { consent: opposite, given: false }, deed, own)
  }
  const stands = stood.find((each) => each.consent === consent)
  // What was only heard, the worker may say themselves: it is theirs from then on.
  if ((stands !== undefined) === given && (own === null || stands?.heardBy === null)) return
  const worker = await writer.workers.get(workerId)
  if (worker === null) throw new AppError('not-found')
  const { actor, at } = deed
  const language = own?.language ?? worker.language
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
    loginKey: own?.loginKey ?? null,
  })
  await writer.audit.append({
    at,
    actor,
    appointmentId: id,
    action: given ? 'consent-given' : 'consent-taken-back',
    details: {
      consent,
      textVersion,
      language,
      ...(own !== null && { identifiedBy: own.identifiedBy }),
    },
  })
}
