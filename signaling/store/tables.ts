/** The rows as SQL has them. Nothing outside this folder sees a row: each file here maps them to the wire's types. */
import type { Generated, Kysely, Transaction } from 'kysely'
import type { CallPath, CallRecord } from '../protocol/call-records.ts'
import type { Consent } from '../protocol/consents.ts'
import type { Participant } from '../protocol/consultation.ts'
import type { PostCategory } from '../protocol/post-categories.ts'
import type { ExamType } from '../protocol/exam-types.ts'
import type { GuestRole } from '../protocol/guest.ts'
import type { IdentificationMethod, Likeness } from '../protocol/identification.ts'
import type { AppointmentStatus, InPersonAskedBy, Modality, Outcome } from '../protocol/planning.ts'
import type { Instant, Locale } from '../protocol/primitives.ts'
import type { AskedBy, RequestedType } from '../protocol/request-kinds.ts'
import type { OfferState, RefillReason } from '../protocol/offers.ts'
import type { RemoteRule } from '../protocol/remote-policy.ts'
import type { Device, SignInMethod } from '../protocol/own-access.ts'
import type { AccountRole } from '../protocol/staff.ts'
import type { StaffPage } from '../protocol/staff-oidc.ts'
import type { DueKind, DueResult } from './due-work.ts'
import type { MessageKind } from './outbox.ts'

