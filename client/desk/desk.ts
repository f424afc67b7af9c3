/**
 * The desk's own state and commands, without a screen: what was read by HTTP, what is live, what was chosen.
 * Everything shown is a function of `DeskState`; every button is one command here.
 */
import type { Consent, ConsentDraft } from '../../signaling/protocol/consents.ts'
import type { DeskDay, DeskRow } from '../../signaling/protocol/desk.ts'
import type { Outcome } from '../../signaling/protocol/planning.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'
import type { Live, LiveState } from '../consultation/live.ts'
import type { WakeLock } from '../consultation/wake-lock.ts'
import { voiceFactsOf } from '../consultation/voice-facts.ts'
import type { DeviceChoice } from '../rtc/care-state.ts'
import type { VoiceState } from '../rtc/voice-state.ts'
import { createVoiceWatch } from '../rtc/voice-watch.ts'
import { createOwnDevices, troublesOf, type DevicePorts, type OwnDevices } from './own-devices.ts'
import { arrivalsOf, canBeRung, nextToCall, rowsOf } from './queue.ts'
import { focusOf, type Focus } from './stage.ts'
import { isStopped } from './stopped-line.ts'
import { takenOverInCall } from './take-over.ts'

/**
 * What the physician makes sure of before talking: it helps, it never blocks. What the worker declares is kept by the server;
 * that the face is the one on the card is for this call alone.
 */
export const checks = ['same-person', 'video', 'alone', 'unrecorded'] as const satisfies readonly (
  'same-person' | Consent
)[]
export type Check = (typeof checks)[number]

/** That somebody is with them is told beside the list: it is nothing to make sure of. */
function isCheck(consent: Consent): consent is Consent & Check {
  return consent !== 'accompanied'
}

export interface DeskState {
  readonly day: DeskDay
  readonly rows: readonly DeskRow[]
  readonly live: LiveState
  readonly own: OwnDevices
  /** What the physician's microphone gives in a call. */
  readonly voice: VoiceState['found']
  readonly chosen: Id | null
  readonly ticks: ReadonlyMap<Id, ReadonlySet<Check>>
  /** Why the latest tick could not be kept: it is as it was before. */
  readonly tickFailure: unknown
  readonly drafts: ReadonlyMap<Id, Outcome>
  readonly save: SaveState
  /** What happened last: said once by the live region. */
  readonly news: News
}

export type SaveState =
  | { readonly phase: 'none' }
  | { readonly phase: 'outcome-missing' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'failed'; readonly error: unknown }

export type News =
  | { readonly kind: 'none' }
  | { readonly kind: 'arrived'; readonly rows: readonly DeskRow[] }
  | { readonly kind: 'saved'; readonly row: DeskRow }
  | { readonly kind: 'taken-over'; readonly row: DeskRow }

export interface DeskPorts {
  readonly live: Live
  readonly day: DeskDay
  loadDay(): Promise<DeskDay>
  saveOutcome(appointmentId: Id, outcome: Outcome): Promise<void>
  /** Keeps what the worker declared, or took back. */
  saveConsent(appointmentId: Id, draft: ConsentDraft): Promise<void>
  readonly devices: DevicePorts
  /** Keeps the screen on from the session's start. */
  readonly wakeLock: WakeLock
  /** One soft note: somebody is ready. */
  chime(): void
  /** This device's clock, milliseconds. */
  now(): number
}

export type Desk = ReturnType<typeof createDesk>

