/** The requests that wait for a slot, each with how near its term is and who the service may know them as. */
import type { RequestRow } from '../protocol/requests.ts'
import { dateAt } from '../rules/calendar.ts'
import { foldWords } from '../rules/fold.ts'
import { readClock } from '../rules/legal-clocks.ts'
import type { Request } from '../store/requests.ts'
import type { PlanningOptions } from './planning-options.ts'

const mostRows = 500

export async function listRequests(options: PlanningOptions): Promise<RequestRow[]> {
  const { store } = options
  const waiting = await store.read.requests.waiting(mostRows)
  const known = await store.read.workers.bornOn(
    waiting.map(({ birthDate }) => birthDate),
    waiting.flatMap(({ workerId }) => workerId ?? []),
  )
  return waiting.map((request) => toRow(request, known, options))
}

function toRow(
  request: Request,
  people: readonly NonNullable<RequestRow['worker']>[],
  { clock, timeZone, legal }: PlanningOptions,
): RequestRow {
  const { firstName, lastName, birthDate, employerName, workerId } = request
  const today = dateAt(clock.now(), timeZone)
  return {
    id: request.id,
    examType: request.examType,
    askedAt: request.askedAt,
    askedBy: request.askedBy,
    clock: readClock(request.dueOn, today, legal.workingDays),
    claimed: { firstName, lastName, birthDate, employerName },
    email: request.email,
    phone: request.phone,
    language: request.language,
    moments: request.moments,
    tellEmployer: request.tellEmployer,
    worker: people.find((known) => known.workerId === workerId) ?? null,
    alike: people
      .filter((known) => known.birthDate === birthDate && isAlike(known, request))
      .slice(0, 10),
  }
}

type Named = { readonly firstName: string; readonly lastName: string }

/** The same day of birth and one of the names: people write theirs in several ways, and forms swap them. */
function isAlike(a: Named, b: Named): boolean {
  const names = [foldWords(b.firstName), foldWords(b.lastName)]
  return names.includes(foldWords(a.lastName)) || names.includes(foldWords(a.firstName))
}
