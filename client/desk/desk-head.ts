import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DeskDay } from '../../signaling/protocol/desk.ts'
import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { OwnAccessApi } from '../api/own-access.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { ErrorTexts } from '../i18n/errors/error-texts.ts'
import type { Format } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import '../ui/language-switch.ts'
import '../ui/own-access/own-access-button.ts'
import './keys-dialog.ts'

/** The top of the desk: day and place on the left; languages, keys, help and the way out on the right. Fires `sign-out`. */
@customElement('desk-head')
export class DeskHead extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) day!: DeskDay
  @property({ attribute: false }) service!: ServiceContact
  /** The server's clock, milliseconds. */
  @property({ type: Number }) now = 0
  @property({ type: Boolean }) keysOn = true
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) ownAccess: OwnAccessApi | null = null
  /** During a ring or a call nothing here leads away from the page. */
  @property({ type: Boolean }) busy = false

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { service, texts } = this
    return html`<header class="page-head desk-head">
      <h1 class="brand">${this.#title()}</h1>
      <div class="desk-tools">
        ${this.busy ? nothing : this.#renderLanguages()}
        <keys-dialog
          .texts=${texts}
          ?on=${this.keysOn}
          @keys-on=${(event: CustomEvent<boolean>) => this.#forward(event)}
        ></keys-dialog>
        <a class="button link quiet" href=${telHref(service.phone)}>
          ${icon('circle-help')} ${texts['page.help']} ${service.phone}
        </a>
        ${this.busy ? nothing : html`${this.#renderOwnAccess()} ${this.#renderSignOut()}`}
      </div>
    </header>`
  }

  #renderLanguages() {
    return html`<language-switch
      .current=${this.format.locale}
      label=${this.texts['page.language']}
    ></language-switch>`
  }

  #renderOwnAccess() {
    if (this.ownAccess === null) return nothing
    return html`<own-access-button
      label=${this.texts['page.ownAccess']}
      .errors=${this.errors}
      .format=${this.format}
      .api=${this.ownAccess}
    ></own-access-button>`
  }

  #renderSignOut() {
    return html`<button
      type="button"
      class="button link quiet"
      @click=${() => this.dispatchEvent(new Event('sign-out'))}
    >
      ${icon('log-out')} ${this.texts['page.signOut']}
    </button>`
  }

  /** "Tue 24 Nov · Proximus 4.12": the place of the session that is on, or of the day's first. */
  #title() {
    const { sessions } = this.day
    const running = sessions.find((session) => Date.parse(session.endsAt) > this.now)
    const place = (running ?? sessions[0])?.placeName ?? null
    return html`${this.format.shortDay(this.now)}${place === null ? nothing : html` · ${place}`}`
  }

  #forward({ type, detail }: CustomEvent<boolean>) {
    this.dispatchEvent(new CustomEvent<boolean>(type, { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-head': DeskHead
  }
}
