/**
 * Ends everything that a shared device knows of a person, and goes back to what it shows between two people: at a tap, or by
 * itself once nobody has touched it for a while.
 */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { request } from '../api/request.ts'
import { browserAfter } from '../call/timers.ts'
import type { LeaveTexts } from '../i18n/leave/en.ts'
import { loadLeaveTexts } from '../i18n/leave/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import { startIdleCountdown, type IdlePorts } from './idle-countdown.ts'
import { appointmentOf, type VisitState } from './visit-state.ts'

/** The room's page takes this one's place in the history: "back" leads to nobody's appointment. */
const roomPage = '/room/'

/** Time to read what happens next, or to look for one's coat; the next person is not at the door yet. */
const idleMs = 60_000
const touches = ['pointerdown', 'keydown'] as const

type Idle =
  | { readonly phase: 'off' }
  | { readonly phase: 'counting'; readonly seconds: number }
  /** The person does not want it. */
  | { readonly phase: 'kept' }

@customElement('leave-device')
export class LeaveDevice extends LitElement {
  @property({ attribute: false }) visit!: VisitState

  @state() private texts: LeaveTexts | null = null
  @state() private failed = false
  @state() private idle: Idle = { phase: 'off' }

  #countdown: ReturnType<typeof startIdleCountdown> | null = null
  readonly #locale = toLocale(document.documentElement.lang) ?? 'en'
  readonly #seconds = new Intl.NumberFormat(this.#locale, {
    style: 'unit',
    unit: 'second',
    unitDisplay: 'long',
  })

  /** A test holds the time, has no server and goes nowhere. */
  time: IdlePorts = { after: browserAfter, now: Date.now }
  leave = () => request<void>('/api/my-appointment/leave', { method: 'POST' })
  go = (page: string) => location.replace(page)

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    loadLeaveTexts(this.#locale).then(
      (texts) => (this.texts = texts),
      () => null,
    )
    for (const touch of touches) addEventListener(touch, this.#touch, true)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    for (const touch of touches) removeEventListener(touch, this.#touch, true)
    this.#countdown?.stop()
    this.idle = { phase: 'off' }
  }

  /** After the first drawing: a screen reader says what comes into a line that stands already. */
  protected override updated() {
    const appointment = appointmentOf(this.visit)
    if (this.texts === null || !this.isConnected || !appointment?.roomName) return
    // Before, whoever reads this is at home.
    const isThere = Date.parse(appointment.opensAt) <= this.time.now()
    if (this.idle.phase === 'off' && isThere) this.#count()
  }

  protected override render() {
    const { texts } = this
    // Only in a company room may it be the room's own tablet.
    if (texts === null || !appointmentOf(this.visit)?.roomName) return nothing
    return html`<div class="stack">
      <h2>${texts.title}</h2>
      <p>${texts.why}</p>
      ${this.failed ? html`<p class="banner stop" role="alert">${texts.failed}</p>` : nothing}
      <p>
        <button class="button" type="button" @click=${this.#clear}>
          ${icon('log-out')}${texts.clear}
        </button>
      </p>
      ${this.#renderIdle(texts)}
    </div>`
  }

  /** The eye sees it count, the ear hears once for how long. */
  #renderIdle(texts: LeaveTexts) {
    const { idle } = this
    const soon = (seconds: number) => texts.soon(this.#seconds.format(seconds))
    const heard = { off: '', counting: soon(idleMs / 1000), kept: texts.kept }[idle.phase]
    return html`${
        idle.phase === 'counting'
          ? html`<p class="tabular" aria-hidden="true">${soon(idle.seconds)}</p>
              <p>
                <button class="button link" type="button" @click=${this.#keep}>
                  ${texts.keep}
                </button>
              </p>`
          : nothing
      }
      <p role="status" class=${idle.phase === 'kept' ? '' : 'unseen'}>${heard}</p>`
  }

  #count() {
    this.#countdown = startIdleCountdown(this.time, idleMs, {
      tell: (seconds) => (this.idle = { phase: 'counting', seconds }),
      done: () => void this.#clear(),
    })
  }

  readonly #touch = () => this.#countdown?.touch()

  readonly #keep = () => {
    this.#countdown?.stop()
    this.idle = { phase: 'kept' }
    // The button that was pressed is gone.
    this.querySelector('button')?.focus()
  }

  readonly #clear = async () => {
    this.#countdown?.stop()
    try {
      await this.leave()
    } catch (error) {
      // Whoever is signed out already has left.
      this.failed = !(error instanceof Object && 'code' in error && error.code === 'signed-out')
      if (this.failed) {
        if (this.idle.phase === 'counting') this.#count()
        return
      }
    }
    sessionStorage.clear()
    localStorage.clear()
    // The page's own key, where the browser does not know the reply's Clear-Site-Data.
    indexedDB.deleteDatabase('visite-identity')
    this.go(roomPage)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'leave-device': LeaveDevice
  }
}
