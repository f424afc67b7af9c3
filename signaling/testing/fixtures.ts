/** A small clinic in the store: one of everything that most tests need. */
import { toInstant, type MakeId } from '../clock.ts'
import { systemActor } from '../identity/identity.ts'
import type { Appointment, Employer, Physician, Room, Site, Worker } from '../protocol/planning.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { Staff, StaffRole } from '../protocol/staff.ts'
import type { PolicyDraft } from '../protocol/remote-policy.ts'
import type { AppointmentAddition } from '../store/appointments.ts'
import type { Store } from '../store/store.ts'

export interface Clinic {
  readonly employer: Employer
  readonly site: Site
  readonly room: Room
  readonly physician: Physician
  readonly planner: Staff
  /** The physician's sign-in. */
  readonly physicianStaff: Staff
  readonly sessionId: Id
  /** Of 15 minutes, the first at `sessionStart`. */
  readonly slotIds: readonly Id[]
  readonly workers: readonly Worker[]
  /** The first worker in the first slot, and so on. */
  readonly appointments: readonly Appointment[]
}

export interface ClinicOptions {
  readonly makeId: MakeId
  readonly now: number
  /** Of the session; in an hour when left out. */
  readonly sessionStart?: Instant
  readonly slots?: number
  /** How many of the workers have an appointment already. */
  readonly appointments?: number
  /** Told apart from another clinic in the same store. */
  readonly name?: string
}

const hour = 60 * 60_000
const slotMs = 15 * 60_000

/** Under which the sample clinics examine by video. */
export const pilotApproval: PolicyDraft = {
  examType: 'periodic',
  employerId: null,
  rule: {
    kind: 'approved',
    approval: {
      authority: 'FPS Employment, Labour and Social Dialogue',
      reference: 'sample letter 2026/180',
      givenOn: '2026-06-01',
      validFrom: '2026-06-01',
      validUntil: null,
      scope: 'periodic examinations without a technical act',
    },
  },
}

/** Names as people have them: whatever escapes or trims badly meets them in every test. */
const people = [
  ['Jan', 'D’Hondt'],
  ['Aoife', "O'Brien"],
  ['Robert', 'Null'],
  ['فاطمة', 'العربي'],
  ['李', '小龍'],
] as const

export async function addClinic(store: Store, options: ClinicOptions): Promise<Clinic> {
  const { makeId, now, slots = 4, appointments = 1, name = 'Meridiaan' } = options
  const start = Date.parse(options.sessionStart ?? toInstant(now + hour))
  const at = toInstant(now)
  const employer = { id: makeId(), name }
  const site: Site = {
    id: makeId(),
    employerId: employer.id,
    name: 'Brussel',
    address: 'Koningsstraat 100, 1000 Brussel',
    language: 'nl',
  }
  const room = { id: makeId(), siteId: site.id, name: 'Lokaal 4.12' }
  const physician = {
    id: makeId(),
    name: 'Dr. Lien Claes',
    email: 'lien.claes@zorgpost.example',
    registration: null,
    languages: [],
  }
  const workers = Array.from({ length: slots }, (_, index): Worker => {
    const [firstName, lastName] = people[index % people.length] ?? people[0]
    return {
      id: makeId(),
      employerId: employer.id,
      siteId: site.id,
      personnelNumber: String(1000 + index),
      firstName,
      lastName,
      birthDate: '1984-02-29',
      email: `worker-${index}@${name.toLowerCase()}.example`,
      phone: '+32470123456',
      language: 'nl',
      needsPicture: false,
      postId: null,
    }
  })
  const session = {
    id: makeId(),
    physicianId: physician.id,
    roomId: room.id,
    slotMinutes: slotMs / 60_000,
    slots: Array.from({ length: slots }, (_, index) => ({
      id: makeId(),
      startsAt: toInstant(start + index * slotMs),
      endsAt: toInstant(start + (index + 1) * slotMs),
    })),
  }
  const planner = toStaff(makeId(), 'planner', 'Sofie Maes')
  const physicianStaff = toStaff(makeId(), 'physician', physician.name)

  return store.write(async (writer) => {
    await writer.employers.add(employer, at)
    await writer.employers.addSite(site, at)
    await writer.employers.addRoom(room, at)
    await writer.remotePolicy.add(pilotApproval, at)
    await writer.physicians.add(physician, at)
    await writer.staff.add({ staff: planner, physicianId: null, at })
    await writer.staff.add({ staff: physicianStaff, physicianId: physician.id, at })
    await writer.workers.add(workers, at)
    await writer.sessions.add(session, at)
    const planned: Appointment[] = []
    for (const [index, worker] of workers.slice(0, appointments).entries()) {
      const id = makeId()
      const addition: AppointmentAddition = {
        id,
        slotId: session.slots[index]?.id ?? '',
        workerId: worker.id,
        modality: 'remote',
        examType: 'periodic',
        calendarUid: `${id}@visite.example`,
      }
      planned.push(await writer.appointments.create(addition, { actor: systemActor, at }))
    }
    return {
      employer,
      site,
      room,
      physician,
      planner,
      physicianStaff,
      workers,
      sessionId: session.id,
      slotIds: session.slots.map((slot) => slot.id),
      appointments: planned,
    }
  })
}

function toStaff(id: Id, role: StaffRole, name: string): Staff {
  return { id, role, name, email: `${role}@zorgpost.example` }
}
