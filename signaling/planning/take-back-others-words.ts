/**
 * Somebody says who they are behind a login. What was declared behind another, of which nothing was proved, is no word of theirs:
 * anybody who holds the link can promise a card.
 */
import { systemActor } from '../identity/identity.ts'
import { isProved } from '../protocol/identification.ts'
import type { Appointment } from '../protocol/planning.ts'
import type { Instant } from '../protocol/primitives.ts'
import { standing } from '../rules/consents.ts'
import type { Writer } from '../store/store.ts'
import { declare } from './declare.ts'

/** Call before the new proof is written down. */
export async function takeBackOthersWords(
  writer: Writer,
  appointment: Pick<Appointment, 'id' | 'workerId'>,
  loginKey: string,
  at: Instant,
): Promise<void> {
  const declared = standing(await writer.consents.of([appointment.id]))
  for (const { consent, heardBy, loginKey: saidBehind } of declared) {
    if (heardBy !== null || saidBehind === loginKey) continue
    const isTheirs =
      saidBehind !== null && isProved(await writer.identifications.ofLogin(saidBehind))
    if (isTheirs) continue
    await declare(writer, appointment, { consent, given: false }, { actor: systemActor, at })
  }
}
