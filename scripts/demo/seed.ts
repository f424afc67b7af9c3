/** Puts the sample clinic into an empty store, around this moment: whoever looks at it finds a session that runs now. */
import { toInstant, type Clock, type MakeId } from '../../signaling/clock.ts'
import { systemActor } from '../../signaling/identity/identity.ts'
import { hashToken, type MakeToken } from '../../signaling/identity/token.ts'
import type { ExamType } from '../../signaling/protocol/exam-types.ts'
import type { Worker } from '../../signaling/protocol/planning.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'
import type { AccountRole } from '../../signaling/protocol/staff.ts'
import { addDays, clockTimeAt, dateAt, startOfDay } from '../../signaling/rules/calendar.ts'
import {
  addWorkingDays,
  defaultWorkingDays,
  isWorkingDay,
  type WorkingDays,
} from '../../signaling/rules/working-days.ts'
import type { StaffAddition } from '../../signaling/store/staff.ts'
import type { Store, Writer } from '../../signaling/store/store.ts'
import { clinic, sampleDue, sampleWorkers } from './clinic.ts'

export interface Seeded {
  /** Sign-in tokens, by person. */
  readonly staff: readonly {
    readonly role: AccountRole
    readonly name: string
    readonly token: string
  }[]
  /** The appointments of the session that runs now, the earliest first. */
  readonly appointmentIds: readonly Id[]
}

export interface SeedTools {
  readonly clock: Clock
  readonly makeId: MakeId
  readonly makeToken: MakeToken
  readonly timeZone: string
}

const minute = 60_000
const day = 24 * 60 * minute
const slotMinutes = 10
/** A service's office is closed on Saturdays. */
const officeDays: WorkingDays = { weekdays: [1, 2, 3, 4, 5], closed: [] }

/** Exams that the pilot does by video, in turn. */
const exams: readonly ExamType[] = ['periodic', 'pre-resumption', 'maternity', 'spontaneous']

export function seedClinic(store: Store, tools: SeedTools): Promise<Seeded> {
  return store.write((writer) => seed(writer, tools))
}

