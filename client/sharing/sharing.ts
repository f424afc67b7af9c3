/** What two people share in one call beside sound and picture, and what its panel shows of it. Gone with the call. */
import type { Side } from '../../signaling/protocol/consultation.ts'
import type { SharingTexts } from '../i18n/sharing/en.ts'
import { createHandingOver, type HandingOver } from './handing-over.ts'
import { createPacedBulk } from './paced-bulk.ts'
import { createGroupText, type GroupText } from './group-text.ts'
import { toShown } from './pictures.ts'
import { sha256Of } from './sha256.ts'
import type { SharingPorts } from './sharing-door.ts'

export type Part = 'text' | 'files'

export interface Sharing {
  readonly participant: Side
  readonly texts: SharingTexts
  readonly text: GroupText
  readonly files: HandingOver
  readonly shown: boolean
  readonly part: Part
  /** What the other side did that this person has not looked at. */
  readonly news: ReadonlySet<Part>
  show(part: Part): void
  hide(): void
  subscribe(listener: () => void): () => void
  close(): void
}

export function createSharing(ports: SharingPorts, texts: SharingTexts): Sharing {
  const { after, bulk, notes, participant } = ports
  const listeners = new Set<() => void>()
  const news = new Set<Part>()
  let shown = false
  let part: Part = 'text'
  /** What the other side had done when this was last looked at. */
  let written = { ended: 0, line: '' }
  let offered = 0

  function tell(): void {
    if (shown) news.delete(part)
    for (const listener of listeners) listener()
  }

  /** A person who looks at one part is not torn away from it. */
  function open(wanted: Part): void {
    news.add(wanted)
    if (shown) return
    shown = true
    part = wanted
  }

  /** Opens by itself for a line that begins. Who closed it in the middle of one is told by a mark until the next. */
  function textChanged(): void {
    const { lines, writing } = text.state
    const now = {
      ended: lines.filter(({ by }) => by !== 'own').length,
      line: writing.map((line) => line.text).join('\n'),
    }
    const begins = written.line === '' && (now.line !== '' || now.ended > written.ended)
    if (begins) open('text')
    else if (now.line !== written.line) news.add('text')
    written = now
    tell()
  }

  function filesChanged(): void {
    const now = files.transfers.filter(({ direction }) => direction === 'in').length
    if (now > offered) open('files')
    offered = now
    tell()
  }

  const text = createGroupText({ notes, after, writer: ports.makeId() }, () => textChanged())
  const files = createHandingOver(
    {
      participant,
      notes,
      bulk: createPacedBulk({ ...ports, bulk }, () => tell()),
      sha256: sha256Of,
      toShown,
      openPages: async (file) => (await import('./pdf-pages.ts')).openPdf(file),
      makeNumber: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    },
    () => filesChanged(),
  )

  return {
    participant,
    texts,
    text,
    files,
    get shown() {
      return shown
    },
    get part() {
      return part
    },
    news,
    show(wanted) {
      shown = true
      part = wanted
      tell()
    },
    hide() {
      shown = false
      tell()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      listeners.clear()
      text.close()
      files.close()
    },
  }
}