export interface Tables {
  employers: { id: string; name: string; created_at: Instant }
  sites: {
    id: string
    employer_id: string
    name: string
    address: string | null
    language: Locale
    other_languages: string
    created_at: Instant
  }
  rooms: { id: string; site_id: string; name: string; created_at: Instant }
  physicians: {
    id: string
    name: string
    email: string | null
    registration: string | null
    created_at: Instant
  }
  physician_languages: { physician_id: string; language: Locale }
  workers: {
    id: string
    employer_id: string
    site_id: string | null
    personnel_number: string | null
    first_name: string
    last_name: string
    birth_date: string
    email: string | null
    phone: string | null
    language: Locale
    needs_picture: 0 | 1
    post_id: string | null
    left_on: string | null
    created_at: Instant
    updated_at: Instant
  }
  sessions: {
    id: string
    physician_id: string
    room_id: string | null
    starts_at: Instant
    ends_at: Instant
    slot_minutes: number
    modality: Generated<Modality>
    created_at: Instant
  }
  slots: { id: string; session_id: string; starts_at: Instant; ends_at: Instant }
  appointments: {
    id: string
    slot_id: string
    worker_id: string
    modality: Modality
    exam_type: ExamType
    status: AppointmentStatus
    outcome: Outcome | null
    in_person_asked_by: InPersonAskedBy | null
    link_version: number
    calendar_uid: string
    calendar_sequence: number
    wants_earlier_at: Generated<Instant | null>
    visit_settled_at: Generated<Instant | null>
    created_at: Instant
    updated_at: Instant
  }
  posts: {
    id: string
    employer_id: string
    name: string
    category: PostCategory | null
    exam_type: ExamType
    period_months: number
    acts: string
    created_at: Instant
    updated_at: Instant
  }
  exams_due: {
    worker_id: string
    employer_id: string
    exam_type: ExamType
    last_on: string | null
    due_on: string
    acts: string
  }
  remote_policy: {
    version: Generated<number>
    exam_type: ExamType
    employer_id: string | null
    rule: RemoteRule['kind']
    authority: string | null
    reference: string | null
    given_on: string | null
    valid_from: string | null
    valid_until: string | null
    scope: string | null
    recorded_at: Instant
  }
  audit: {
    number: number
    at: Instant
    actor_kind: 'worker' | 'guest' | 'staff' | 'api-key' | 'system'
    actor_id: string | null
    appointment_id: string | null
    action: string
    details: string
    previous_hash: string
    hash: string
  }
  consents: {
    /** Given by SQLite: the order in which they were said. */
    number: Generated<number>
    appointment_id: string
    at: Instant
    consent: Consent
    given: 0 | 1
    text_version: string
    language: Locale
    heard_by: string | null
    login_key: string | null
  }
  outbox: {
    id: string
    appointment_id: string | null
    offer_id: string | null
    request_id: string | null
    staff_id: string | null
    kind: MessageKind
    state: 'queued' | 'sent' | 'failed' | 'superseded'
    attempts: number
    created_at: Instant
    due_at: Instant
    settled_at: Instant | null
    last_error: string | null
  }
  short_links: {
    code_hash: string
    offer_id: string | null
    appointment_id: string | null
    link_version: number | null
    expires_at: Instant
  }
  due_work: {
    kind: DueKind
    subject: string
    occasion: string
    due_at: Instant
    done_at: Instant | null
    result: DueResult | null
  }
  requests: {
    id: string
    exam_type: RequestedType
    asked_by: AskedBy
    not_before: string | null
    asked_at: Instant
    due_on: string
    first_name: string
    last_name: string
    birth_date: string
    employer_name: string
    email: string | null
    phone: string | null
    language: Locale
    moments: string
    tell_employer: 0 | 1
    worker_id: string | null
    appointment_id: string | null
    closed_at: Instant | null
  }
  refills: {
    slot_id: string
    freed_at: Instant
    ended_at: Instant | null
    ended_as: 'filled' | 'lost' | null
  }
  offers: {
    id: string
    slot_id: string
    worker_id: string
    request_id: string | null
    reason: RefillReason
    exam_type: ExamType
    made_at: Instant
    until: Instant
    state: OfferState
    settled_at: Instant | null
    appointment_id: string | null
  }
  mailbox: {
    id: string
    at: Instant
    sender: string
    recipient: string
    subject: string
    text: string
    attachments: string
  }
  call_records: {
    call_id: string
    side: Participant
    appointment_id: string
    reported_at: Instant
    keep_until: Instant
    connected_ms: number
    path: CallPath | null
    attempts: number
    start: CallRecord['start']
    time_to_picture_ms: number | null
    freezes: number
    frozen_ms: number
    concealed: number | null
    worst_rung: CallRecord['worstRung']
    details: string
  }
  staff: {
    id: string
    role: AccountRole
    name: string
    email: string | null
    physician_id: string | null
    disabled_at: Instant | null
    created_at: Instant
    employer_id: string | null
    language: Locale | null
  }
  sign_in_codes: {
    id: string
    staff_id: string
    browser_hash: string
    known_device: 0 | 1
    code_mac: string
    tries: number
    made_at: Instant
    expires_at: Instant
    ended_at: Instant | null
  }
  room_checks: {
    /** Given by SQLite: the order in which they were made. */
    number: Generated<number>
    room_id: string
    at: Instant
    fit: 0 | 1
    checked_by: string
  }
  sign_in_links: {
    token_hash: string
    kind: 'enrol' | 'sign-in'
    role: AccountRole
    staff_id: string | null
    reusable: 0 | 1
    created_at: Instant
    expires_at: Instant
    spent_at: Instant | null
  }
  passkeys: {
    id: string
    staff_id: string
    name: string
    public_key: string
    counter: number
    transports: string
    made_at: Instant
    last_used_at: Instant | null
  }
  passkey_challenges: {
    challenge: string
    browser_hash: string
    purpose: 'make' | 'use'
    staff_id: string | null
    expires_at: Instant
  }
  logins: {
    cookie_hash: string
    kind: 'staff' | 'worker'
    staff_id: string | null
    appointment_id: string | null
    link_version: number | null
    created_at: Instant
    expires_at: Instant
    ended_at: Instant | null
    device: Device | null
    last_used_at: Instant | null
    method: SignInMethod | null
  }
  guests: {
    id: string
    appointment_id: string
    role: GuestRole
    name: string
    token_hash: string
    cookie_hash: string | null
    made_by: string
    made_at: Instant
    expires_at: Instant
    used_at: Instant | null
    admitted_to: string | null
    ended_at: Instant | null
  }
  identifications: {
    id: string
    login_key: string
    appointment_id: string
    method: IdentificationMethod
    at: Instant
    acr: string | null
    family_name: Likeness['familyName'] | null
    given_name: Likeness['givenName'] | null
    birth_date: Likeness['birthDate'] | null
    seen_by: string | null
    seen_at: Instant | null
  }
  itsme_flows: {
    state_hash: string
    browser_hash: string
    login_key: string
    appointment_id: string
    locale: Locale
    nonce: string
    code_verifier: string
    expires_at: Instant
  }
  staff_oidc_flows: {
    state_hash: string
    browser_hash: string
    login_key: string | null
    page: StaffPage
    locale: Locale
    nonce: string
    code_verifier: string
    expires_at: Instant
  }
  staff_oidc_subjects: { issuer: string; subject: string; staff_id: string; linked_at: Instant }
  identification_codes: {
    id: string
    login_key: string
    appointment_id: string
    code_mac: string
    tries: number
    made_at: Instant
    expires_at: Instant
    ended_at: Instant | null
  }
  api_keys: {
    id: string
    key_hash: string
    name: string
    created_at: Instant
    revoked_at: Instant | null
  }
}

/** Enough to read. A transaction is one too. */
export type Db = Kysely<Tables>
/** Needed to write: a change and its audit entry belong together. */
export type Tx = Transaction<Tables>
