/**
 * The check of a proof, asked for by an event: the physician's page answers it. So the worker's page, which is as light as
 * can be, knows nothing of the way to what checks.
 */
import type { NoteBody } from '../call/notes.ts'
import type { ProofContext } from './identity-proof.ts'
import type { IdentityVerdict } from './identity-verdict.ts'

export interface AskedCheck {
  readonly body: NoteBody
  readonly context: ProofContext
  readonly answer: (verdict: Promise<IdentityVerdict>) => void
}

declare global {
  interface DocumentEventMap {
    'identity-proof': CustomEvent<AskedCheck>
  }
}

/** Resolves with what the page finds; never where nobody can check. */
export function askForCheck(body: NoteBody, context: ProofContext): Promise<IdentityVerdict> {
  return new Promise((resolve) => {
    const detail: AskedCheck = { body, context, answer: resolve }
    document.dispatchEvent(new CustomEvent('identity-proof', { detail }))
  })
}
