import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DeskDay, DeskRow } from '../../signaling/protocol/desk.ts'
import '../consultation/video-tile.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Format } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import { fullName } from './entries.ts'
import type { OwnDevices } from './own-devices.ts'

/** When nobody is rung or talked to: no session today, between two people, or everybody seen. */
@customElement('stage-rest')
export class StageRest extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) format!: Format
  @property() kind: 'no-session' | 'idle' | 'all-done' = 'idle'
  @property({ attribute: false }) day!: DeskDay
  @property({ attribute: false }) own!: OwnDevices
  @property({ type: Boolean }) someoneReady = false
  /** Who is still to come, by the hour; null when all who are left are there. */
  @property({ attribute: false }) nextPlanned: DeskRow | null = null

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    return html`<div class="card stage-card stack">
      ${this.#renderWords()} ${this.kind === 'no-session' ? nothing : this.#renderOwn()}
    </div>`
  }

  #renderWords() {
    switch (this.kind) {
      case 'no-session':
        return html`<h2>${this.texts[this.#sessionIsEmpty ? 'none.emptyTitle' : 'none.title']}</h2>
          <p>${this.#next()}</p>`
      case 'all-done':
        return html`<h2>${this.texts['done.title']}</h2>
          <p>${this.#summary()}</p>`
      case 'idle':
        return html`<h2>${this.texts['idle.title']}</h2>
          ${this.someoneReady ? nothing : this.#renderNobody()}`
    }
  }

  #renderNobody() {
    const row = this.nextPlanned
    return html`<p>${this.texts['idle.nobody']}</p>
      ${
        row === null
          ? nothing
          : html`<p class="muted">
              ${this.texts['idle.nextPlanned'](this.format.time(row.startsAt), fullName(row))}
            </p>`
      }`
  }

  /** The own picture, small: nobody else sees it now. */
  #renderOwn() {
    const { own, texts } = this
    if (own.phase !== 'open') return nothing
    if (!own.hasPicture) return html`<p class="banner wait">${texts['start.soundOnly']}</p>`
    return html`<figure class="own-picture">
      <video-tile
        class="mirrored"
        .stream=${own.stream}
        silent
        label=${texts['idle.you']}
      ></video-tile>
      <figcaption class="small">${icon('circle-check')} ${texts['start.ready']}</figcaption>
    </figure>`
  }

  get #sessionIsEmpty() {
    return this.day.sessions.length > 0
  }

  #next(): string {
    if (this.#sessionIsEmpty) return this.texts['none.emptyWhat']
    const { next } = this.day
    if (next === null) return this.texts['none.nothing']
    return this.texts['none.next'](this.format.day(next.startsAt), this.format.time(next.startsAt))
  }

  #summary(): string {
    const rows = this.day.sessions.flatMap((session) => session.rows)
    const count = (test: (row: DeskRow) => boolean) => rows.filter(test).length
    return this.texts['done.summary'](
      count((row) => row.status === 'completed'),
      count((row) => row.status === 'converted'),
      count((row) => row.outcome === 'not-reached' || row.status === 'no-show'),
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stage-rest': StageRest
  }
}
