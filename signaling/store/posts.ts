/** The posts of the employers. */
import type { Post } from '../protocol/due.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { TechnicalAct } from '../protocol/technical-acts.ts'
import { refuseDuplicates } from './sqlite-errors.ts'
import type { Db, Tables, Tx } from './tables.ts'

export function readPosts(db: Db) {
  const all = () => db.selectFrom('posts').selectAll().orderBy('name')
  return {
    async list(): Promise<Post[]> {
      return (await all().execute()).map(toPost)
    },
    async ofEmployer(employerId: Id): Promise<Post[]> {
      return (await all().where('employer_id', '=', employerId).execute()).map(toPost)
    },
    async get(id: Id): Promise<Post | null> {
      const row = await all().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toPost(row)
    },
  }
}

/** A name that another post of the employer has is refused as `in-use`. */
export function writePosts(tx: Tx) {
  const codes = { 'posts.name': { code: 'in-use', at: '/name' } } as const
  return {
    ...readPosts(tx),
    async add(post: Post, at: Instant): Promise<void> {
      const row = { ...toColumns(post), id: post.id, created_at: at, updated_at: at }
      await refuseDuplicates(codes, () => tx.insertInto('posts').values(row).execute())
    },
    async change(post: Post, at: Instant): Promise<void> {
      const change = { ...toColumns(post), updated_at: at }
      await refuseDuplicates(codes, () =>
        tx.updateTable('posts').set(change).where('id', '=', post.id).execute(),
      )
    },
  }
}

function toPost(row: Tables['posts']): Post {
  return {
    id: row.id,
    employerId: row.employer_id,
    name: row.name,
    ...(row.category !== null && { category: row.category }),
    examType: row.exam_type,
    periodMonths: row.period_months,
    acts: readActs(row.acts),
  }
}

function toColumns(post: Post) {
  return {
    employer_id: post.employerId,
    name: post.name,
    category: post.category ?? null,
    exam_type: post.examType,
    period_months: post.periodMonths,
    acts: JSON.stringify(post.acts),
  }
}

/** Written by this folder alone, from what a schema let in. */
export function readActs(column: string): TechnicalAct[] {
  return JSON.parse(column) as TechnicalAct[]
}
