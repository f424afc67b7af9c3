/** A sentence for every refusal: what happened, and what to do. For staff; workers' pages have their own words. */
import type { ErrorTexts } from './error-texts.ts'

export const texts: ErrorTexts = {
  'offline': 'There is no connection to the server. Check the network and try again.',
  'invalid': 'Something in the form is missing or not right. Check it and try again.',
  'not-found': 'This was not found. It may have been removed. Reload the page.',
  'too-large': 'This is too large. Send less at once.',
  'unsupported-media-type': 'This kind of file cannot be read. Choose another file.',
  'too-many-requests': 'That was too fast. Wait a minute and try again.',
  'foreign-origin':
    'This page was not opened at its own address. Open the link of your service again.',
  'internal':
    'Something went wrong on the server. Try again. If it goes wrong again, call the service.',
  'unavailable': 'The server is busy or restarting. Try again in a moment.',
  'storage-full':
    'The server has no room left to store this. Call the service: it must be solved there.',
  'signed-out': 'You are signed out. Sign in again.',
  'not-allowed': 'Your account may not do this. Ask the service if you need it.',
  'link-not-valid': 'This link does not work or no longer works. Ask the service for a new one.',
  'passkey-refused':
    'This passkey was not accepted. Try again, or ask your service for a new link.',
  'passkey-copied':
    'This passkey was refused: it looks as if there is a copy of it somewhere. Call your service, remove this passkey and make a new one.',
  'last-planner': 'This is the last account that can let others in. Make another planner first.',
  'last-passkey':
    'This is your last passkey. Make another one first: without it you could not sign in again.',
  'passkey-cancelled':
    'No passkey was used: the question was closed, or it took too long. Try again.',
  'passkey-known-here': 'This device already holds a passkey for you. Sign in with it.',
  'passkey-not-possible':
    'This browser or device cannot do this with passkeys. Use another browser or your phone, at the address of your service.',
  'itsme-unavailable': 'itsme does not answer now. Use another way.',
  'own-sign-in-unavailable':
    'The sign-in of your service does not answer now. Use your passkey, or try again later.',
  'code-wrong': 'This is not the code that was sent. Look again and type it once more.',
  'code-over': 'This code is no longer valid. Ask for a new one.',
  'code-not-sent': 'The code could not be sent. Try again, or use another way.',
  'slot-taken': 'This moment has just been taken. Choose another one.',
  'slot-past': 'This moment is over. Choose a later one.',
  'worker-already-planned':
    'This worker already has an appointment. Change or cancel that one first.',
  'worker-not-known': 'Say first which worker this is.',
  'seen-by-employer':
    'A company room is seen by the employer, who may not know of this. Choose a slot on the worker’s own phone.',
  'breach-not-shown':
    'Something changed meanwhile, and the move now breaks a rule. Look at it again before you save.',
  'public-holiday': 'This is a public holiday. Choose another day, or say that you mean it.',
  'closed-day': 'The service is closed on this day. Choose another day, or say that you mean it.',
  'undo-over':
    'This can no longer be undone: too much time passed, or something changed. Look at the day anew.',
  'slot-of-other-kind': 'This half day is for visits in person. Choose one by video.',
  'choice-over': 'It is too late to change this here. Please call the service.',
  'transition-refused':
    'This appointment is closed already. Nothing was changed. Reload the page to see it.',
  'remote-not-allowed': 'This examination may not be done by video. Plan a visit in person.',
  'act-due':
    'A technical act is due. Plan the act as an appointment of its own, or all of it in person.',
  'not-due':
    'This examination is no longer due: it took place, or the post has changed. Fetch the list again.',
  'approval-begins-later':
    'The approval for examinations by video begins after this day. Choose a later day, or plan a visit in person.',
  'approval-expired':
    'The approval for examinations by video is over by this day. Plan a visit in person, or record the new approval.',
  'approval-missing':
    'This examination can be done by video only with an approval. Fill in the approval.',
  'overlaps': 'The physician already has a session at that time. Choose another time.',
  'in-use': 'This is still in use, so it was not removed.',
  'roster-unreadable': 'The list cannot be read. Save it as CSV with a first row of column names.',
  'roster-columns': 'A column is missing or not known. Check the first row of the list.',
  'roster-changed': 'The list is not the one that you checked. Check it again.',
  'no-address': 'There is no e-mail address for this worker. Add one, or phone.',
  'worker-not-here': 'The worker is not on the page, so nothing can ring. Phone, or wait.',
  'already-ringing': 'It is ringing already.',
  'already-in-call': 'You are still in a call. End it first.',
  'ring-over': 'This ring is over already. Call again if needed.',
  'call-over': 'This call is over already.',
}
