/** The legal category of a post (Code, art. I.4-1): it says which examinations the work asks for, and how often. */
import { sql, type Kysely } from 'kysely'

const statement = `ALTER TABLE posts
  ADD COLUMN category TEXT CHECK (category IN ('safety-post', 'vigilance-post', 'defined-risk'))`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db)
}
