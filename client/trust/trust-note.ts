/** The exchange's messages as notes. They come from another person's page, so they are checked here. */
import type { NoteBody } from '../call/notes.ts'
import type { TrustMessage } from './exchange-state.ts'

export const trustNote = 'trust'

/** Null for what is no message, or one that a later page knows. */
export function readTrustNote({ step, commitment, nonce }: NoteBody): TrustMessage | null {
  if (step === 'commit' && isDigits(commitment)) return { step, commitment }
  if (step === 'reveal' && isDigits(nonce)) return { step, nonce }
  return step === 'stop' ? { step } : null
}

function isDigits(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
