/** The physicians in whose agendas appointments stand; their sign-in is a row of `staff`. */
import type { Physician } from '../protocol/planning.ts'
import { locales, type Id, type Instant, type Locale } from '../protocol/primitives.ts'
import type { Db, Tx } from './tables.ts'

const columns = ['id', 'name', 'email', 'registration'] as const

export function readPhysicians(db: Db) {
  /** In the order in which Visite lists languages. */
  const languagesOf = async (ids: readonly Id[]): Promise<Map<Id, Locale[]>> => {
    const rows = await db
      .selectFrom('physician_languages')
      .selectAll()
      .where('physician_id', 'in', ids)
      .execute()
    const known = new Set(rows.map((row) => `${row.physician_id} ${row.language}`))
    return new Map(ids.map((id) => [id, locales.filter((locale) => known.has(`${id} ${locale}`))]))
  }

  return {
    languagesOf,
    async list(): Promise<Physician[]> {
      const rows = await db.selectFrom('physicians').select(columns).orderBy('name').execute()
      const languages = await languagesOf(rows.map(({ id }) => id))
      return rows.map((row) => ({ ...row, languages: languages.get(row.id) ?? [] }))
    },
    async get(id: Id): Promise<Physician | null> {
      const query = db.selectFrom('physicians').select(columns).where('id', '=', id)
      const row = await query.executeTakeFirst()
      if (row === undefined) return null
      return { ...row, languages: (await languagesOf([id])).get(id) ?? [] }
    },
  }
}

export function writePhysicians(tx: Tx) {
  const setLanguages = async (id: Id, languages: readonly Locale[]): Promise<void> => {
    await tx.deleteFrom('physician_languages').where('physician_id', '=', id).execute()
    if (languages.length === 0) return
    const rows = languages.map((language) => ({ physician_id: id, language }))
    await tx.insertInto('physician_languages').values(rows).execute()
  }

  return {
    ...readPhysicians(tx),
    setLanguages,
    async add({ languages, ...physician }: Physician, at: Instant): Promise<void> {
      await tx
        .insertInto('physicians')
        .values({ ...physician, created_at: at })
        .execute()
      await setLanguages(physician.id, languages)
    },
  }
}
