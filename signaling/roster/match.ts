/** What a roster would change: pure, so that the preview and the import cannot differ. */
import type { MakeId } from '../clock.ts'
import type { Post } from '../protocol/due.ts'
import type { Worker } from '../protocol/planning.ts'
import type { Id } from '../protocol/primitives.ts'
import { findPost } from './posts.ts'
import type { RosterRow } from './row.ts'

export interface RosterPlan {
  readonly added: readonly Worker[]
  readonly changed: readonly Worker[]
  readonly unchanged: number
  /** Of the employer, and not in the file. */
  readonly gone: readonly Worker[]
  /** The workers of the file, in its order. */
  readonly workerIds: readonly Id[]
}

export interface RosterTarget {
  readonly employerId: Id
  /** Null leaves each worker's site as it is. */
  readonly siteId: Id | null
  /** The employer's workers as they are stored. */
  readonly existing: readonly Worker[]
  /** Of the employer: those that the file may name. */
  readonly posts: readonly Pick<Post, 'id' | 'name'>[]
  readonly makeId: MakeId
}

/**
 * Finds each row's worker by personnel number, else by e-mail address, else by name and birth date. An empty cell says
 * nothing: what is stored stays. The same file a second time changes nothing.
 */
export function planRoster(rows: readonly RosterRow[], target: RosterTarget): RosterPlan {
  const find = createFinder(target.existing)
  const added: Worker[] = []
  const changed: Worker[] = []
  const workerIds: Id[] = []
  let unchanged = 0
  for (const row of rows) {
    const before = find(row)
    const worker = toWorker(row, before, target)
    workerIds.push(worker.id)
    if (before === null) added.push(worker)
    else if (isSame(before, worker)) unchanged += 1
    else changed.push(worker)
  }
  const found = new Set(workerIds)
  const gone = target.existing.filter(({ id }) => !found.has(id))
  return { added, changed, unchanged, gone, workerIds }
}

/** Who has the same is taken for the same person: case and accents as they are, for they tell people apart. */
export function nameKey(person: Pick<Worker, 'lastName' | 'firstName' | 'birthDate'>): string {
  return JSON.stringify([person.lastName, person.firstName, person.birthDate]).toLowerCase()
}

/** A worker is found once: two rows are never the same person. */
function createFinder(existing: readonly Worker[]): (row: RosterRow) => Worker | null {
  const byNumber = new Map(existing.map((worker) => [worker.personnelNumber, worker]))
  const byEmail = new Map(existing.map((worker) => [worker.email?.toLowerCase() ?? null, worker]))
  const byName = new Map(existing.map((worker) => [nameKey(worker), worker]))
  const found = new Set<Id>()

  return (row) => {
    const candidates = [
      row.personnelNumber === null ? undefined : byNumber.get(row.personnelNumber),
      row.email === null ? undefined : asSamePerson(byEmail.get(row.email.toLowerCase()), row),
      asSameNumber(byName.get(nameKey(row)), row),
    ]
    const worker = candidates.find((other) => other !== undefined && !found.has(other.id)) ?? null
    if (worker !== null) found.add(worker.id)
    return worker
  }
}

/** Couples share an address: it counts only with the same birth date or the same name, and no other number. */
function asSamePerson(worker: Worker | undefined, row: RosterRow): Worker | undefined {
  const alike =
    worker !== undefined &&
    (worker.birthDate === row.birthDate ||
      (worker.lastName === row.lastName && worker.firstName === row.firstName))
  return alike ? asSameNumber(worker, row) : undefined
}

/** Two personnel numbers are two people, whatever else is equal. */
function asSameNumber(worker: Worker | undefined, row: RosterRow): Worker | undefined {
  const differs =
    worker !== undefined &&
    worker.personnelNumber !== null &&
    row.personnelNumber !== null &&
    worker.personnelNumber !== row.personnelNumber
  return differs ? undefined : worker
}

function toWorker(row: RosterRow, before: Worker | null, target: RosterTarget): Worker {
  return {
    id: before?.id ?? target.makeId(),
    employerId: target.employerId,
    siteId: target.siteId ?? before?.siteId ?? null,
    personnelNumber: row.personnelNumber ?? before?.personnelNumber ?? null,
    firstName: row.firstName,
    lastName: row.lastName,
    birthDate: row.birthDate,
    email: row.email ?? before?.email ?? null,
    phone: row.phone ?? before?.phone ?? null,
    language: row.language,
    // The service's own note: no employer's file tells it.
    needsPicture: before?.needsPicture ?? false,
    postId: findPost(target.posts, row.post)?.id ?? before?.postId ?? null,
  }
}

function isSame(a: Worker, b: Worker): boolean {
  const keys = Object.keys(a) as (keyof Worker)[]
  return keys.every((key) => a[key] === b[key])
}
