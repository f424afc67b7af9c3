/**
 * One's own picture in a corner of the stage: mirrored, as in a mirror; what is sent is not.
 * It moves to another corner by dragging and, for who does not drag, by `toNextCorner()` from a menu.
 */
import { LitElement, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { cornerAt, nextCorner, type Corner } from './corner.ts'
import { icon } from '../ui/icon.ts'
import './video-tile.ts'

@customElement('self-view')
export class SelfView extends LitElement {
  @property({ attribute: false }) stream: MediaStream | null = null
  @property({ attribute: false }) cameraOn = true
  @property({ type: Boolean }) muted = false
  /** False for the camera at the back: a document in it must be readable. */
  @property({ attribute: false }) mirrored = true
  @property() label = ''
  @property() cameraOffLabel = ''

  @state() private corner: Corner = 'bottom-end'

  #held: number | null = null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('pointerdown', this.#hold)
    this.addEventListener('pointermove', this.#move)
    this.addEventListener('pointerup', this.#drop)
    this.addEventListener('pointercancel', this.#drop)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('pointerdown', this.#hold)
    this.removeEventListener('pointermove', this.#move)
    this.removeEventListener('pointerup', this.#drop)
    this.removeEventListener('pointercancel', this.#drop)
  }

  toNextCorner(): void {
    this.corner = nextCorner(this.corner)
  }

  protected override render() {
    return html`
      ${
        this.cameraOn
          ? html`<video-tile
              class=${this.mirrored ? 'mirrored' : ''}
              .stream=${this.stream}
              silent
              label=${this.label}
            ></video-tile>`
          : html`<p class="no-picture">${icon('video-off')}<span>${this.cameraOffLabel}</span></p>`
      }
      ${this.muted ? html`<span class="muted-mark">${icon('mic-off')}</span>` : ''}
    `
  }

  protected override updated(): void {
    this.dataset['corner'] = this.corner
  }

  readonly #hold = (event: PointerEvent) => {
    this.#held = event.pointerId
    this.setPointerCapture(event.pointerId)
  }

  readonly #move = (event: PointerEvent) => {
    if (event.pointerId === this.#held) this.corner = this.#cornerUnder(event)
  }

  readonly #drop = (event: PointerEvent) => {
    if (event.pointerId === this.#held) this.#held = null
  }

  #cornerUnder(event: PointerEvent): Corner {
    const stage = this.parentElement?.getBoundingClientRect()
    if (stage === undefined) return this.corner
    const rightToLeft = getComputedStyle(this).direction === 'rtl'
    return cornerAt(event.clientX - stage.left, event.clientY - stage.top, stage, rightToLeft)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'self-view': SelfView
  }
}
