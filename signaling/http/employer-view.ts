/**
 * The employer's page, made field by field. It is an allow-list: nothing is spread into it, so that what a query or a type
 * gains tomorrow is not on the page before somebody writes it down here.
 */
import type { EmployerPage, RoomCheck } from '../protocol/employer.ts'
import type { Id } from '../protocol/primitives.ts'
import type { ConvenedWorker, RoomOfEmployer, SessionInRoom } from '../store/employer-planning.ts'

export interface EmployerFacts {
  readonly employerName: string
  readonly service: { readonly name: string; readonly phone: string }
  readonly timeZone: string
  readonly rooms: readonly RoomOfEmployer[]
  readonly checks: ReadonlyMap<Id, RoomCheck>
  readonly sessions: readonly SessionInRoom[]
  readonly convened: readonly ConvenedWorker[]
}

export function toEmployerPage(facts: EmployerFacts): EmployerPage {
  const places = new Map(facts.rooms.map(({ id, name, siteName }) => [id, `${siteName} ${name}`]))
  return {
    employerName: facts.employerName,
    service: { name: facts.service.name, phone: facts.service.phone },
    timeZone: facts.timeZone,
    rooms: facts.rooms.map(({ id }) => ({
      id,
      placeName: places.get(id) ?? '',
      lastCheck: toCheck(facts.checks.get(id)),
    })),
    sessions: facts.sessions.map(({ startsAt, endsAt, physicianName, roomId }) => ({
      startsAt,
      endsAt,
      placeName: places.get(roomId) ?? '',
      physicianName,
    })),
    absences: facts.convened.map(({ startsAt, endsAt, firstName, lastName, roomId }) => ({
      startsAt,
      endsAt,
      workerName: `${firstName} ${lastName}`,
      placeName: roomId === null ? null : (places.get(roomId) ?? null),
    })),
  }
}

function toCheck(check: RoomCheck | undefined): RoomCheck | null {
  return check === undefined ? null : { at: check.at, fit: check.fit }
}
