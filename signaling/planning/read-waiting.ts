/** The requests that wait for a slot, what decides which slots they can have, and which are free. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Modality } from '../protocol/planning.ts'
import type { CalendarDate, Instant } from '../protocol/primitives.ts'
import type { PolicyRow } from '../protocol/remote-policy.ts'
import { addDays, dateAt, startOfDay } from '../rules/calendar.ts'
import { actsDueIn } from '../rules/exam-due.ts'
import { spokenLanguages } from '../rules/languages.ts'
import { decideRemote } from '../rules/remote-policy.ts'
import { mayUseRoom, momentOf, suitsMoment } from '../rules/requests.ts'
import type { SlotForRequest, WaitingRequest } from '../rules/waiting-requests.ts'
import type { OpenSlot } from '../store/free-slots.ts'
import type { Reader } from '../store/store.ts'

/** More than a service has waiting; the nearest ends come first. */
const mostRequests = 500
/** Of half a year of one physician, or of a month of a dozen. */
const mostSlots = 3000

export type WaitingReader = Pick<
  Reader,
  'requests' | 'workers' | 'examsDue' | 'appointments' | 'remotePolicy'
>

/** Returns the nearest end of the term first. */
export async function readWaiting(
  reader: WaitingReader,
  timeZone: string,
): Promise<WaitingRequest[]> {
  const requests = await reader.requests.waiting(mostRequests)
  const ids = requests.flatMap(({ workerId }) => workerId ?? [])
  if (requests.length === 0) return []
  const policy: readonly PolicyRow[] = await reader.remotePolicy.list()
  const workers = await reader.workers.ofIds(ids)
  const dues = await reader.examsDue.of(ids)
  const times = await reader.appointments.openTimesOf(ids)
  const momentAt = once((startsAt: Instant) => momentOf(fromInstant(startsAt), timeZone))
  return requests.map((request) => {
    const { examType, language, dueOn, notBefore, moments } = request
    const worker = request.workerId === null ? undefined : workers.get(request.workerId)
    return {
      language,
      siteId: mayUseRoom(request) ? (worker?.siteId ?? null) : null,
      dueOn,
      notBefore,
      isKnown: worker !== undefined,
      elsewhere: (worker && times.get(worker.id)) ?? [],
      suits: (startsAt) => suitsMoment(moments, momentAt(startsAt)),
      mayBeByVideo: once((on: CalendarDate) => {
        // Of somebody who is not known yet nothing is said against it.
        if (worker === undefined) return true
        const { id, employerId } = worker
        const actsDue = actsDueIn(examType, dues.get(id) ?? null, on)
        return decideRemote({ examType, employerId, actsDue, on }, policy).allowed
      }),
    }
  })
}

/** A day has many slots, and a slot is looked at for many requests. */
function once<Asked, Found>(find: (asked: Asked) => Found): (asked: Asked) => Found {
  const known = new Map<Asked, { readonly found: Found }>()
  return (asked) => {
    const before = known.get(asked)
    if (before !== undefined) return before.found
    const found = find(asked)
    known.set(asked, { found })
    return found
  }
}

/**
 * Returns the free slots after this moment and before `until`, and until the last term of these requests: a slot that one of
 * them could have elsewhere need not be kept for it here.
 */
export async function readOpenSlots(
  reader: Pick<Reader, 'slots'>,
  modality: Modality,
  waiting: readonly WaitingRequest[],
  { after, until, timeZone }: { after: number; until: Instant; timeZone: string },
): Promise<SlotToChoose[]> {
  const ends = waiting.map(({ dueOn }) => toInstant(startOfDay(addDays(dueOn, 1), timeZone)))
  const end = [until, ...ends].toSorted().at(-1) ?? until
  const open = await reader.slots.open(modality, toInstant(after + 1), end, mostSlots)
  return open.map((slot) => toSlotForRequest(slot, timeZone))
}

export type SlotToChoose = SlotForRequest & Pick<OpenSlot, 'physicianName' | 'placeName'>

function toSlotForRequest(slot: OpenSlot, timeZone: string): SlotToChoose {
  const on = dateAt(fromInstant(slot.startsAt), timeZone)
  return { ...slot, on, languages: spokenLanguages(slot.languages) }
}