async function seed(
  writer: Writer,
  { clock, makeId, makeToken, timeZone }: SeedTools,
): Promise<Seeded> {
  const now = clock.now()
  const at = toInstant(now)
  const deed = { actor: systemActor, at }

  const employerId = makeId()
  const siteId = makeId()
  const roomId = makeId()
  await writer.employers.add({ id: employerId, name: clinic.employer }, at)
  await writer.employers.addSite({ id: siteId, employerId, ...clinic.site }, at)
  await writer.remotePolicy.add(clinic.approval, at)
  await writer.employers.addRoom({ id: roomId, siteId, name: clinic.room }, at)

  const posts = clinic.posts.map((post) => ({ id: makeId(), employerId, ...post }))
  for (const post of posts) await writer.posts.add(post, at)
  const workers = sampleWorkers(employerId, siteId).map((draft, index) => ({
    id: makeId(),
    ...draft,
    postId: posts[sampleDue(index).post]?.id ?? null,
  }))
  await writer.workers.add(workers, at)
  const today = dateAt(now, timeZone)
  await writer.examsDue.put(
    workers.flatMap(({ id }, index) => {
      const { post: number, inDays } = sampleDue(index)
      const post = posts[number]
      if (post === undefined) return []
      const { examType, acts } = post
      const due = { examType, lastOn: null, dueOn: addDays(today, inDays), acts }
      return [{ workerId: id, employerId, due }]
    }),
  )
  const waiting = [...workers]

  const physicians = clinic.physicians.map((physician) => ({ id: makeId(), ...physician }))
  const staff: { role: AccountRole; name: string; token: string }[] = []
  const enrol = async (
    role: AccountRole,
    name: string,
    email: string,
    whose: Partial<Pick<StaffAddition, 'physicianId' | 'contact'>> = {},
  ) => {
    const staffId = makeId()
    const person = { id: staffId, role, name, email }
    await writer.staff.add({ physicianId: null, ...whose, staff: person, at })
    const token = makeToken()
    await writer.signInLinks.add({
      tokenHash: hashToken(token),
      link: { kind: 'sign-in', role, staffId },
      reusable: true,
      at,
      expiresAt: toInstant(now + 30 * day),
    })
    staff.push({ role, name, token })
  }
  for (const physician of physicians) {
    await writer.physicians.add(physician, at)
    await enrol('physician', physician.name, physician.email, { physicianId: physician.id })
  }
  await enrol('planner', clinic.planner.name, clinic.planner.email)
  await enrol('employer', clinic.contact.name, clinic.contact.email, {
    contact: { employerId, language: 'nl' },
  })
  await enrol('evaluator', clinic.evaluator.name, clinic.evaluator.email)

  const addSession = async (
    physicianId: Id,
    place: Id | null,
    startsAt: number,
    slotCount: number,
  ) => {
    const slots = Array.from({ length: slotCount }, (_, index) => ({
      id: makeId(),
      startsAt: toInstant(startsAt + index * slotMinutes * minute),
      endsAt: toInstant(startsAt + (index + 1) * slotMinutes * minute),
    }))
    await writer.sessions.add({ id: makeId(), physicianId, roomId: place, slotMinutes, slots }, at)
    return slots.map((slot) => slot.id)
  }
  const plan = async (slotIds: readonly Id[], invite: boolean) => {
    const appointmentIds: Id[] = []
    for (const slotId of slotIds) {
      const worker = waiting.shift()
      const examType = exams[appointmentIds.length % exams.length]
      if (worker === undefined || examType === undefined) break
      const id = makeId()
      const calendarUid = `${id}@visite`
      await writer.appointments.create(
        { id, slotId, workerId: worker.id, modality: 'remote', examType, calendarUid },
        deed,
      )
      if (invite) {
        await writer.appointments.change(id, { type: 'invite' }, deed)
        await writer.outbox.queue({ id: makeId(), appointmentId: id, kind: 'invitation', at })
      }
      appointmentIds.push(id)
    }
    return appointmentIds
  }

  // Early enough that the first three workers may already come in: the waiting room opens 15 minutes before.
  // Never yesterday, or the desk of today would not show it.
  const midnight = startOfDay(dateAt(now, timeZone), timeZone)
  const begun = Math.max(midnight, now - (now % (5 * minute)) - 5 * minute)
  const [first, second] = physicians
  if (first === undefined || second === undefined)
    throw new Error('the sample clinic has two physicians')
  const running = await addSession(first.id, roomId, begun, 9)
  const appointmentIds = await plan(running.slice(0, 8), true)
  await plan((await addSession(second.id, null, begun, 6)).slice(0, 4), true)

  for (let ahead = 1; ahead <= 4; ahead++) {
    const physician = ahead % 2 === 0 ? second : first
    const slots = await addSession(
      physician.id,
      ahead % 2 === 0 ? null : roomId,
      begun + ahead * day,
      9,
    )
    await plan(slots.slice(0, ahead === 1 ? 6 : 0), false)
  }
  // Free half days of the weeks after, for the cohort of those who are due.
  for (let ahead = 7; ahead <= 20; ahead++) {
    const date = addDays(today, ahead)
    const startsAt = clockTimeAt(date, '09:00', timeZone)
    if (startsAt === null || !isWorkingDay(date, officeDays)) continue
    await addSession((ahead % 2 === 0 ? second : first).id, null, startsAt, 18)
  }
  await askForTalk(writer, makeId(), waiting[0], at, dateAt(now, timeZone))
  return { staff, appointmentIds }
}

/** One request waits in the office, six working days before its term ends. */
async function askForTalk(
  writer: Writer,
  id: Id,
  worker: Worker | undefined,
  askedAt: Instant,
  today: string,
): Promise<void> {
  if (worker === undefined) return
  const { firstName, lastName, birthDate, language } = worker
  await writer.requests.add(
    {
      id,
      examType: 'spontaneous',
      askedBy: 'worker',
      notBefore: null,
      askedAt,
      dueOn: addWorkingDays(today, 6, defaultWorkingDays),
      firstName,
      lastName,
      birthDate,
      employerName: clinic.employer,
      email: 'own.address@mail.example',
      phone: null,
      language,
      moments: { weekdays: [], parts: ['morning'] },
      tellEmployer: false,
      workerId: null,
    },
    { actor: systemActor, at: askedAt },
  )
}
