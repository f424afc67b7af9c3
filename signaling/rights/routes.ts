/**
 * Who may ask for what: every route that the server has. One that is missing here fails the tests; so does one of a link, a
 * worker, a guest or a physician that is not tried on another’s call (`cross-talk-routes.test.ts`).
 */
import type { Role } from './matrix.ts'

const anyone: readonly Role[] = ['anyone']
/** Asked without a login: the link in the body says which one thing it is about. */
const link: readonly Role[] = ['link']
const office: readonly Role[] = ['planner', 'api-key']
const planner: readonly Role[] = ['planner']
const account: readonly Role[] = ['physician', 'planner', 'employer', 'evaluator']
const employer: readonly Role[] = ['employer']
const evaluator: readonly Role[] = ['evaluator']
const physician: readonly Role[] = ['physician']
const worker: readonly Role[] = ['worker']
const guest: readonly Role[] = ['guest']

export const routes: Readonly<Record<string, readonly Role[]>> = {
  'GET /api/service': anyone,
  'POST /api/call-link/look': link,
  'POST /api/call-link/enter': link,
  'POST /api/call-link/cannot-call': link,
  'POST /api/call-link/in-person': link,
  'POST /api/ask': anyone,
  'POST /api/call-link/ask': link,
  'POST /api/call-link/earlier': link,
  'POST /api/offer-link/look': link,
  'POST /api/offer-link/accept': link,
  'POST /api/offer-link/decline': link,
  'POST /api/sign-in/look': link,
  'POST /api/sign-in': link,
  'POST /api/sign-in/passkey': link,
  'POST /api/passkey-sign-in/question': anyone,
  'POST /api/passkey-sign-in': anyone,
  'POST /api/staff-oidc/start': anyone,
  'GET /api/staff-oidc/callback': anyone,

  'GET /api/itsme/jwks': anyone,
  'GET /api/itsme/callback': anyone,

  'GET /api/my-appointment': worker,
  'POST /api/my-appointment/come': worker,
  'POST /api/my-appointment/in-person': worker,
  'POST /api/my-appointment/confirm': worker,
  'POST /api/my-appointment/consents': worker,
  'POST /api/my-appointment/decline': worker,
  'GET /api/my-appointment/slots': worker,
  'POST /api/my-appointment/slot': worker,
  'GET /api/my-appointment/visits': worker,
  'POST /api/my-appointment/visit': worker,
  'GET /api/my-appointment/offers/{id}': worker,
  'POST /api/my-appointment/offers/{id}/accept': worker,
  'POST /api/my-appointment/offers/{id}/decline': worker,
  'POST /api/my-appointment/leave': worker,
  'PUT /api/my-appointment/call-record': worker,
  'POST /api/identification/itsme': worker,
  'POST /api/identification/itsme/token': worker,
  'POST /api/identification/code': worker,
  'POST /api/identification/code-by-sms': worker,
  'POST /api/identification/code/check': worker,
  'POST /api/identification/card': worker,

  'POST /api/guest-link/look': link,
  'POST /api/guest-link/enter': link,
  'GET /api/my-seat': guest,
  'POST /api/my-seat/leave': guest,

  'GET /api/contacts': planner,
  'POST /api/contacts': planner,
  'POST /api/contacts/{id}/invitation': planner,

  'POST /api/contact-code': anyone,
  'POST /api/contact-code/enter': anyone,
  'GET /api/employer': employer,
  'POST /api/employer/rooms/{id}/check': employer,
  'GET /api/evaluation': evaluator,

  'GET /api/me': account,
  'POST /api/sign-out': account,
  'GET /api/my-access': account,
  'POST /api/my-passkeys/order': account,
  'POST /api/my-passkeys': account,
  'PUT /api/my-passkeys/{id}': account,
  'DELETE /api/my-passkeys/{id}': account,
  'POST /api/my-logins/{id}/end': account,
  'POST /api/my-logins/end-others': account,

  'GET /api/desk/day': physician,
  'GET /api/desk/itsme-keys': physician,
  'POST /api/desk/itsme-keys/accepted': physician,
  'POST /api/appointments/{id}/outcome': physician,
  'POST /api/appointments/{id}/consents': physician,
  'POST /api/appointments/{id}/identity-card': physician,
  'GET /api/appointments/{id}/guest': physician,
  'POST /api/appointments/{id}/guest': physician,
  'POST /api/appointments/{id}/guest/revoke': physician,
  'PUT /api/appointments/{id}/call-record': physician,
  'POST /api/appointments/{id}/safety-words': physician,

  'GET /api/staff': planner,
  'POST /api/staff/{id}/disable': planner,
  'POST /api/staff/{id}/enable': planner,
  'POST /api/staff-links': planner,
  'GET /api/mailbox': planner,
  'GET /api/mailbox/{id}': planner,

  'GET /api/employers': office,
  'GET /api/notices': office,
  'POST /api/employers': office,
  'GET /api/sites': office,
  'POST /api/sites': office,
  'POST /api/sites/{id}/languages': office,
  'GET /api/rooms': office,
  'POST /api/rooms': office,
  'GET /api/posts': office,
  'POST /api/posts': office,
  'PUT /api/posts/{id}': office,
  'POST /api/workers/{id}/post': office,
  'GET /api/due': office,
  'POST /api/cohorts/preview': office,
  'POST /api/cohorts': office,
  'PUT /api/workers/{id}/due': office,
  'POST /api/workers/{id}/exam-done': office,
  'GET /api/remote-policy': office,
  'POST /api/remote-policy': office,
  'GET /api/physicians': office,
  'POST /api/physicians': office,
  'POST /api/physicians/{id}/languages': office,
  'GET /api/workers': office,
  'POST /api/workers': office,
  'POST /api/workers/{id}/needs-picture': office,
  'POST /api/employers/{id}/roster/preview': office,
  'POST /api/employers/{id}/roster': office,
  'GET /api/sessions': office,
  'POST /api/sessions': office,
  'POST /api/sessions/copy': office,
  'GET /api/sessions/{id}': office,
  'DELETE /api/sessions/{id}': office,
  'POST /api/sessions/{id}/fill': office,
  'POST /api/sessions/{id}/fill/undo': office,
  'POST /api/sessions/{id}/invitations': office,
  'GET /api/requests': office,
  'POST /api/requests': office,
  'GET /api/visit-wishes': office,
  'GET /api/visit-wishes/{id}/slots': office,
  'POST /api/visit-wishes/{id}/plan': office,
  'POST /api/visit-wishes/{id}/settle': office,
  'GET /api/requests/{id}/slots': office,
  'POST /api/requests/{id}/worker': office,
  'POST /api/requests/{id}/plan': office,
  'POST /api/requests/{id}/close': office,
  'POST /api/appointments': office,
  'GET /api/appointments/{id}': office,
  'POST /api/appointments/{id}/invitation': office,
  'GET /api/appointments/{id}/moves': office,
  'POST /api/appointments/{id}/move': office,
  'POST /api/appointments/{id}/move/undo': office,
  'POST /api/appointments/{id}/in-person': office,
  'POST /api/appointments/{id}/cancel': office,
  'POST /api/appointments/{id}/end/undo': office,
  'POST /api/appointments/{id}/end/send': office,
}

/** Whoever uses one of these links has a login by the reply to it, and reads it as that person. */
export const becomes: Readonly<Record<string, Role>> = {
  'POST /api/call-link/enter': 'worker',
  'POST /api/guest-link/enter': 'guest',
}
