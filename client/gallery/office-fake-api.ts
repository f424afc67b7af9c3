/** Answers as the server would, from the samples. */
import type { Appointment } from '../../signaling/protocol/planning.ts'
import { ApiError } from '../api/request.ts'
import type { OfficeApi } from '../office/office-api.ts'
import * as samples from './office-samples.ts'
import { sampleOwnAccess } from './own-access-samples.ts'

const never = () => new Promise<never>(() => undefined)
const soon = <Value>(value: Value) => Promise.resolve(value)

export function createFakeApi(change: Partial<OfficeApi>): OfficeApi {
  return {
    loadEmployers: () => soon([...samples.employers]),
    createEmployer: never,
    loadSites: () => soon([...samples.sites]),
    createSite: never,
    noteSiteLanguages: () => soon(undefined),
    loadRooms: () => soon([...samples.rooms]),
    createRoom: never,
    loadContacts: () => soon([...samples.contacts]),
    createContact: never,
    inviteContact: () => soon(undefined),
    loadPosts: () => soon([...samples.posts]),
    createPost: never,
    changePost: never,
    givePost: () => soon(undefined),
    loadDue: () => soon({ rows: [...samples.due], next: '2026-12-24 worker-000000000' }),
    changeDue: () => soon(undefined),
    noteExamDone: () => soon(undefined),
    previewCohort: () => soon(samples.cohort),
    confirmCohort: ({ seats }) =>
      soon({ planned: seats.length, queued: seats.length, withoutAddress: [] }),
    loadHealth: () => soon({ ok: true, relay: 'working', relayChanges: 0 }),
    loadNotices: () => soon(samples.notices),
    loadRequests: () => soon([...samples.requests]),
    loadSlotsFor: () => soon([...samples.freeSlots]),
    identifyRequest: () => soon(undefined),
    planRequest: never,
    noteRequest: never,
    loadVisitWishes: () => soon([...samples.visitWishes]),
    loadVisitSlots: () => soon([...samples.freeSlots]),
    planVisit: never,
    settleVisit: () => soon(undefined),
    closeRequest: () => soon(undefined),
    loadRemotePolicy: () => soon({ rows: [...samples.policy] }),
    recordRemotePolicy: never,
    loadPhysicians: () => soon([...samples.physicians]),
    createPhysician: never,
    notePhysicianLanguages: () => soon(undefined),
    loadWorkers: ({ q }) =>
      soon(
        samples.workers.filter((worker) => `${worker.firstName} ${worker.lastName}`.includes(q)),
      ),
    createWorker: never,
    notePictureNeed: () => soon(undefined),
    loadSessions: (from, until) =>
      soon(
        samples.sessions.filter(
          ({ startsAt }) => startsAt.slice(0, 10) >= from && startsAt.slice(0, 10) <= until,
        ),
      ),
    createSession: () => Promise.reject(new ApiError('overlaps', null, 'req-2f91')),
    copyWeek: () =>
      soon({
        made: [samples.sampleId('monday')],
        skipped: [
          { sessionId: samples.sampleId('morning'), on: '2026-12-25', reason: 'public-holiday' },
        ],
      }),
    deleteSession: never,
    undoFill: never,
    sendEndNow: never,
    fillSession: (_id, { workerIds }) =>
      soon({
        appointments: workerIds.slice(1).map(() => ({}) as Appointment),
        leftOut: workerIds.slice(0, 1).map((workerId) => ({
          workerId,
          reason: 'worker-already-planned',
        })),
      }),
    inviteSession: () => soon({ queued: 2, withoutAddress: [samples.sampleId('appointment-6')] }),
    createAppointment: never,
    inviteAgain: never,
    cancelAppointment: never,
    loadMoves: (id, from) => soon(samples.toMoves(id, from)),
    moveAppointment: (id, { slotId, swapWith }) => soon(samples.toMoved(id, slotId, swapWith)),
    undoEnd: never,
    undoMove: (id) => soon(samples.toMoved(id, samples.sampleId('slot-40'), null)),
    planInPerson: never,
    previewRoster: () => soon(samples.preview),
    applyRoster: () =>
      soon({
        added: 15,
        changed: 2,
        unchanged: 1,
        gone: 2,
        rowsLeftOut: 3,
        workerIds: samples.workers.map(({ id }) => id),
      }),
    loadMailbox: () => soon([...samples.toMails(location.origin)]),
    loadMail: (id) =>
      soon(samples.toMails(location.origin).find((mail) => mail.id === id)).then((mail) => {
        if (mail === undefined) throw new ApiError('not-found')
        return mail
      }),
    loadStaff: () => soon([...samples.staff]),
    disableStaff: () => soon(undefined),
    enableStaff: () => soon(undefined),
    ownAccess: sampleOwnAccess,
    createStaffLink: () =>
      soon({
        url: `${location.origin}/office/#Zm9yLXRoZS1nYWxsZXJ5LW9ubHk`,
        expiresAt: '2026-11-25T08:34:00Z',
      }),
    ...change,
  }
}
