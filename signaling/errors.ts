/** Errors are codes until the last moment: here is where each code gets its HTTP status. */
import type { ErrorCode } from './protocol/codes.ts'

/** A refusal that a stranger may read. Anything else that is thrown is logged whole and answered as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode
  /** JSON pointer into the request body, where the mistake is. */
  readonly at: string | undefined

  constructor(code: ErrorCode, at?: string) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.at = at
  }
}

export const httpStatus: Record<ErrorCode, number> = {
  'invalid': 400,
  'not-found': 404,
  'too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  'foreign-origin': 403,
  'internal': 500,
  'unavailable': 503,
  'storage-full': 507,
  'signed-out': 401,
  'not-allowed': 403,
  'link-not-valid': 404,
  'passkey-refused': 401,
  'passkey-copied': 401,
  'last-planner': 409,
  'last-passkey': 409,
  'itsme-unavailable': 503,
  'own-sign-in-unavailable': 503,
  'code-wrong': 422,
  'code-over': 409,
  'code-not-sent': 503,
  'slot-taken': 409,
  'slot-past': 409,
  'worker-already-planned': 409,
  'worker-not-known': 409,
  'seen-by-employer': 422,
  'breach-not-shown': 409,
  'public-holiday': 409,
  'closed-day': 409,
  'undo-over': 409,
  'slot-of-other-kind': 409,
  'choice-over': 409,
  'transition-refused': 409,
  'remote-not-allowed': 422,
  'act-due': 422,
  'not-due': 409,
  'approval-begins-later': 422,
  'approval-expired': 422,
  'approval-missing': 422,
  'overlaps': 409,
  'in-use': 409,
  'roster-unreadable': 422,
  'roster-columns': 422,
  'roster-changed': 409,
  'no-address': 422,
  'worker-not-here': 409,
  'already-ringing': 409,
  'already-in-call': 409,
  'ring-over': 409,
  'call-over': 409,
}
