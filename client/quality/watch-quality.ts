/**
 * Watches a call's quality: counts once a second, steps the ladder, shapes what is sent, and tells the other page.
 * It lives above attempts: a new connection goes on where the last one stood.
 */
import type { CallLive } from '../call/call-live.ts'
import type { Notes } from '../call/notes.ts'
import type { After } from '../call/timers.ts'
import type { PeerHandle } from '../rtc/load-peer.ts'
import { lowerOf, step, top, type Conditions, type Rung, type Standing } from './ladder.ts'
import { aboveMark, watchMark } from './picture-mark.ts'
import { goodQuality, type Quality } from './quality.ts'
import { qualityNote, readQualityNote, type QualityNote } from './quality-note.ts'
import { sampleBetween, type Sample } from './sample.ts'
import { shapeOf } from './shapes.ts'
import { readStatistics, type Counts } from './statistics.ts'
import { weakSideOf } from './weak-side.ts'

export interface QualityPorts {
  readonly peer: Pick<PeerHandle, 'statistics' | 'shapePicture'>
  readonly notes: Notes
  readonly after: After
  now(): number
  /** To the server and back; null where it is not known. */
  lineMs(): number | null
  /** Whether the other side means to be seen now. */
  otherShowsPicture(): boolean
  /** A picture that nobody needs is never better than this. */
  readonly notAbove?: () => Rung
}

export interface QualityWatch {
  /** Given after every change of the call. */
  follow(call: CallLive): void
  setNeedsPicture(needed: boolean): void
  close(): void
}

const everyMs = 1_000
/** A page in the background counts less often; one step then stands for no more than this. */
const longestStepMs = 2_000
/** What did not change is said again, for whose side is weak is judged from it. */
const notesEvery = 5

const silentOther: QualityNote = {
  rung: 'full',
  why: null,
  needsPicture: false,
  availableKbps: null,
  lossIn: null,
  concealed: null,
  lineMs: null,
}

/** `changed` is told null when there is no call, `sampled` every second of a call. */
export function watchQuality(
  ports: QualityPorts,
  changed: (quality: Quality | null) => void,
  sampled: (sample: Sample, rung: Rung, passedMs: number) => void = () => {},
): QualityWatch {
  let callId: string | null = null
  let standing: Standing = top
  let shaped: Rung = top.rung
  let other = silentOther
  let needsPicture = false
  let mark = aboveMark
  let last: Counts | null = null
  let sample: Sample | null = null
  let ticks = 0
  /** Of the connection that is counted now; null while there is none. */
  let counting: object | null = null
  let cancel = () => {}

  const stopHearing = ports.notes.hear(qualityNote, (body) => {
    const note = readQualityNote(body)
    if (note === null || callId === null) return
    const wasNeeded = isPictureNeeded()
    other = note
    if (isPictureNeeded() !== wasNeeded) shape()
    tell()
  })
  const stopOpening = ports.notes.whenOpen(say)

  function isPictureNeeded(): boolean {
    return needsPicture || other.needsPicture
  }

  function rung(): Rung {
    return isPictureNeeded() ? standing.rung : lowerOf(standing.rung, ports.notAbove?.() ?? 'full')
  }

  function shape(): void {
    shaped = rung()
    ports.peer.shapePicture(shapeOf(shaped, isPictureNeeded()))
  }

  function say(): void {
    ports.notes.send(qualityNote, { ...ownNote() })
  }

  function ownNote(): QualityNote {
    const { availableKbps = null, lossIn = null, concealed = null } = sample ?? {}
    const { why } = standing
    const lineMs = ports.lineMs()
    return { rung: rung(), why, needsPicture, availableKbps, lossIn, concealed, lineMs }
  }

  function tell(): void {
    changed({
      own: rung(),
      other: other.rung,
      weak: weakSideOf(ownNote(), other),
      needsPicture: { own: needsPicture, other: other.needsPicture },
      suggestsInPerson: isPictureNeeded() && mark.isBelow,
      numbers: sample,
    })
  }

  function begin(): void {
    const token = {}
    counting = token
    last = null
    // The browser estimates a new path anew; the rung stays.
    standing = { ...standing, forMs: 0, badMs: 0, calmMs: 0 }
    shape()
    countLater(token)
  }

  function countLater(token: object): void {
    cancel = ports.after(everyMs, () => void count(token))
  }

  function pause(): void {
    counting = null
    cancel()
  }

  async function count(token: object): Promise<void> {
    const report = await ports.peer.statistics().catch(() => null)
    if (counting !== token) return
    countLater(token)
    if (report === null) return
    const counts = readStatistics(report, ports.now())
    sample = last === null ? null : sampleBetween(last, counts)
    const passedMs = last === null ? 0 : Math.min(longestStepMs, counts.at - last.at)
    last = counts
    if (sample !== null) advance(sample, passedMs)
  }

  function advance(seen: Sample, passedMs: number): void {
    const before = shaped
    standing = step(standing, conditionsOf(seen, other), passedMs, isPictureNeeded())
    mark = watchMark(mark, seen, other.rung, ports.otherShowsPicture(), passedMs)
    if (rung() !== before) shape()
    ticks += 1
    if (shaped !== before || ticks % notesEvery === 0) say()
    sampled(seen, before, passedMs)
    tell()
  }

  function forget(): void {
    pause()
    callId = null
    standing = top
    other = silentOther
    mark = aboveMark
    sample = null
    changed(null)
  }

  return {
    follow(call) {
      if (call.phase === 'none') {
        if (callId !== null) forget()
        return
      }
      if (call.callId !== callId) {
        if (callId !== null) forget()
        callId = call.callId
        changed(goodQuality)
      }
      if (call.phase === 'connected' && counting === null) begin()
      if (call.phase !== 'connected') pause()
    },
    setNeedsPicture(needed) {
      needsPicture = needed
      if (callId === null) return
      shape()
      say()
      tell()
    },
    close() {
      pause()
      stopHearing()
      stopOpening()
    },
  }
}

function conditionsOf(sample: Sample, other: QualityNote): Conditions {
  const { availableKbps, roundTripMs, lossOut } = sample
  const heard = [sample.concealed, other.concealed].filter((each) => each !== null)
  const concealed = heard.length === 0 ? null : Math.max(...heard)
  return { availableKbps, roundTripMs, lossOut, concealed }
}
