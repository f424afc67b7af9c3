/** A request that did not come through a page: noted by the office, its term counted from the day that the law names. */
import { AppError } from '../errors.ts'
import type { RequestNote, RequestNoted } from '../protocol/requests.ts'
import { addDays, isRealDate } from '../rules/calendar.ts'
import { defaultTerms, dueOn } from '../rules/legal-clocks.ts'
import type { Deed } from '../store/appointments.ts'
import type { PlanningOptions } from './planning-options.ts'

/** Noting what waits already changes nothing: the first one's term goes on. */
export function noteRequest(
  { store, makeId, legal }: PlanningOptions,
  { workerId, examType, askedBy, from, tellEmployer }: RequestNote,
  deed: Deed,
): Promise<RequestNoted> {
  if (!isRealDate(from)) throw new AppError('invalid', '/from')
  // Art. I.4-37: nobody but the worker, or their own physician.
  if (examType === 'spontaneous' && askedBy === 'employer') {
    throw new AppError('invalid', '/askedBy')
  }
  const due = dueOn(examType, from, legal.terms, legal.workingDays) ?? addDays(from, 14)
  const isResumption = defaultTerms[examType]?.from === 'resumption'
  return store.write(async (writer) => {
    const worker = await writer.workers.get(workerId)
    if (worker === null) throw new AppError('not-found', '/workerId')
    const same = await writer.requests.waitingOf(workerId, examType)
    if (same !== null) return { id: same.id, dueOn: same.dueOn }
    const employers = await writer.employers.list()
    const { firstName, lastName, birthDate, email, phone, language, employerId } = worker
    const id = makeId()
    const request = {
      id,
      examType,
      askedBy,
      askedAt: deed.at,
      dueOn: due,
      notBefore: isResumption ? from : null,
      firstName,
      lastName,
      birthDate,
      email,
      phone,
      language,
      workerId,
      employerName: employers.find((employer) => employer.id === employerId)?.name ?? '',
      moments: { weekdays: [], parts: [] },
      tellEmployer: tellEmployer || askedBy === 'employer' || isResumption,
    }
    await writer.requests.add(request, deed)
    return { id, dueOn: due }
  })
}
