/** The page of the third seat: moves its phase, see `guest-phase.ts`, and draws what belongs to it. */
import { LitElement, html, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { MySeat } from '../../signaling/protocol/guest.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { enterByGuestLink, loadMySeat, lookAtGuestLink } from '../api/guest.ts'
import { tokenIn } from '../ui/link-token.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { GuestTexts } from '../i18n/guest/en.ts'
import { loadPeer } from '../rtc/load-peer.ts'
import { openMedia } from '../rtc/media.ts'
import '../ui/language-switch.ts'
import { renderGuestCall } from './guest-call.ts'
import { renderEntrance, type EntranceActs } from './guest-entrance.ts'
import { openGuestLive, type GuestLiveState } from './guest-live.ts'
import { afterEntering, afterLook, afterNews, afterReturn, type GuestPhase } from './guest-phase.ts'
import { sounds } from './guest-ports.ts'
import { leaveSeat } from './leave-seat.ts'

@customElement('guest-app')
export class GuestApp extends LitElement {
  @property({ attribute: false }) texts: GuestTexts | null = null
  @property({ attribute: false }) callTexts: ConsultationTexts | null = null
  @property() locale: Locale = 'en'

  @property({ attribute: false }) now: GuestPhase = { phase: 'loading' }

  protected override createRenderRoot() {
    return this
  }

  /** Called once, when the words are there. A browser that has entered by the link needs it no more. */
  async open(): Promise<void> {
    const token = tokenIn(location.hash) ?? ''
    try {
      this.now = afterReturn(await loadMySeat())
    } catch (error) {
      if (codeOf(error) !== 'signed-out') this.now = { phase: 'failed' }
      else await this.#look(token)
    }
  }

  async #look(token: string): Promise<void> {
    try {
      this.now = afterLook(await lookAtGuestLink(token), token)
    } catch (error) {
      const known = codeOf(error) === 'link-not-valid' || codeOf(error) === 'invalid'
      this.now = { phase: known ? 'invalid' : 'failed' }
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { callTexts, now, texts } = this
    if (texts === null) return nothing
    if (now.phase === 'inside' && now.state.stand?.phase === 'admitted') {
      const { stand } = now.state
      return renderGuestCall(now, stand, callTexts, texts, this.#acts.leave)
    }
    const service = 'seat' in now ? now.seat.service : null
    return html`<header class="page-head">
        <p class="brand">${service?.name ?? 'Visite'}</p>
        <language-switch .current=${this.locale} label=${texts['page.language']}></language-switch>
      </header>
      <main class="guest stack">
        ${renderEntrance(now, texts, this.locale, this.#acts)}
        ${
          service === null
            ? nothing
            : html`<p class="muted">${texts['help'](`${service.name}, ${service.phone}`)}</p>`
        }
      </main>`
  }

  readonly #acts: EntranceActs = {
    enter: (token) => void this.#enter(token),
    turnOn: (seat, camera) => void this.#turnOn(seat, camera),
    takeOver: () => {
      if (this.now.phase === 'inside') this.now.live.takeOver()
    },
    leave: () => {
      if (this.now.phase !== 'inside') return
      void leaveSeat()
      this.#go({ phase: 'over', why: 'left' })
    },
  }

  async #enter(token: string): Promise<void> {
    if (this.now.phase !== 'asked') return
    this.now = { phase: 'entering', seat: this.now.seat }
    try {
      this.now = afterEntering(await enterByGuestLink(token), token)
      if (this.now.phase === 'devices')
        history.replaceState(null, '', location.pathname + location.search)
    } catch (error) {
      this.now = { phase: codeOf(error) === 'link-not-valid' ? 'invalid' : 'failed' }
    }
  }

  async #turnOn(seat: MySeat, camera: boolean): Promise<void> {
    if (this.now.phase !== 'devices') return
    sounds.unlock()
    this.now = { phase: 'opening', seat }
    const opened = await openMedia({ camera })
    if (!opened.ok) {
      this.now = { phase: 'devices', seat, failed: true }
      return
    }
    const { stream } = opened
    // While they wait, so that being let in does not; what fails now is tried again then.
    loadPeer().catch(() => {})
    const live = openGuestLive({
      role: seat.role,
      stream,
      names: { physician: seat.physicianName, worker: this.texts?.['call.worker'] ?? '' },
      changed: (state) => this.#follow(state),
    })
    this.now = { phase: 'inside', seat, live, state: live.state, stream, wasAdmitted: false }
  }

  #follow(state: GuestLiveState): void {
    if (this.now.phase === 'inside') this.#go(afterNews(this.now, state))
  }

  /** The devices go off with the seat. */
  #go(next: GuestPhase): void {
    const before = this.now
    this.now = next
    if (before.phase === 'inside' && next.phase !== 'inside') before.live.close()
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null
}

declare global {
  interface HTMLElementTagNameMap {
    'guest-app': GuestApp
  }
}
