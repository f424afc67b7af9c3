/** The planner's endpoints, one function each. Every load can be aborted: the page that asked may be gone. */
import type { Ended, MoveChoice, Moved, MoveDraft } from '../../signaling/protocol/board.ts'
import type {
  Appointment,
  AppointmentDraft,
  Employer,
  EmployerDraft,
  FillDraft,
  FillReply,
  FillUndone,
  InvitationsReply,
  Physician,
  PhysicianDraft,
  PhysicianLanguages,
  Room,
  RoomDraft,
  RosterApplied,
  RosterPreview,
  Session,
  SessionDraft,
  Site,
  SiteDraft,
  SiteLanguages,
  WeekCopyDraft,
  WeekCopyReply,
  Worker,
  WorkerDraft,
  WorkerRow,
} from '../../signaling/protocol/planning.ts'
import type { Health } from '../../signaling/protocol/health.ts'
import type { Notices } from '../../signaling/protocol/notices.ts'
import type { CalendarDate, Id } from '../../signaling/protocol/primitives.ts'
import type { PolicyDraft, PolicyReply, PolicyRow } from '../../signaling/protocol/remote-policy.ts'
import { request } from './request.ts'

// -- places and people ----------------------------------------------------------------------------------------------

export function loadEmployers(signal?: AbortSignal): Promise<Employer[]> {
  return load('/api/employers', signal)
}
export function createEmployer(draft: EmployerDraft): Promise<Employer> {
  return request('/api/employers', { body: draft })
}

export function loadSites(signal?: AbortSignal): Promise<Site[]> {
  return load('/api/sites', signal)
}
export function createSite(draft: SiteDraft): Promise<Site> {
  return request('/api/sites', { body: draft })
}

export function loadRooms(signal?: AbortSignal): Promise<Room[]> {
  return load('/api/rooms', signal)
}
export function createRoom(draft: RoomDraft): Promise<Room> {
  return request('/api/rooms', { body: draft })
}

/** How the server stands; needs no login, and is no use of one. */
export function loadHealth(): Promise<Health> {
  return request('/healthz')
}

export function loadNotices(signal?: AbortSignal): Promise<Notices> {
  return load('/api/notices', signal)
}

export function loadRemotePolicy(signal?: AbortSignal): Promise<PolicyReply> {
  return load('/api/remote-policy', signal)
}
export function recordRemotePolicy(draft: PolicyDraft): Promise<PolicyRow> {
  return request('/api/remote-policy', { body: draft })
}

export function loadPhysicians(signal?: AbortSignal): Promise<Physician[]> {
  return load('/api/physicians', signal)
}
export function createPhysician(draft: PhysicianDraft): Promise<Physician> {
  return request('/api/physicians', { body: draft })
}
export function noteSiteLanguages(id: Id, noted: SiteLanguages): Promise<void> {
  return request(`/api/sites/${encodeURIComponent(id)}/languages`, { body: noted })
}

export function notePhysicianLanguages(id: Id, noted: PhysicianLanguages): Promise<void> {
  return request(`/api/physicians/${encodeURIComponent(id)}/languages`, { body: noted })
}

/** `q` is a part of a name; without an employer those of all employers. */
export function loadWorkers(
  search: { readonly employerId: Id | null; readonly q: string },
  signal?: AbortSignal,
): Promise<WorkerRow[]> {
  const query = new URLSearchParams()
  if (search.employerId !== null) query.set('employerId', search.employerId)
  if (search.q.trim() !== '') query.set('q', search.q.trim())
  return load(withQuery('/api/workers', query), signal)
}
export function createWorker(draft: WorkerDraft): Promise<Worker> {
  return request('/api/workers', { body: draft })
}
/** Whether the worker signs or reads lips. */
export function notePictureNeed(workerId: Id, needed: boolean): Promise<void> {
  return request(`/api/workers/${workerId}/needs-picture`, { body: { needed } })
}

// -- sessions and appointments --------------------------------------------------------------------------------------

