/** A screen that says one thing; see `message.ts` for what. */
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { icon } from '../ui/icon.ts'
import { messageOf, type MessageScreen } from './message.ts'
import { appointmentOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('page-message')
export class PageMessage extends WorkerPage {
  @property() screen: MessageScreen = 'not-valid'

  protected override render() {
    const message = messageOf(this.screen, this.visit, this.texts)
    const { button } = message
    const hasVisit = Boolean(appointmentOf(this.visit)?.visit)
    return html`<div class="screen">
      <div class="screen-words">
        <p class="screen-mark">${icon(message.icon)}</p>
        <h1 tabindex="-1">${message.title}</h1>
        ${hasVisit ? nothing : html`<p>${message.body}</p>`}
        ${this.screen === 'in-person' ? this.#renderVisit() : nothing}
      </div>
      ${
        button === null
          ? nothing
          : html`<div class="screen-actions">
              <button type="button" class="button primary" @click=${() => this.wish(button.wish)}>
                ${button.label}
              </button>
            </div>`
      }
    </div>`
  }

  #renderVisit() {
    void loadVisit()
    return html`<visit-in-person .texts=${this.texts} .visit=${this.visit}></visit-in-person>`
  }
}

/** Most visits stay by video. */
const loadVisit = () => import('./visit-in-person.ts').catch(() => undefined)

declare global {
  interface HTMLElementTagNameMap {
    'page-message': PageMessage
  }
}
