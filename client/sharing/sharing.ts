/** What two people share in one call beside sound and picture, and whether its panel is shown. Gone with the call. */
import type { SharingTexts } from '../i18n/sharing/en.ts'
import { createLiveText, type LiveText } from './live-text.ts'
import type { SharingPorts } from './sharing-door.ts'

export interface Sharing {
  readonly texts: SharingTexts
  readonly text: LiveText
  readonly shown: boolean
  /** The other side wrote while the panel was closed. */
  readonly unread: boolean
  show(): void
  hide(): void
  subscribe(listener: () => void): () => void
  close(): void
}

export function createSharing(ports: SharingPorts, texts: SharingTexts): Sharing {
  const listeners = new Set<() => void>()
  let shown = false
  let unread = false
  /** What the other side had written when this was last looked at. */
  let before = { ended: 0, line: '' }

  function tell(): void {
    for (const listener of listeners) listener()
  }

  /** Opens by itself for a line that begins. Who closed it in the middle of one is told by a mark until the next. */
  function textChanged(): void {
    const { lines, other } = text.state
    const now = { ended: lines.filter(({ by }) => by === 'other').length, line: other }
    const begins = before.line === '' && (now.line !== '' || now.ended > before.ended)
    if (begins) shown = true
    else if (!shown && now.line !== before.line) unread = true
    if (shown) unread = false
    before = now
    tell()
  }

  const { notes, after } = ports
  const text = createLiveText({ notes, after, writer: ports.makeId() }, () => textChanged())

  function setShown(next: boolean): void {
    shown = next
    if (next) unread = false
    tell()
  }

  return {
    texts,
    text,
    get shown() {
      return shown
    },
    get unread() {
      return unread
    },
    show: () => setShown(true),
    hide: () => setShown(false),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      listeners.clear()
      text.close()
    },
  }
}
