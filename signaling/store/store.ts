/**
 * The database. `openStore` is all that the rest of the server sees of SQL: `read` for anyone, `write` for one transaction
 * in which a change and its audit entry stand or fall together.
 */
import { readApiKeys, writeApiKeys } from './api-keys.ts'
import { readAppointments, writeAppointments } from './appointments.ts'
import { readAudit, writeAudit } from './audit.ts'
import { readCandidates } from './candidates.ts'
import { readCallRecords, writeCallRecords } from './call-records.ts'
import { readContacts } from './contacts.ts'
import { readDelays } from './delays.ts'
import { readDueWork, writeDueWork } from './due-work.ts'
import { readEmployers, writeEmployers } from './employers.ts'
import { readEmployerPlanning } from './employer-planning.ts'
import { readFigures } from './figures.ts'
import { readExamsDue, writeExamsDue } from './exams-due.ts'
import { readConsents, writeConsents } from './consents.ts'
import { readGuests, writeGuests } from './guests.ts'
import { readIdentificationCodes, writeIdentificationCodes } from './identification-codes.ts'
import { readIdentifications, writeIdentifications } from './identifications.ts'
import { writeItsmeFlows } from './itsme-flows.ts'
import { readLogins, writeLogins } from './logins.ts'
import { readMailbox, writeMailbox } from './mailbox.ts'
import { openDatabase, type DatabaseOptions } from './database.ts'
import { readOffers, writeOffers } from './offers.ts'
import { readOutbox, writeOutbox } from './outbox.ts'
import { readPasskeys, writePasskeys } from './passkeys.ts'
import { readPhysicians, writePhysicians } from './physicians.ts'
import { readPosts, writePosts } from './posts.ts'
import { readRemotePolicy, writeRemotePolicy } from './remote-policy.ts'
import { readRequests, writeRequests } from './requests.ts'
import { readRoomChecks, writeRoomChecks } from './room-checks.ts'
import { readSessions, writeSessions } from './sessions.ts'
import { writeSignInCodes } from './sign-in-codes.ts'
import { readSignInLinks, writeSignInLinks } from './sign-in-links.ts'
import { readShortLinks, writeShortLinks } from './short-links.ts'
import { readSlots } from './slots.ts'
import { readStaff, writeStaff } from './staff.ts'
import { readStaffOidc, writeStaffOidc } from './staff-oidc.ts'
import type { Db, Tx } from './tables.ts'
import { readVisitWishes, writeVisitWishes } from './visit-wishes.ts'
import { readVisits } from './visits.ts'
import { readWorkers, writeWorkers } from './workers.ts'

export type Reader = ReturnType<typeof createReader>
export type Writer = ReturnType<typeof createWriter>

export interface Store {
  readonly read: Reader
  /**
   * Runs the work in one transaction and returns once it is on disk. Throws `AppError('unavailable')` when another
   * program holds the database, `AppError('storage-full')` when the disk is full; nothing is stored then.
   * The work awaits nothing but the writer: every other query waits meanwhile.
   */
  write<T>(work: (writer: Writer) => Promise<T>): Promise<T>
  /** For `/healthz`: resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the database in this file (`:memory:` for tests), creating and migrating it. Throws `StoreError` with one sentence.
 * `alongside` is for an administrator's command, which may run while the server does.
 */
export async function openStore(
  file: string,
  options: Pick<DatabaseOptions, 'alongside' | 'onQuery'> = {},
): Promise<Store> {
  const database = await openDatabase(file, options)
  return {
    read: createReader(database.db),
    write: (work) => database.transact((tx) => work(createWriter(tx))),
    ping: () => database.ping(),
    close: () => database.close(),
  }
}

function createReader(db: Db) {
  return {
    employers: readEmployers(db),
    contacts: readContacts(db),
    employerPlanning: readEmployerPlanning(db),
    figures: readFigures(db),
    roomChecks: readRoomChecks(db),
    posts: readPosts(db),
    examsDue: readExamsDue(db),
    remotePolicy: readRemotePolicy(db),
    physicians: readPhysicians(db),
    workers: readWorkers(db),
    sessions: readSessions(db),
    slots: readSlots(db),
    appointments: readAppointments(db),
    audit: readAudit(db),
    callRecords: readCallRecords(db),
    outbox: readOutbox(db),
    dueWork: readDueWork(db),
    requests: readRequests(db),
    offers: readOffers(db),
    delays: readDelays(db),
    visits: readVisits(db),
    visitWishes: readVisitWishes(db),
    mailbox: readMailbox(db),
    staff: readStaff(db),
    staffOidc: readStaffOidc(db),
    signInLinks: readSignInLinks(db),
    passkeys: readPasskeys(db),
    logins: readLogins(db),
    consents: readConsents(db),
    identifications: readIdentifications(db),
    identificationCodes: readIdentificationCodes(db),
    guests: readGuests(db),
    shortLinks: readShortLinks(db),
    apiKeys: readApiKeys(db),
  }
}

function createWriter(tx: Tx) {
  return {
    employers: writeEmployers(tx),
    contacts: readContacts(tx),
    roomChecks: writeRoomChecks(tx),
    signInCodes: writeSignInCodes(tx),
    posts: writePosts(tx),
    examsDue: writeExamsDue(tx),
    remotePolicy: writeRemotePolicy(tx),
    physicians: writePhysicians(tx),
    workers: writeWorkers(tx),
    sessions: writeSessions(tx),
    // Written with their session.
    slots: readSlots(tx),
    appointments: writeAppointments(tx),
    audit: writeAudit(tx),
    callRecords: writeCallRecords(tx),
    outbox: writeOutbox(tx),
    dueWork: writeDueWork(tx),
    requests: writeRequests(tx),
    offers: writeOffers(tx),
    delays: readDelays(tx),
    visits: readVisits(tx),
    visitWishes: writeVisitWishes(tx),
    // Looked for in the transaction that asks them.
    candidates: readCandidates(tx),
    mailbox: writeMailbox(tx),
    staff: writeStaff(tx),
    staffOidc: writeStaffOidc(tx),
    signInLinks: writeSignInLinks(tx),
    passkeys: writePasskeys(tx),
    logins: writeLogins(tx),
    consents: writeConsents(tx),
    identifications: writeIdentifications(tx),
    identificationCodes: writeIdentificationCodes(tx),
    itsmeFlows: writeItsmeFlows(tx),
    guests: writeGuests(tx),
    shortLinks: writeShortLinks(tx),
    apiKeys: writeApiKeys(tx),
  }
}
