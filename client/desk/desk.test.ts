import { expect, test } from 'vitest'
import { createFakeCare } from '../rtc/fake-care.ts'
import { createFakeStream } from '../rtc/fake-media.ts'
import type { ConsentDraft } from '../../signaling/protocol/consents.ts'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { Outcome } from '../../signaling/protocol/planning.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { createDesk, type DeskPorts } from './desk.ts'
import { createFakeLive } from './fake-live.ts'
import {
  here,
  sampleDay,
  sampleInstant,
  sampleNow,
  sampleRow,
  sampleView,
  viewsOf,
} from './samples.ts'

const anna = sampleRow('Anna Peeters', 0)
const marc = sampleRow('Marc Dubois', 20)

interface Given {
  readonly views?: readonly ConsultationView[]
  readonly save?: () => Promise<void>
  readonly saveConsent?: DeskPorts['saveConsent']
  readonly started?: boolean
  readonly rows?: readonly DeskRow[]
}

async function openDesk({
  views = [],
  save,
  saveConsent = async () => {},
  started = true,
  rows: listed = [anna, marc],
}: Given = {}) {
  const live = createFakeLive({ consultations: viewsOf(...views) })
  const saved: [Id, Outcome][] = []
  const closed = new Set<Id>()
  const rows = () =>
    listed.map((row): DeskRow =>
      closed.has(row.appointmentId) ? { ...row, status: 'completed' } : row,
    )
  let chimes = 0
  let awake = false
  const stream = createFakeStream()
  const desk = createDesk({
    live,
    day: sampleDay(rows()),
    loadDay: () => Promise.resolve(sampleDay(rows())),
    saveOutcome: async (id, outcome) => {
      await save?.()
      saved.push([id, outcome])
      closed.add(id)
    },
    saveConsent,
    devices: {
      openMedia: () => Promise.resolve({ ok: true, stream, missing: null }),
      care: createFakeCare().ports,
      soundContext: () => null,
    },
    wakeLock: { hold: () => (awake = true), release: () => (awake = false) },
    chime: () => (chimes += 1),
    now: () => sampleNow,
  })
  if (started) await desk.start()
  return { desk, live, saved, chimes: () => chimes, isAwake: () => awake }
}

const bothReady = [sampleView(anna, { presence: here(5) }), sampleView(marc, { presence: here(2) })]

const talk = (change: Partial<ConsultationView> = {}) =>
  sampleView(anna, {
    presence: here(9),
    call: {
      phase: 'open',
      id: 'sample-call-0001',
      attempt: 1,
      openedAt: sampleInstant(-6),
      workerIn: true,
      physicianIn: true,
      physicianWas: true,
    },
    ...change,
  })

test('the screen stays on from the session’s start to the end of the page', async () => {
  const { desk, isAwake } = await openDesk({ started: false })
  expect(isAwake()).toBe(false)
  await desk.start()
  expect(isAwake()).toBe(true)
  desk.close()
  expect(isAwake()).toBe(false)
})

test('nobody is rung before the session was started', async () => {
  const { desk, live } = await openDesk({ views: bothReady, started: false })
  desk.ring(anna.appointmentId)
  expect(live.commands).toEqual([])
  await desk.start()
  desk.ring(anna.appointmentId)
  expect(live.commands).toEqual(['use-stream', 'report-readiness', `ring ${anna.appointmentId}`])
})

test('a worker who goes on on another device must be made sure of again, once for each time', async () => {
  const { desk, live } = await openDesk({ views: [talk()] })
  await desk.tick(anna.appointmentId, 'same-person', true)
  const isSure = () => desk.state.ticks.get(anna.appointmentId)?.has('same-person')
  const taken = talk({ presence: here(5, { takenOverAt: sampleInstant(-1) }) })
  live.change({ consultations: viewsOf(taken) })
  expect(isSure()).toBe(false)
  expect(desk.state.news).toEqual({ kind: 'taken-over', row: anna })
  await desk.tick(anna.appointmentId, 'same-person', true)
  live.change({
    consultations: viewsOf(talk({ presence: { kind: 'away', since: sampleInstant(0) } })),
  })
  live.change({ consultations: viewsOf(taken) })
  expect(isSure()).toBe(true)
})

test('what the worker declares is kept by the server, and comes back with the day', async () => {
  const kept: [Id, ConsentDraft][] = []
  const saveConsent = async (id: Id, draft: ConsentDraft) => void kept.push([id, draft])
  const alone = { consent: 'alone', at: sampleInstant(-3), ownPage: true } as const
  const before = { ...anna, declared: [alone] }
  const { desk } = await openDesk({ saveConsent, rows: [before, marc] })
  const ticked = () => [...(desk.state.ticks.get(anna.appointmentId) ?? [])]
  expect(ticked()).toEqual(['alone'])
  await desk.tick(anna.appointmentId, 'same-person', true)
  await desk.tick(anna.appointmentId, 'video', true)
  expect(ticked()).toEqual(['alone', 'same-person', 'video'])
  expect(kept).toEqual([[anna.appointmentId, { consent: 'video', given: true }]])
  await desk.reload()
  expect(ticked()).toEqual(['same-person', 'alone'])
})

test('that somebody is with the worker ticks nothing', async () => {
  const accompanied = { consent: 'accompanied', at: sampleInstant(-3), ownPage: true } as const
  const { desk } = await openDesk({ rows: [{ ...anna, declared: [accompanied] }, marc] })
  expect([...(desk.state.ticks.get(anna.appointmentId) ?? [])]).toEqual([])
})

