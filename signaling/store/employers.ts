/** Employers, their sites and the rooms that they provide. */
import type { SeatLanguage } from '../protocol/seat-languages.ts'
import type { Employer, Room, Site, SiteLanguages } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { refuseDuplicates } from './sqlite-errors.ts'
import type { Db, Tables, Tx } from './tables.ts'

export function readEmployers(db: Db) {
  return {
    async list(): Promise<Employer[]> {
      return db.selectFrom('employers').select(['id', 'name']).orderBy('name').execute()
    },
    async get(id: Id): Promise<Employer | null> {
      const query = db.selectFrom('employers').select(['id', 'name']).where('id', '=', id)
      return (await query.executeTakeFirst()) ?? null
    },
    async sites(): Promise<Site[]> {
      return (await db.selectFrom('sites').selectAll().orderBy('name').execute()).map(toSite)
    },
    async getSite(id: Id): Promise<Site | null> {
      const row = await db.selectFrom('sites').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toSite(row)
    },
    async rooms(): Promise<Room[]> {
      return (await db.selectFrom('rooms').selectAll().orderBy('name').execute()).map(toRoom)
    },
    async getRoom(id: Id): Promise<Room | null> {
      const row = await db.selectFrom('rooms').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : toRoom(row)
    },
  }
}

/** A name that is taken already is refused as `in-use`. */
export function writeEmployers(tx: Tx) {
  const taken = { code: 'in-use', at: '/name' } as const
  return {
    ...readEmployers(tx),
    async add(employer: Employer, at: Instant): Promise<void> {
      await refuseDuplicates({ 'employers.name': taken }, () =>
        tx
          .insertInto('employers')
          .values({ ...employer, created_at: at })
          .execute(),
      )
    },
    async addSite(site: Site, at: Instant): Promise<void> {
      await refuseDuplicates({ 'sites.name': taken }, () =>
        tx
          .insertInto('sites')
          .values({
            id: site.id,
            employer_id: site.employerId,
            name: site.name,
            address: site.address,
            language: site.language,
            other_languages: JSON.stringify(site.otherLanguages ?? []),
            created_at: at,
          })
          .execute(),
      )
    },
    /** Returns whether there is such a site. */
    async setSiteLanguages(id: Id, { language, otherLanguages }: SiteLanguages): Promise<boolean> {
      const { numUpdatedRows } = await tx
        .updateTable('sites')
        .set({ language, other_languages: JSON.stringify(otherLanguages) })
        .where('id', '=', id)
        .executeTakeFirst()
      return numUpdatedRows === 1n
    },
    async addRoom(room: Room, at: Instant): Promise<void> {
      await refuseDuplicates({ 'rooms.name': taken }, () =>
        tx
          .insertInto('rooms')
          .values({ id: room.id, site_id: room.siteId, name: room.name, created_at: at })
          .execute(),
      )
    },
  }
}

function toSite(row: Tables['sites']): Site {
  const others = readOtherLanguages(row.other_languages)
  return {
    id: row.id,
    employerId: row.employer_id,
    name: row.name,
    address: row.address,
    language: row.language,
    ...(others.length > 0 && { otherLanguages: others }),
  }
}

/** Written by this folder alone, from what a schema let in. */
export function readOtherLanguages(column: string): SeatLanguage[] {
  return JSON.parse(column) as SeatLanguage[]
}

function toRoom(row: Tables['rooms']): Room {
  return { id: row.id, siteId: row.site_id, name: row.name }
}
