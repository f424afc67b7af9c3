/** How long each stage of a call's beginning took on this page: from the answer to the first picture of the other side. */
import type { Id } from '../../signaling/protocol/primitives.ts'

/** In the order in which they come; with a standby the path and its keys come before the call. */
export const stageNames = [
  'ring-shown', // worker's page only
  'answered', // worker's page only: the press
  'opened', // the server's `call-opened` is here
  'ice-connected',
  'dtls-connected',
  'first-packet', // the first RTP packet of the other side's picture
  'first-picture', // the browser is about to draw it
] as const
export type StageName = (typeof stageNames)[number]

/** Of the call's first connection only: what is mended later is told by the recoveries. */
export interface Stages {
  readonly callId: Id
  /** `warm`: with the connection that stood by, connected or still on its way. */
  readonly start: 'warm' | 'cold'
  /** Local clock, milliseconds since 1970. */
  readonly openedAt: number
  /** Milliseconds since `opened`, negative for what came before; what has not happened is missing. */
  readonly ms: Readonly<Partial<Record<StageName, number>>>
}

/** From the press on this page, or on the physician's page from the call's opening; null while there is no picture. */
export function timeToPictureMs({ ms }: Stages): number | null {
  const shown = ms['first-picture']
  return shown === undefined ? null : shown - (ms.answered ?? 0)
}

/** Milliseconds since 1970, finer than a millisecond. */
export const preciseNow = () => performance.timeOrigin + performance.now()

export interface StageRecorder {
  /** Null before the first call. */
  readonly stages: Stages | null
  /** Before the call: the ring was drawn, the answer pressed. */
  note(stage: 'ring-shown' | 'answered'): void
  /** The call's connection begins; another attempt of the same call changes nothing. */
  begin(callId: Id, start: Stages['start']): void
  reach(stage: StageName, at: number): void
}

/**
 * Tells of the first picture alone: a page that drew itself anew at every stage would be late at the next. No picture is
 * shown before the call's opening, however early it is there.
 */
export function createStageRecorder(pictured = () => {}, now = preciseNow): StageRecorder {
  let stages: Stages | null = null
  let before = new Map<StageName, number>()

  function reach(stage: StageName, at: number): void {
    if (stages === null || stages.ms[stage] !== undefined) return
    const shownAt = stage === 'first-picture' ? Math.max(at, stages.openedAt) : at
    stages = { ...stages, ms: { ...stages.ms, [stage]: shownAt - stages.openedAt } }
    mark(stage, shownAt, stages.start)
    if (stage === 'first-picture') pictured()
  }

  return {
    get stages() {
      return stages
    },
    note(stage) {
      // Drawn once per ring, however often it is said; a second ring is another beginning.
      if (stage === 'ring-shown') before = new Map()
      before.set(stage, now())
    },
    begin(callId, start) {
      if (stages?.callId === callId) return
      const openedAt = now()
      stages = { callId, start, openedAt, ms: { opened: 0 } }
      mark('opened', openedAt, start)
      for (const [stage, at] of before) reach(stage, at)
      before = new Map()
    },
    reach,
  }
}

/** In the browser's own timeline too (W3C User Timing), where its tools and our benchmark read it. */
function mark(stage: StageName, at: number, start: Stages['start']): void {
  const startTime = Math.max(0, at - performance.timeOrigin)
  performance.mark(`visite ${stage}`, { startTime, detail: start })
}
