import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { Format } from '../../i18n/format.ts'
import type { OfficeApi } from '../office-api.ts'
import type { Texts } from '../texts.ts'

/** What every part of the office is given. */
export interface Office {
  readonly api: OfficeApi
  readonly texts: Texts
  readonly format: Format
  /** Milliseconds since 1970; a gallery stops it. */
  readonly now: () => number
}

/** Something that was done, for the eye and the ear; stays until the next one or the next page. */
export interface Notice {
  readonly tone: 'go' | 'wait'
  readonly sentences: readonly string[]
  /** What can still be done about it. Whoever has left the page by then returns what is to be said. */
  readonly acts?: readonly {
    readonly label: string
    readonly act: () => Promise<Notice | void>
  }[]
}

/**
 * The base of pages and dialogs: light DOM, and the office as one property.
 * Fires, for the root: `office-notice` with a `Notice`, `office-go` with a path, `office-signed-out`.
 */
export abstract class OfficeElement extends LitElement {
  @property({ attribute: false }) office!: Office

  protected get texts() {
    return this.office.texts
  }

  protected get format() {
    return this.office.format
  }

  protected override createRenderRoot() {
    return this
  }

  protected tell(...sentences: readonly string[]) {
    this.fire('office-notice', { tone: 'go', sentences } satisfies Notice)
  }

  protected warn(...sentences: readonly string[]) {
    this.fire('office-notice', { tone: 'wait', sentences } satisfies Notice)
  }

  protected go(path: string) {
    this.fire('office-go', path)
  }

  /** Bubbles, so that a part can be heard by the root through whatever lies between. */
  protected fire(type: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }))
  }
}
