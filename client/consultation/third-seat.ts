/**
 * The third person in the call: who they are and as what, always in words; their picture where there is one, larger at a
 * tap; and what this person may do about it. Fires `third-act` with the chosen act. Fetched with the first third person.
 */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { icon } from '../ui/icon.ts'
import { qualitySentences } from './quality-words.ts'
import { roleIcons, type Third, type ThirdAct } from './third.ts'
import { toWho } from './who.ts'
import './video-tile.ts'
import '../styles/third.css'

/** How long it is said that someone left. */
const leftForMs = 8_000

@customElement('third-seat')
export class ThirdSeat extends LitElement {
  @property({ attribute: false }) texts!: ConsultationTexts
  @property({ attribute: false }) third: Third | null = null
  /** Privacy pause: nothing of them is seen or heard. */
  @property({ type: Boolean }) silent = false

  /** Where the sound comes out; empty: where the system lets it. */
  @property() speaker = ''

  @state() private left: Third | null = null
  /** A live region that comes together with its words is not read. */
  @state() private stands = false
  #forget: ReturnType<typeof setTimeout> | undefined

  protected override createRenderRoot() {
    return this
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#forget)
  }

  protected override firstUpdated(): void {
    requestAnimationFrame(() => (this.stands = true))
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('third')) return
    const before = changed.get('third') as Third | null | undefined
    if (this.third !== null) this.left = null
    else if (before !== null && before !== undefined) this.#say(before)
  }

  #say(gone: Third): void {
    this.left = gone
    clearTimeout(this.#forget)
    this.#forget = setTimeout(() => (this.left = null), leftForMs)
  }

  protected override render() {
    const { third } = this
    return html`<div role="status" class="third-words">
        ${this.stands ? this.#renderWords() : nothing}
      </div>
      ${third === null ? nothing : this.#renderActs(third)}
      ${third?.phase === 'admitted' ? this.#renderPicture(third) : nothing}`
  }

  #renderWords() {
    const { texts, third, left } = this
    if (third === null) {
      if (left === null) return nothing
      // Who waited at the door, or was out again, has not left the call now.
      const gone = left.phase === 'admitted' ? 'third.left' : 'third.gone'
      return html`<p>${texts[gone](left.name)}</p>`
    }
    const who = toWho(texts, third)
    return html`<p>
        ${icon(third.role === null ? 'user-round' : roleIcons[third.role])}
        <span>${this.#sentence(third, who)}</span>
      </p>
      ${this.#renderQuality(third)}`
  }

  /** That the own connection is weak stands over the picture of the call. */
  #renderQuality({ quality, name, nameWithin = name, here }: Third) {
    if (quality === null || !here) return nothing
    const [whose, what] = qualitySentences(quality, this.texts, nameWithin)
    if (what === undefined) return nothing
    return html`<p class="third-quality">
      ${icon('wifi')}<span>${quality.weak === 'own' ? what : `${whose} ${what}`}</span>
    </p>`
  }

  #sentence(third: Third, who: string): string {
    const { texts } = this
    if (third.phase === 'waiting') return texts['third.waits'](who)
    if (third.phase === 'objected') {
      const isMine = third.acts.length === 0
      return texts[isMine ? 'third.objected-own' : 'third.objected'](third.name)
    }
    return third.here ? texts['third.here'](who) : texts['third.away'](who)
  }

  #renderActs({ acts, name }: Third) {
    if (acts.length === 0) return nothing
    return html`<div class="third-acts">
      ${acts.map(
        (act) =>
          html`<button
            type="button"
            class="button"
            aria-label=${this.texts[`third.${act}-long`](name)}
            @click=${() => this.dispatchEvent(new CustomEvent<ThirdAct>('third-act', { detail: act }))}
          >
            ${this.texts[`third.${act}`]}
          </button>`,
      )}
    </div>`
  }

  /** Plays the sound even where there is no picture to see. */
  #renderPicture({ name, nameWithin = name, remote }: Third) {
    const { devices, stream } = remote
    if (stream === null) return nothing
    const shown =
      !this.silent &&
      devices.camera === 'on' &&
      !devices.paused &&
      stream.getVideoTracks().length > 0
    return html`<video-tile
        class=${shown ? '' : 'unseen'}
        .stream=${stream}
        .silent=${this.silent}
        speaker=${this.speaker}
        label=${this.texts['call.picture-of'](nameWithin)}
      ></video-tile>
      ${
        shown
          ? html`<button
              type="button"
              class="third-size"
              aria-pressed=${this.classList.contains('large')}
              @click=${this.#resize}
            >
              <span class="unseen">${this.texts['third.enlarge'](nameWithin)}</span>
            </button>`
          : nothing
      }`
  }

  readonly #resize = () => {
    this.classList.toggle('large')
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'third-seat': ThirdSeat
  }
}
