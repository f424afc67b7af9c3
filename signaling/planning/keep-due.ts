/** Keeps what is due right when a worker's post, a post itself, or the last examination changes; in that transaction. */
import type { Post } from '../protocol/due.ts'
import type { Worker } from '../protocol/planning.ts'
import type { CalendarDate, Id } from '../protocol/primitives.ts'
import { dueAfter, dueAtPost, type ExamDoneOn } from '../rules/exam-due.ts'
import type { DueOf } from '../store/exams-due.ts'
import type { Writer } from '../store/store.ts'

type Placed = Pick<Worker, 'id' | 'employerId' | 'postId'>

export interface Since {
  /** The post of each who had one. */
  readonly before: ReadonlyMap<Id, Id>
  /** Who begins to work there: whoever had no post and is not among them did already. */
  readonly newcomers: ReadonlySet<Id>
  readonly today: CalendarDate
}

/** After these workers got another post, or none. */
export async function movePosts(
  writer: Writer,
  workers: readonly Placed[],
  { before, newcomers, today }: Since,
): Promise<void> {
  if (workers.length === 0) return
  const posts = new Map((await writer.posts.list()).map((post) => [post.id, post]))
  const dues = await writer.examsDue.of(workers.map(({ id }) => id))
  const put: DueOf[] = []
  const gone: Id[] = []
  for (const { id, employerId, postId } of workers) {
    const post = posts.get(postId ?? '')
    if (post === undefined) {
      gone.push(id)
      continue
    }
    const due = dues.get(id)
    const old = posts.get(before.get(id) ?? '')
    const had = due === undefined || old === undefined ? null : { post: old, due }
    const begins = old !== undefined || newcomers.has(id)
    put.push({ workerId: id, employerId, due: dueAtPost(post, had, today, begins) })
  }
  await writer.examsDue.put(put)
  await writer.examsDue.remove(gone)
}

/** After a post was changed: what is due of everyone who works at it. */
export async function changePost(
  writer: Writer,
  before: Post,
  after: Post,
  today: CalendarDate,
): Promise<void> {
  const all = await writer.examsDue.atPost(after.id)
  await writer.examsDue.put(
    all.map(({ due, ...of }) => ({ ...of, due: dueAtPost(after, { post: before, due }, today) })),
  )
}

/** After an examination took place: the next one is due, if it was the one of the post. */
export async function noteExamDone(writer: Writer, workerId: Id, done: ExamDoneOn): Promise<void> {
  const before = await writer.examsDue.before(workerId)
  if (before === null) return
  const { post, due } = before
  const next = dueAfter(due, post, done)
  await writer.examsDue.put([{ workerId, employerId: post.employerId, due: next }])
}