test('a tick that could not be kept is taken back, and told', async () => {
  const { desk } = await openDesk({ saveConsent: () => Promise.reject(new Error('offline')) })
  await desk.tick(anna.appointmentId, 'video', true)
  expect(desk.state.ticks.get(anna.appointmentId)?.has('video')).toBe(false)
  expect(desk.state.tickFailure).toBeInstanceOf(Error)
})

test('a device that was changed before the call is no news in it', async () => {
  const before = here(9, { takenOverAt: sampleInstant(-8) })
  const { desk, live } = await openDesk({ views: [talk()] })
  await desk.tick(anna.appointmentId, 'same-person', true)
  live.change({ consultations: viewsOf(talk({ presence: before })) })
  expect(desk.state.ticks.get(anna.appointmentId)?.has('same-person')).toBe(true)
})

test('a desk that another window took over gives camera and microphone back', async () => {
  const { desk, live, isAwake } = await openDesk({ views: bothReady })
  live.change({ line: { phase: 'replaced' } })
  expect(desk.state.own.phase).toBe('off')
  expect(isAwake()).toBe(false)
})

test('save and call next stores the result and rings the next ready person', async () => {
  const { desk, live, saved } = await openDesk({ views: bothReady })
  desk.choose(anna.appointmentId)
  desk.draft(anna.appointmentId, 'done-by-video')
  await desk.save({ callNext: true })
  expect(saved).toEqual([[anna.appointmentId, 'done-by-video']])
  expect(live.commands).toEqual(['use-stream', 'report-readiness', `ring ${marc.appointmentId}`])
})

test('the next person is rung only when the call is over here too', async () => {
  const { desk, live } = await openDesk({ views: bothReady })
  const call = { appointmentId: anna.appointmentId, callId: 'sample-call-0001', attempt: 1 }
  live.change({ call: { phase: 'connected', since: 0, ...call } })
  desk.draft(anna.appointmentId, 'done-by-video')
  await desk.save({ callNext: true })
  expect(live.commands).toEqual(['use-stream', 'report-readiness'])
  live.change({ call: { phase: 'none' } })
  expect(live.commands).toEqual(['use-stream', 'report-readiness', `ring ${marc.appointmentId}`])
})

test('a page that was loaded again in a call opens its devices by itself', async () => {
  const { desk, live } = await openDesk({ views: bothReady, started: false })
  const call = { appointmentId: anna.appointmentId, callId: 'sample-call-0001', attempt: 2 }
  live.change({ call: { phase: 'connecting', since: 0, ...call } })
  await Promise.resolve()
  await Promise.resolve()
  expect(desk.state.own.phase).toBe('open')
  expect(live.commands).toEqual(['use-stream', 'report-readiness'])
})

test('a call that needs the picture begins so once, and then the physician decides', async () => {
  const deaf = { ...anna, needsPicture: true }
  const { live } = await openDesk({ rows: [deaf, marc] })
  const call = {
    appointmentId: anna.appointmentId,
    callId: 'sample-call-0001',
    attempt: 1,
    since: 0,
  }
  live.change({ call: { phase: 'connecting', ...call } })
  live.change({ call: { phase: 'connected', ...call } })
  live.change({ call: { phase: 'none' } })
  live.change({ call: { phase: 'connecting', ...call, appointmentId: marc.appointmentId } })
  expect(live.commands).toEqual(['use-stream', 'report-readiness', 'needs-picture true'])
})

test('save alone rings nobody', async () => {
  const { desk, live } = await openDesk({ views: bothReady })
  desk.choose(anna.appointmentId)
  desk.draft(anna.appointmentId, 'needs-in-person')
  await desk.save({ callNext: false })
  expect(live.commands).toEqual(['use-stream', 'report-readiness'])
  expect(desk.state.news).toEqual({ kind: 'saved', row: anna })
})

test('a result is asked for before anything is stored', async () => {
  const { desk, saved } = await openDesk({ views: bothReady })
  desk.choose(anna.appointmentId)
  await desk.save({ callNext: true })
  expect(saved).toEqual([])
  expect(desk.state.save).toEqual({ phase: 'outcome-missing' })
})

test('a refused save rings nobody and keeps the choice', async () => {
  const refusal = new Error('no')
  const { desk, live } = await openDesk({ views: bothReady, save: () => Promise.reject(refusal) })
  desk.choose(anna.appointmentId)
  desk.draft(anna.appointmentId, 'done-by-video')
  await desk.save({ callNext: true })
  expect(desk.state.save).toEqual({ phase: 'failed', error: refusal })
  expect(desk.state.drafts.get(anna.appointmentId)).toBe('done-by-video')
  expect(live.commands).toEqual(['use-stream', 'report-readiness'])
})

test('two quick presses store once', async () => {
  const { desk, saved } = await openDesk({ views: bothReady })
  desk.choose(anna.appointmentId)
  desk.draft(anna.appointmentId, 'done-by-video')
  await Promise.all([desk.save({ callNext: false }), desk.save({ callNext: false })])
  expect(saved).toHaveLength(1)
})

test('every arrival makes one soft note', async () => {
  const { desk, live, chimes } = await openDesk()
  live.change({ consultations: viewsOf(sampleView(anna, { presence: here(0) })) })
  live.change({ consultations: viewsOf(sampleView(anna, { presence: here(0) })) })
  expect(chimes()).toBe(1)
  live.change({ consultations: viewsOf(...bothReady) })
  expect(chimes()).toBe(2)
  expect(desk.state.news).toEqual({ kind: 'arrived', rows: [marc] })
})
