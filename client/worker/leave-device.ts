/** Ends everything that a shared device knows of a person, and goes back to what it shows between two people. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { request } from '../api/request.ts'
import type { LeaveTexts } from '../i18n/leave/en.ts'
import { loadLeaveTexts } from '../i18n/leave/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import { appointmentOf, type VisitState } from './visit-state.ts'

/** The room's page takes this one's place in the history: "back" leads to nobody's appointment. */
const roomPage = '/room/'

@customElement('leave-device')
export class LeaveDevice extends LitElement {
  @property({ attribute: false }) visit!: VisitState

  @state() private texts: LeaveTexts | null = null
  @state() private failed = false

  /** A test has no server and goes nowhere. */
  leave = () => request<void>('/api/my-appointment/leave', { method: 'POST' })
  go = (page: string) => location.replace(page)

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    loadLeaveTexts(toLocale(document.documentElement.lang) ?? 'en').then(
      (texts) => (this.texts = texts),
      () => null,
    )
  }

  protected override render() {
    const { texts } = this
    // Only in a company room may it be the room's own tablet.
    if (texts === null || !appointmentOf(this.visit)?.roomName) return nothing
    return html`<h2>${texts.title}</h2>
      <p>${texts.why}</p>
      ${this.failed ? html`<p class="banner stop" role="alert">${texts.failed}</p>` : nothing}
      <p>
        <button class="button" type="button" @click=${this.#clear}>
          ${icon('log-out')}${texts.clear}
        </button>
      </p>`
  }

  readonly #clear = async () => {
    try {
      await this.leave()
    } catch (error) {
      // Whoever is signed out already has left.
      this.failed = !(error instanceof Object && 'code' in error && error.code === 'signed-out')
      if (this.failed) return
    }
    sessionStorage.clear()
    localStorage.clear()
    this.go(roomPage)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leave-device': LeaveDevice
  }
}
