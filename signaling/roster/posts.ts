/** The posts that a roster names: those that the service keeps, and no others. */
import type { Post } from '../protocol/due.ts'
import type { RosterFinding } from '../protocol/planning.ts'
import { fold } from '../rules/fold.ts'
import type { MatchedColumn } from './columns.ts'
import type { RosterRow } from './row.ts'

type Named = Pick<Post, 'id' | 'name'>

/** Whatever its case, accents and blanks; null where the row names none, or one that is not kept. */
export function findPost<P extends Named>(posts: readonly P[], name: string | null): P | null {
  if (name === null) return null
  return posts.find((post) => spell(post.name) === spell(name)) ?? null
}

/** What an unknown post asks for, nobody has said: the service adds it first, or the cell is mended. */
export function findUnknownPosts(
  rows: readonly RosterRow[],
  posts: readonly Named[],
  columns: readonly Pick<MatchedColumn, 'column' | 'header'>[],
): RosterFinding[] {
  const column = columns.find((each) => each.column === 'post')?.header.slice(0, 200) ?? 'post'
  return rows
    .filter((row) => row.post !== null && findPost(posts, row.post) === null)
    .map(({ row }) => ({ row, column, problem: 'unknown-post' }))
}

const spell = (name: string) => fold(name).replaceAll(/\s+/g, ' ')
