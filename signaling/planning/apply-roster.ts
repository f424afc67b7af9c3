/** What a roster changes against what is stored, and the change itself. */
import type { RosterFinding, Worker } from '../protocol/planning.ts'
import type { CalendarDate, Id, Instant } from '../protocol/primitives.ts'
import { planRoster, type RosterPlan, type RosterTarget } from '../roster/match.ts'
import { findUnknownPosts } from '../roster/posts.ts'
import type { Roster } from '../roster/read.ts'
import type { RosterRow } from '../roster/row.ts'
import type { Reader, Writer } from '../store/store.ts'
import { movePosts } from './keep-due.ts'

export interface FilePlan {
  readonly plan: RosterPlan & {
    /** Those who had left and are on the list again. */
    readonly back: readonly Worker[]
    readonly before: ReadonlyMap<Id, Worker>
  }
  /** Without those that a finding leaves out. */
  readonly rows: readonly RosterRow[]
  readonly findings: readonly RosterFinding[]
}

export async function planFile(
  reader: Pick<Reader, 'workers' | 'posts'>,
  roster: Roster,
  of: Pick<RosterTarget, 'employerId' | 'siteId' | 'makeId'>,
): Promise<FilePlan> {
  const existing = await reader.workers.ofEmployer(of.employerId)
  const left = await reader.workers.left(of.employerId)
  const posts = await reader.posts.ofEmployer(of.employerId)

  const unknown = findUnknownPosts(roster.rows, posts, roster.columns)
  const leftOut = new Set(unknown.map(({ row }) => row))
  const rows = roster.rows.filter(({ row }) => !leftOut.has(row))
  const plan = planRoster(rows, { ...of, existing, posts })
  // A row that is left out names somebody all the same; one that could not be read may name anybody.
  const named = new Set(planRoster(roster.rows, { ...of, existing, posts }).workerIds)
  const isWhole = roster.rows.length === roster.rowCount
  const listed = new Set(plan.workerIds)
  return {
    plan: {
      ...plan,
      gone: isWhole ? plan.gone.filter(({ id }) => !left.has(id) && !named.has(id)) : [],
      back: existing.filter(({ id }) => left.has(id) && listed.has(id)),
      before: new Map(existing.map((worker) => [worker.id, worker])),
    },
    rows,
    findings: [...roster.findings, ...unknown].toSorted((a, b) => a.row - b.row),
  }
}

/** Returns of how many it was noted that they have left. */
export async function applyPlan(
  writer: Writer,
  plan: FilePlan['plan'],
  leavers: boolean,
  at: Instant,
  today: CalendarDate,
): Promise<number> {
  const { added, changed, gone, back, before } = plan
  await writer.workers.add(added, at)
  for (const worker of changed) await writer.workers.update(worker, at)
  await writer.workers.setLeft(toIds(back), null, at)

  const changedOf = new Map(changed.map((worker) => [worker.id, worker]))
  const elsewhere = changed.filter(({ id, postId }) => before.get(id)?.postId !== postId)
  const again = back.map((worker) => changedOf.get(worker.id) ?? worker)
  const posted = [...new Set([...added, ...elsewhere, ...again])]
  const had = new Map(
    posted.flatMap(({ id }) => {
      const postId = before.get(id)?.postId ?? null
      return postId === null ? [] : [[id, postId] as const]
    }),
  )
  // The employer's first list names who works there; a later one, who came since.
  const newcomers = new Set(before.size === 0 ? [] : toIds(added))
  await movePosts(writer, posted, { before: had, newcomers, today })

  if (!leavers) return 0
  await writer.workers.setLeft(toIds(gone), today, at)
  await writer.examsDue.remove(toIds(gone))
  return gone.length
}

export function toName({ firstName, lastName }: Worker): string {
  return `${firstName} ${lastName}`.slice(0, 120)
}

function toIds(workers: readonly Worker[]): Id[] {
  return workers.map(({ id }) => id)
}