/** The sessions of these days, both included, in the service's zone. */
export function loadSessions(
  from: CalendarDate,
  until: CalendarDate,
  signal?: AbortSignal,
): Promise<Session[]> {
  return load(withQuery('/api/sessions', new URLSearchParams({ from, until })), signal)
}
export function createSession(draft: SessionDraft): Promise<Session> {
  return request('/api/sessions', { body: draft })
}
/** Makes the sessions of the week that begins on one day again in the week that begins on another. */
export function copyWeek(draft: WeekCopyDraft): Promise<WeekCopyReply> {
  return request('/api/sessions/copy', { body: draft })
}
/** Refused as `in-use` while the session has appointments. */
export async function deleteSession(id: Id): Promise<void> {
  await request(`/api/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' })
}
export function fillSession(id: Id, draft: FillDraft): Promise<FillReply> {
  return request(`/api/sessions/${encodeURIComponent(id)}/fill`, { body: draft })
}
/** Refused as `undo-over` where nothing of it can be taken back any more. */
export function undoFill(sessionId: Id, appointmentIds: readonly Id[]): Promise<FillUndone> {
  const path = `/api/sessions/${encodeURIComponent(sessionId)}/fill/undo`
  return request(path, { body: { appointmentIds } })
}
/** Invites everyone of the session who is planned and not invited yet. */
export function inviteSession(id: Id): Promise<InvitationsReply> {
  return request(`/api/sessions/${encodeURIComponent(id)}/invitations`, { method: 'POST' })
}

export function createAppointment(draft: AppointmentDraft): Promise<Appointment> {
  return request('/api/appointments', { body: draft })
}
export function inviteAgain(id: Id): Promise<Appointment> {
  return changeAppointment(id, 'invitation')
}
export function cancelAppointment(id: Id): Promise<Ended> {
  return changeAppointment(id, 'cancel')
}
export function planInPerson(id: Id): Promise<Ended> {
  return changeAppointment(id, 'in-person')
}
/** Refused as `undo-over`, `slot-taken` or `worker-already-planned` where something happened since. */
export function undoEnd(id: Id): Promise<Ended> {
  return changeAppointment(id, 'end/undo')
}

export async function sendEndNow(id: Id): Promise<void> {
  await changeAppointment(id, 'end/send')
}

/** The slots of these days, both included, to which an appointment could go, with what that would break. */
export function loadMoves(
  id: Id,
  from: CalendarDate,
  until: CalendarDate,
  signal?: AbortSignal,
): Promise<MoveChoice[]> {
  const path = `/api/appointments/${encodeURIComponent(id)}/moves`
  return load(withQuery(path, new URLSearchParams({ from, until })), signal)
}
/** Refused as `breach-not-shown` when the move breaks what `despite` does not name. */
export function moveAppointment(id: Id, draft: MoveDraft): Promise<Moved> {
  return request(`/api/appointments/${encodeURIComponent(id)}/move`, { body: draft })
}
export function undoMove(id: Id): Promise<Moved> {
  return request(`/api/appointments/${encodeURIComponent(id)}/move/undo`, { method: 'POST' })
}

function changeAppointment<Reply>(id: Id, change: string): Promise<Reply> {
  return request(`/api/appointments/${encodeURIComponent(id)}/${change}`, { method: 'POST' })
}

// -- rosters --------------------------------------------------------------------------------------------------------

/** Reads the file and says what it would do; writes nothing. */
export function previewRoster(employerId: Id, file: Blob): Promise<RosterPreview> {
  return request(`/api/employers/${encodeURIComponent(employerId)}/roster/preview`, {
    raw: { content: file, type: rosterType },
  })
}
/** `digest` is the preview's: another file than the previewed one is refused. `leavers`: who is not in the file has left. */
export function applyRoster(
  employerId: Id,
  digest: string,
  file: Blob,
  { siteId, leavers }: { readonly siteId: Id | null; readonly leavers: boolean },
): Promise<RosterApplied> {
  const query = new URLSearchParams({ digest })
  if (siteId !== null) query.set('siteId', siteId)
  if (leavers) query.set('leavers', 'true')
  return request(withQuery(`/api/employers/${encodeURIComponent(employerId)}/roster`, query), {
    raw: { content: file, type: rosterType },
  })
}

/** One type for whatever the operating system calls a CSV: the server looks at the bytes. */
const rosterType = 'text/csv'

function load<Reply>(path: string, signal: AbortSignal | undefined): Promise<Reply> {
  return request<Reply>(path, signal === undefined ? {} : { signal })
}

function withQuery(path: string, query: URLSearchParams): string {
  return query.size === 0 ? path : `${path}?${query}`
}
