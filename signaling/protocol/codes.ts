/**
 * Every way in which the server says no. A code is stable and made for programs; the browser turns it into a sentence
 * in the person's language (`client/i18n`), and the server's `errors.ts` maps it to an HTTP status or a close code.
 */
import * as Type from 'typebox'
import { strict } from './primitives.ts'

export const errorCodes = [
  // the request
  'invalid', // a field is missing, unknown, too long or of the wrong shape; `at` names it
  'not-found', // no such thing, or none that you may see: the same answer for both
  'too-large',
  'unsupported-media-type',
  'too-many-requests',
  'foreign-origin', // a change asked for by another site's page
  'internal',
  'unavailable', // the database is busy or closing; try again
  'storage-full',
  // who you are
  'signed-out', // no login, or an ended one
  'not-allowed', // a login without this right
  'link-not-valid', // call link or sign-in link: unknown, damaged, expired, revoked or used; never said which
  'passkey-refused', // not known, not rightly signed, too late, or its owner may no longer sign in; never said which
  'passkey-copied', // its signature counter went back: somewhere there is a copy
  'last-planner', // nobody would be left who can let others in
  'last-passkey', // without it nobody could sign in here again
  'itsme-unavailable', // itsme does not answer, or not as it should: another way is needed
  'own-sign-in-unavailable', // the service's own does not answer, or not as it should
  'code-wrong', // not the code that was sent
  'code-over', // too old, tried too often, or none was sent: ask for another
  'code-not-sent', // the mail server did not take it
  // planning
  'slot-taken',
  'slot-past',
  'worker-already-planned', // this worker has an open appointment
  'worker-not-known', // who asked, is only claimed: the service says first which worker it is
  'seen-by-employer', // a company room, for a consultation of which the employer may not know
  'breach-not-shown', // a move on the board would break a rule that the planner was not shown
  'public-holiday', // a session then is made only where the planner says so once more
  'closed-day', // … on a day that the service has declared closed
  'undo-over', // it was done too long ago, or something changed since
  'slot-of-other-kind', // the half day is for visits in person, or for talks by video
  'choice-over', // it is too late to decline or move the appointment on its page
  'transition-refused', // the appointment's life does not allow this step
  'remote-not-allowed', // the policy does not let this examination be by video
  'act-due', // a technical act is due: an appointment of its own, or a visit in person
  'approval-begins-later', // … under which it may be by video
  'approval-expired',
  'not-due', // this examination is not due any more: it took place, or the post changed
  'approval-missing', // this type can be by video under an approval only
  'overlaps', // the physician has another session then
  'in-use',
  'roster-unreadable', // neither UTF-8 nor Windows-1252 text with a header line
  'roster-columns', // a needed column is missing, or an unknown one is there
  'roster-changed', // the file to apply is not the one that was previewed
  'no-address', // nothing to send to: no e-mail address
  // the consultation
  'worker-not-here',
  'already-ringing',
  'already-in-call',
  'ring-over',
  'call-over',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** What every refused HTTP request answers. `at` points into the body (a JSON pointer); `reference` is for the phone. */
export const ErrorReply = strict({
  code: Type.Unsafe<ErrorCode>(Type.String({ maxLength: 40 })),
  at: Type.Optional(Type.String({ maxLength: 200 })),
  reference: Type.Optional(Type.String({ maxLength: 40 })),
})
export type ErrorReply = Type.Static<typeof ErrorReply>
