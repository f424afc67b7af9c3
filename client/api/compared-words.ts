/** That the safety words of a call were compared, for the audit log. */
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { ComparedWords } from '../../signaling/protocol/safety-words.ts'
import { persevere } from './persevere.ts'
import { ApiError, request } from './request.ts'

/** Until the server has heard it, or has refused it: then the call is long over. */
export function sendComparedWords(appointmentId: Id, compared: ComparedWords): void {
  const path = `/api/appointments/${encodeURIComponent(appointmentId)}/safety-words`
  void persevere(async () => {
    try {
      await request(path, { body: compared, keepalive: true })
    } catch (error) {
      if (!isRefused(error)) throw error
    }
  })
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiError && error.code !== 'offline' && error.code !== 'unavailable'
}
