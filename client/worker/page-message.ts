/** A screen that says one thing; see `message.ts` for what. */
import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { icon } from '../ui/icon.ts'
import { messageOf, type MessageScreen } from './message.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('page-message')
export class PageMessage extends WorkerPage {
  @property() screen: MessageScreen = 'not-valid'

  protected override render() {
    const message = messageOf(this.screen, this.visit, this.texts)
    const { button } = message
    return html`<div class="screen">
      <div class="screen-words">
        <p class="screen-mark">${icon(message.icon)}</p>
        <h1 tabindex="-1">${message.title}</h1>
        <p>${message.body}</p>
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
}

declare global {
  interface HTMLElementTagNameMap {
    'page-message': PageMessage
  }
}
