/**
 * Runs the watchdog while a peer is open, keeps the other side's watchdog fed, and takes care of the picture around an
 * outage. Begins at the first connection; until then the browser's own news must do.
 */
import type { Notes } from './notes.ts'
import { careForPicture, newPictureCare, type PictureWish } from './picture-care.ts'
import type { After } from './timers.ts'
import { newWatch, watch, type PathSample } from './watchdog.ts'

export type PathNews = { readonly type: 'silent' } | { readonly type: 'flowing' }

export interface PathWatchPorts {
  /** Null where the connection is closed or has nothing to count yet. */
  readonly sample: () => Promise<Omit<PathSample, 'at'> | null>
  readonly notes: Pick<Notes, 'send' | 'hear'>
  readonly picture: { hold(held: boolean): void; refresh(): void }
  readonly after: After
  readonly now: () => number
}

/** Five samples make the shortest limit of the watchdog. */
const sampleEveryMs = 200
/** Counting takes the time of the processor that the first pictures need. */
const firstSampleMs = 400
/** Keeps a path alive to the eye where nobody sends sound. */
const beatEveryMs = 1_000

/** Notes without a body. Nobody listens to a beat: that it came is all. */
const beatNote = 'beat'
const keyFrameNote = 'key-frame'

export interface PathWatch {
  begin(): void
  /** A note came from the other side. */
  heard(): void
  stop(): void
}

export function createPathWatch(ports: PathWatchPorts, tell: (news: PathNews) => void): PathWatch {
  const { after, notes, now, picture } = ports
  let phase: 'idle' | 'running' | 'stopped' = 'idle'
  let notesHeard = 0
  let path = newWatch
  let care = newPictureCare
  let cancelSample = () => {}
  let cancelBeat = () => {}
  const stopHearing = notes.hear(keyFrameNote, () => picture.refresh())

  function beat(): void {
    notes.send(beatNote, {})
    cancelBeat = after(beatEveryMs, beat)
  }

  async function take(): Promise<void> {
    // A connection that is about to close refuses to count: it, or the next one, is asked again.
    const counted = await ports.sample().catch(() => null)
    if (phase !== 'running') return
    cancelSample = after(sampleEveryMs, sampleSoon)
    if (counted === null) return
    weigh({ ...counted, arrived: counted.arrived + notesHeard, at: now() })
  }

  function sampleSoon(): void {
    void take()
  }

  function weigh(sample: PathSample): void {
    const before = path
    path = watch(before, sample)
    const cared = careForPicture(care, path, sample)
    care = cared.care
    for (const wish of cared.wishes) obey(wish)
    if (path.phase !== before.phase && path.phase !== 'new') tell({ type: path.phase })
  }

  function obey(wish: PictureWish): void {
    switch (wish) {
      case 'hold':
        picture.hold(true)
        break
      case 'release':
        picture.hold(false)
        break
      case 'ask-key-frame':
        notes.send(keyFrameNote, {})
        break
      default:
        wish satisfies never
    }
  }

  return {
    begin() {
      if (phase !== 'idle') return
      phase = 'running'
      cancelBeat = after(beatEveryMs, beat)
      cancelSample = after(firstSampleMs, sampleSoon)
    },
    heard() {
      notesHeard += 1
    },
    stop() {
      phase = 'stopped'
      cancelSample()
      cancelBeat()
      stopHearing()
    },
  }
}
