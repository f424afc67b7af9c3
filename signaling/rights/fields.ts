/**
 * Of which kind each field is that leaves the server. One word per concept makes it possible: a name means the same wherever
 * it stands. Where it does not, what holds it is named first: an object's own name, else the first word of the route, or the
 * type of the message. An undeclared field fails the test.
 */
import type { Leaf } from './leaves.ts'
import type { DataKind } from './matrix.ts'

const kinds: Partial<Record<DataKind, string>> = {
  'health': `/healthz.ok /healthz.relay /healthz.relayChanges`,
  'relay': `relay.calls failing.address failing.problem failing.since`,
  'service': `service.name service.phone /service.name /service.phone /service.ownSignIn /staff-oidc.url serverTime timeZone locale localMailbox`,
  'slot': `startsAt endsAt opensAt expectedAt physicianName placeName roomName free.id kept.id`,
  'worker-name': `workerName firstName lastName`,
  'worker-details': `birthDate personnelNumber employerName worker.language`,
  'worker-contact': `worker.phone /visit-wishes.email /visit-wishes.phone /requests.email /requests.phone /workers.email /workers.phone`,
  'worker-needs': `needsPicture`,
  'worker-choice': `choice.confirmed choice.until modality identify inPersonAskedBy
    /my-appointment.state /my-appointment.until /call-link.state /offer-link.state /offer-link.until`,
  'identity': `identified.kind identified.at identified.bySms likeness.familyName likeness.givenName likeness.birthDate wrongPersonAt`,
  'own-identification': `/identification.url /identification.nonceSeed /identification.idToken /identification.numberEnd provenName`,
  'worker-language': `/my-appointment.language /call-link.language`,
  'consents': `declared.consent declared.at declared.ownPage`,
  'exam-type': `examType`,
  'outcome': `outcome status`,
  'request': `askedAt askedBy tellEmployer waiting /requests.dueOn parts weekdays clock.dueOn clock.light clock.workingDaysLeft /requests.language
    suits /requests.inTime /visit-wishes.inTime /visit-wishes.language`,
  'own-request': `/ask.dueOn /call-link.dueOn`,
  'own-offer': `insteadOf`,
  'refill': `offer.reason offer.until`,
  'planning': `acts category periodMonths postName hasEmail workerHasEmail workerLanguage plannedAt notByVideo nothingDue slotMinutes inPerson
    rows.dueOn rows.language rows.light rows.workingDaysLeft placed.dueOn placed.language placed.inTime
    leftOut.dueOn leftOut.language leftOut.reason skipped.reason skipped.on made more next planned queued withoutAddress takenBack kept mailsAt toPhone
    unanswered.count breaches.code breaches.forbids delivery.at delivery.attempts delivery.state
    approval.authority approval.givenOn approval.reference approval.scope approval.validFrom approval.validUntil rule.kind
    approvals.reference approvals.validUntil recordedAt version
    /employers.name /sites.name /sites.address /sites.language /sites.otherLanguages /rooms.name /posts.name
    /employers.added /employers.changed /employers.gone /employers.unchanged /employers.rows /employers.rowsLeftOut
    columns.column columns.header digest encoding separator findingCount findings.column findings.problem findings.row
    goneNames sample.email sample.language sample.row
    /workers.language /physicians.name /physicians.email /physicians.languages /physicians.registration`,
  'mail-copy': `/mailbox.at /mailbox.from /mailbox.to /mailbox.subject /mailbox.text attachments.name attachments.text`,
  'own-account': `staff.name staff.email staff.role staff.id /sign-in.name /sign-in.role /sign-in.kind /sign-in.way
    user.id user.name user.displayName known.id known.transports
    passkeys.id passkeys.name madeAt lastUsedAt logins.id here device method since`,
  'challenge': `challenge rpId rp.id rp.name`,
  'contact': `/contacts.name /contacts.email /contacts.language`,
  'employer-own': `/employer.employerName lastCheck.at lastCheck.fit`,
  'figures': `smallest figures.invited figures.accepted figures.completed figures.converted figures.noShow figures.cancelled`,
  'staff': `disabled /staff.name /staff.email /staff.role`,
  'new-link': `url /appointments.expiresAt /staff-links.expiresAt`,
  'own-link': `callLink`,
  'reference': `id appointmentId offerId slotId sessionId physicianId workerId workerIds employerId siteId roomId postId`,
  'guest': `guest.name guest.role guest.madeAt guest.usedAt guest.phase guest.here guest.admissionId
    /my-seat.name /my-seat.role /my-seat.state /guest-link.name /guest-link.role /guest-link.state`,
  'presence': `presence.kind presence.lastSeenAt presence.since presence.readiness presence.visible presence.takenOverAt
    ring.phase ring.startedAt ring.expiresAt ring.shown ring.endedAt ring.outcome
    call.phase call.attempt call.openedAt call.workerIn call.physicianIn call.physicianWas call.endedAt call.reason
    deferredUntil before over`,
  'connection': `callId attempt initiator urls username credential iceTransportPolicy quiet with proof
    signal.kind signal.type signal.sdp signal.number signal.candidate signal.sdpMid signal.sdpMLineIndex`,
  'provider': `issuer clientId pinned`,
  'public-keys': `keys.kty keys.use keys.kid keys.alg keys.n keys.e`,
  'conversation': `type participant conversation resumed inCall code about admissionId
    stand.phase stand.workerIn stand.physicianIn stand.reason`,
}

const declarations = Object.entries(kinds).flatMap(([kind, names]) =>
  names.split(/\s+/).map((name) => [name, kind as DataKind] as const),
)
const kindOfField = new Map(declarations)

/** Returns of which kind a field is, and the name it was declared by; null when nobody declared it. */
export function findKind({ field, holder }: Leaf): { kind: DataKind; name: string } | null {
  for (const name of [`${holder}.${field}`, field]) {
    const kind = kindOfField.get(name)
    if (kind !== undefined) return { kind, name }
  }
  return null
}

/** Every name above, as often as it stands there. */
export const declaredNames: readonly string[] = declarations.map(([name]) => name)
