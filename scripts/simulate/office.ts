/** The planner: sets the pilot day up, invites, and answers the telephone. All of it by the office's own requests. */
import * as Type from 'typebox'
import { Ended } from '../../signaling/protocol/board.ts'
import { CohortPreview, CohortReply } from '../../signaling/protocol/cohort.ts'
import { Post } from '../../signaling/protocol/due.ts'
import {
  Employer,
  Physician,
  RosterApplied,
  RosterPreview,
  Session,
  Site,
  WorkerRow,
} from '../../signaling/protocol/planning.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { PolicyRow } from '../../signaling/protocol/remote-policy.ts'
import { StaffLink, StaffRow } from '../../signaling/protocol/staff.ts'
import { addDays } from '../../signaling/rules/calendar.ts'
import { clinic } from '../demo/clinic.ts'
import { Refused, type Browser } from './browser.ts'
import type { Person } from './people.ts'
import type { HalfDay } from './plan.ts'

/** What everyone of the pilot does: nothing in it needs an act by hand. */
const postName = 'Bediende'

export interface Office {
  readonly employerId: string
  /** Imports the roster, puts the half days into the agenda, and invites a cohort of those who are due into all slots. */
  plan(halfDays: readonly HalfDay[], people: readonly Person[]): Promise<void>
  /** Somebody says on the telephone that they cannot come; null when they have no appointment any more. */
  cancel(person: Person): Promise<Id | null>
}

/** A link by which a physician enrols. */
export async function makeEnrolmentLink(browser: Browser): Promise<string> {
  const body = { kind: 'enrol', role: 'physician' }
  const { url } = await browser.post('/api/staff-links', body, StaffLink)
  return url.split('#')[1] ?? ''
}

export const listStaff = (browser: Browser) => browser.get('/api/staff', Type.Array(StaffRow))
export const listPhysicians = (browser: Browser) =>
  browser.get('/api/physicians', Type.Array(Physician))

export async function openOffice(browser: Browser): Promise<Office> {
  const employer = await browser.post('/api/employers', { name: clinic.employer }, Employer)
  const { id: employerId } = employer
  const site = await browser.post('/api/sites', { employerId, ...clinic.site }, Site)
  await browser.post('/api/remote-policy', clinic.approval, PolicyRow)
  const work = { name: postName, examType: 'periodic', periodMonths: 12, acts: [] }
  await browser.post('/api/posts', { employerId, ...work }, Post)

  async function importRoster(people: readonly Person[]): Promise<void> {
    const roster = toRoster(people)
    const path = `/api/employers/${employerId}/roster`
    const { digest, rowsLeftOut } = await browser.post(`${path}/preview`, roster, RosterPreview)
    if (rowsLeftOut > 0) throw new Error(`${rowsLeftOut} rows of the roster were not understood`)
    const query = `digest=${digest}&siteId=${site.id}`
    await browser.post(`${path}?${query}`, roster, RosterApplied)
  }

  return {
    employerId,

    async plan(halfDays, people) {
      await importRoster(people)
      for (const halfDay of halfDays)
        await browser.post('/api/sessions', { ...halfDay, roomId: null, onDayOff: true }, Session)
      const { from, until } = daysOf(halfDays)
      const wanted = { employerId, dueUntil: addDays(until, 365), from, until }
      const draft = { ...wanted, without: [], wished: [] }
      const { placed } = await browser.post('/api/cohorts/preview', draft, CohortPreview)
      const seats = placed.map(({ workerId, slot, examType }) => ({
        workerId,
        slotId: slot.id,
        examType,
      }))
      await browser.post('/api/cohorts', { seats }, CohortReply)
    },

    async cancel({ lastName, personnelNumber }) {
      const path = `/api/workers?employerId=${employerId}&q=${encodeURIComponent(lastName)}`
      const found = await browser.get(path, Type.Array(WorkerRow))
      const row = found.find((each) => each.personnelNumber === personnelNumber)
      const id = row?.openAppointment?.id
      if (id === undefined) return null
      try {
        await browser.post(`/api/appointments/${id}/cancel`, null, Ended)
        return id
      } catch (error) {
        if (error instanceof Refused && error.code === 'transition-refused') return null
        throw error
      }
    },
  }
}

function daysOf(halfDays: readonly HalfDay[]): { readonly from: string; readonly until: string } {
  const dates = halfDays.map(({ date }) => date).toSorted()
  return { from: dates[0] ?? '', until: dates.at(-1) ?? '' }
}

function toRoster(people: readonly Person[]): string {
  const header = 'Personeelsnummer;Naam;Voornaam;Geboortedatum;E-mail;GSM;Taal;Functie'
  const lines = people.map((person) =>
    [
      person.personnelNumber,
      person.lastName,
      person.firstName,
      person.birthDate,
      person.email,
      person.phone,
      person.language,
      postName,
    ].join(';'),
  )
  return [header, ...lines, ''].join('\r\n')
}
