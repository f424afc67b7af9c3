import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsultationView, Presence } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Format } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import { fullName } from './entries.ts'
import { phoneLink } from './phone-link.ts'

export type WhyUnanswered = 'timed-out' | 'deferred' | 'in-person'

/** After a ring without an answer: why, and what can be done. Fires `ring-again` and `not-reached`. */
@customElement('unanswered-panel')
export class UnansweredPanel extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) row!: DeskRow
  @property({ attribute: false }) view: ConsultationView | undefined
  @property() why: WhyUnanswered = 'timed-out'
  @property({ type: Boolean }) canBeRung = false
  @property({ type: Boolean }) someoneReady = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { row, texts, why } = this
    return html`<div class="card stage-card stack">
      <p class="muted">${fullName(row)}</p>
      <h2>${texts[`unanswered.${why}`]}</h2>
      <p>${this.#what()}</p>
      ${why === 'timed-out' ? this.#renderChoices() : nothing}
      ${
        why !== 'in-person' && row.worker.phone !== null
          ? phoneLink(row.worker.phone, texts['ring.byPhone'])
          : nothing
      }
    </div>`
  }

  #what(): string {
    const { texts, view, why } = this
    const ring = view?.ring
    if (why === 'in-person') return texts['unanswered.inPersonWhat']
    if (why === 'deferred') {
      const until = view?.deferredUntil ?? null
      return until === null ? '' : texts['unanswered.deferredWhat'](this.format.time(until))
    }
    const lengthMs =
      ring?.phase === 'ended' ? Date.parse(ring.endedAt) - Date.parse(ring.startedAt) : 0
    const leftAt = view === undefined ? null : leftSince(view.presence)
    return [
      texts['unanswered.timedOutWhat'](Math.round(lengthMs / 1000)),
      leftAt === null ? '' : texts['unanswered.leftAt'](this.format.time(leftAt)),
    ].join(' ')
  }

  #renderChoices() {
    const { texts } = this
    return html`${
        this.canBeRung
          ? html`<button
              type="button"
              class="button primary"
              @click=${() => this.dispatchEvent(new Event('ring-again'))}
            >
              ${icon('phone')} ${texts['unanswered.again']}
            </button>`
          : nothing
      }
      <button
        type="button"
        class="button"
        @click=${() => this.dispatchEvent(new Event('not-reached'))}
      >
        ${icon('arrow-right')}
        ${texts[this.someoneReady ? 'unanswered.notReachedNext' : 'unanswered.notReached']}
      </button>`
  }
}

function leftSince(presence: Presence) {
  if (presence.kind === 'away') return presence.since
  return presence.kind === 'absent' ? presence.lastSeenAt : null
}

declare global {
  interface HTMLElementTagNameMap {
    'unanswered-panel': UnansweredPanel
  }
}