export function createDesk(ports: DeskPorts) {
  const { live } = ports
  let state: DeskState = {
    day: ports.day,
    rows: rowsOf(ports.day),
    live: live.state,
    own: { phase: 'off' },
    voice: 'hearing',
    chosen: null,
    ticks: adoptDeclared(new Map(), rowsOf(ports.day)),
    tickFailure: null,
    drafts: new Map(),
    save: { phase: 'none' },
    news: { kind: 'none' },
  }
  let announced: ReadonlySet<Id> = new Set()
  /** Whose result was saved by *Save and call next*, until their call is really over: only then can the next be rung. */
  let saved: Id | null = null
  /** The call that began as the office noted it: from then on the physician decides. */
  let noted: Id | null = null
  /** Those that were told. */
  const takeOvers = new Map<Id, Instant>()
  const listeners = new Set<() => void>()
  const voice = createVoiceWatch(
    () => ports.devices.soundContext(),
    () => {
      update({ voice: voice.found })
      tellTroubles()
    },
  )

  function update(change: Partial<DeskState>): void {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }

  /** The server's clock, as well as this device knows it. */
  function now(): number {
    return ports.now() + state.live.clockOffsetMs
  }

  function focus(): Focus {
    return focusOf({
      rows: state.rows,
      views: state.live.consultations,
      call: state.live.call,
      started: state.own.phase === 'open',
      chosen: state.chosen,
    })
  }

  function next(except: Id | null = null): DeskRow | null {
    return nextToCall(state.rows, state.live.consultations, now(), except)
  }

  function noticeArrivals(): void {
    const found = arrivalsOf(announced, state.rows, state.live.consultations, now())
    announced = found.announced
    if (found.arrived.length === 0) return
    update({ news: { kind: 'arrived', rows: found.arrived } })
    ports.chime()
  }

  /** Who it is must be made sure of again. */
  function noticeTakeOver(): void {
    for (const row of state.rows) {
      const { appointmentId } = row
      const at = takenOverInCall(state.live.consultations.get(appointmentId))
      if (at === null || takeOvers.get(appointmentId) === at) continue
      takeOvers.set(appointmentId, at)
      setTick(appointmentId, 'same-person', false)
      update({ news: { kind: 'taken-over', row } })
    }
  }

  const stopListening = live.subscribe(() => {
    update({ live: live.state })
    letGoWhenReplaced()
    noticeTakeOver()
    voice.follow(voiceFactsOf(live.state, state.own.phase === 'open' ? state.own.stream : null))
    noticeArrivals()
    noteNeed()
    callNextWhenFree()
    // After a reload the line goes back into an open call by itself; it needs the devices.
    if (live.state.call.phase !== 'none' && state.own.phase === 'off') void start()
  })

  function noteNeed(): void {
    const { call } = state.live
    if (call.phase === 'none') noted = null
    if (call.phase === 'none' || call.callId === noted) return
    const row = state.rows.find(({ appointmentId }) => appointmentId === call.appointmentId)
    if (row === undefined) return
    noted = call.callId
    if (row.needsPicture) live.setNeedsPicture(true)
  }

  /** Reads the list again; an older list is better than none, so a failure keeps it: the next change tries again. */
  async function reload(): Promise<void> {
    const day = await ports.loadDay().catch(() => null)
    if (day === null) return
    const rows = rowsOf(day)
    update({ day, rows, ticks: adoptDeclared(state.ticks, rows) })
    noticeArrivals()
    noteNeed()
  }

  const devices = createOwnDevices(ports.devices, {
    changed(own) {
      update({ own })
      tellTroubles()
    },
    replaced: (track) => live.replaceTrack(track),
  })

  /** Another window has the desk: the lamp of this one's camera goes out. */
  function letGoWhenReplaced(): void {
    if (!isStopped(state.live.line) || state.own.phase !== 'open') return
    devices.letGo()
    live.useStream(null)
    live.reportReadiness('unchecked', true)
    ports.wakeLock.release()
  }

  function setTick(appointmentId: Id, check: Check, ticked: boolean): void {
    const ticks = new Set(state.ticks.get(appointmentId))
    if (ticked) ticks.add(check)
    else ticks.delete(check)
    update({ ticks: new Map(state.ticks).set(appointmentId, ticks) })
  }

  /** Shown at once, and taken back when the server cannot keep it. */
  async function tick(appointmentId: Id, check: Check, ticked: boolean): Promise<void> {
    setTick(appointmentId, check, ticked)
    update({ tickFailure: null })
    if (check === 'same-person') return
    try {
      await ports.saveConsent(appointmentId, { consent: check, given: ticked })
    } catch (error) {
      setTick(appointmentId, check, !ticked)
      update({ tickFailure: error })
    }
  }

  function tellTroubles(): void {
    live.tellTroubles(troublesOf(state.own, state.voice === 'silent'))
  }

  async function start(): Promise<void> {
    const stream = await devices.open()
    if (stream === null) return
    live.useStream(stream)
    live.reportReadiness('ready', true)
    ports.wakeLock.hold()
  }

  function ring(appointmentId: Id): void {
    const row = state.rows.find((row) => row.appointmentId === appointmentId)
    if (row === undefined || state.own.phase !== 'open') return
    if (!canBeRung(row, state.live.consultations.get(appointmentId))) return
    update({ chosen: appointmentId, save: { phase: 'none' } })
    live.ring(appointmentId)
  }

  function callNextWhenFree(): void {
    if (saved === null || state.live.call.phase !== 'none') return
    const following = next(saved)
    saved = null
    if (following !== null) ring(following.appointmentId)
  }

  /** Stores the outcome of whoever the panel is about. The server ends the call; then the next person is rung. */
  async function save(options: { readonly callNext: boolean }): Promise<void> {
    const { row } = focus()
    if (row === null || state.save.phase === 'saving') return
    const outcome = state.drafts.get(row.appointmentId)
    if (outcome === undefined) {
      update({ save: { phase: 'outcome-missing' } })
      return
    }
    update({ save: { phase: 'saving' } })
    try {
      await ports.saveOutcome(row.appointmentId, outcome)
    } catch (error) {
      update({ save: { phase: 'failed', error } })
      return
    }
    await reload()
    update({ save: { phase: 'none' }, chosen: null, news: { kind: 'saved', row } })
    if (options.callNext) saved = row.appointmentId
    callNextWhenFree()
  }

  return {
    live,
    get state() {
      return state
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    now,
    /** For levels; null before the first tap. */
    soundContext: () => ports.devices.soundContext(),
    focus,
    next,
    reload,
    start,
    ring,
    save,
    /** Nobody answered: one click stores it, and rings the next if somebody is ready. */
    async saveNotReached(appointmentId: Id): Promise<void> {
      update({ drafts: new Map(state.drafts).set(appointmentId, 'not-reached') })
      await save({ callNext: true })
    },
    /** The picture no longer serves someone who needs it: one click stores it and ends the call. */
    async convert(appointmentId: Id): Promise<void> {
      update({ drafts: new Map(state.drafts).set(appointmentId, 'needs-in-person') })
      await save({ callNext: false })
    },
    stopRing(appointmentId: Id): void {
      live.stopRing(appointmentId)
    },
    /** Goes back into an open call; after a reload the devices have to be opened first. */
    async rejoin(appointmentId: Id): Promise<void> {
      await start()
      if (state.own.phase === 'open') live.rejoin(appointmentId)
    },
    /** Turns a device on again that something outside took, or both where a reload could not get them. */
    async restoreDevice(): Promise<void> {
      await (devices.care === null ? start() : devices.care.restore())
    },
    /** Another camera, microphone or speaker, in the running call too. */
    async chooseDevice({ device, id }: DeviceChoice): Promise<void> {
      await devices.care?.choose(device, id)
    },
    choose(appointmentId: Id): void {
      saved = null
      update({ chosen: appointmentId, save: { phase: 'none' } })
    },
    draft(appointmentId: Id, outcome: Outcome): void {
      const drafts = new Map(state.drafts).set(appointmentId, outcome)
      update({ drafts, save: { phase: 'none' } })
    },
    tick,
    /** Ends what this desk holds: the line and the devices. */
    close(): void {
      stopListening()
      live.close()
      devices.close()
      voice.close()
      ports.wakeLock.release()
    },
  }
}

/** Returns the ticks with what the server keeps in place of what this desk knew of it. */
function adoptDeclared(
  ticks: DeskState['ticks'],
  rows: readonly DeskRow[],
): ReadonlyMap<Id, ReadonlySet<Check>> {
  const adopted = rows.map(({ appointmentId, declared }): [Id, ReadonlySet<Check>] => [
    appointmentId,
    new Set<Check>([
      ...(ticks.get(appointmentId)?.has('same-person') === true ? ['same-person' as const] : []),
      ...declared.map(({ consent }) => consent).filter(isCheck),
    ]),
  ])
  return new Map(adopted)
}
