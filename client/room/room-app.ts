import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { RoomTexts } from '../i18n/room/en.ts'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import '../ui/language-switch.ts'

/** Says that the room's tablet is not there yet, and who can be called. */
@customElement('room-app')
export class RoomApp extends LitElement {
  @property({ attribute: false }) texts: RoomTexts | null = null
  @property({ attribute: false }) service: ServiceContact | null = null
  @property() locale: Locale = 'en'

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { service, texts } = this
    if (texts === null) return nothing
    return html`<header class="page-head">
        <p class="brand">${service?.name ?? 'Visite'}</p>
        <language-switch .current=${this.locale} label=${texts['room.language']}></language-switch>
      </header>
      <main class="room stack">
        <h1>${texts['room.title']}</h1>
        <p>${texts['room.what']}</p>
        ${service === null ? nothing : this.#renderHelp(texts, service)}
      </main>`
  }

  #renderHelp(texts: RoomTexts, service: ServiceContact) {
    return html`<p>${texts['room.help'](service.name)}</p>
      <p>
        <a class="button" href=${telHref(service.phone)}> ${icon('phone')} ${service.phone} </a>
      </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'room-app': RoomApp
  }
}
