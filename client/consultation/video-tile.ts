/**
 * One picture with its sound. Fits the picture so that no face is cut off, and says when the browser wants a tap first.
 *
 * Fires `playback-blocked` when the browser refuses to play without a tap; call `play()` from that tap.
 */
import { LitElement, html, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { watchFirstPicture } from '../rtc/first-picture.ts'
import { fitOf } from './fit.ts'

@customElement('video-tile')
export class VideoTile extends LitElement {
  @property({ attribute: false }) stream: MediaStream | null = null
  /** True for one's own picture, and while paused: the picture may run, the sound may not. */
  @property({ type: Boolean }) silent = false
  /** What the picture shows, for those who do not see it. */
  @property() label = ''

  /** Where the sound comes out; empty: where the system lets it. */
  @property() speaker = ''

  @query('video') private readonly video!: HTMLVideoElement

  #watch: ResizeObserver | null = null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#watch = new ResizeObserver(this.#fit)
    this.#watch.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#watch?.disconnect()
    // A detached element that keeps its stream keeps playing the sound.
    if (this.video) this.video.srcObject = null
  }

  protected override render() {
    return html`<video
      playsinline
      autoplay
      aria-label=${this.label}
      .muted=${this.silent}
      @resize=${this.#fit}
    ></video>`
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('speaker')) this.#useSpeaker()
    // A browser that lets nothing be heard without a tap stops a player that is no longer silent.
    if (changed.get('silent') === true) this.play()
    if (this.video.srcObject === this.stream) return
    this.video.srcObject = this.stream
    if (this.stream !== null) watchFirstPicture(this.video, this.stream)
    this.play()
  }

  /** Starts playback; needs to run inside a tap after `playback-blocked`. */
  play(): void {
    if (this.stream === null) return
    this.video.play().catch((error: unknown) => {
      const refused = error instanceof DOMException && error.name === 'NotAllowedError'
      if (refused) this.dispatchEvent(new CustomEvent('playback-blocked', { bubbles: true }))
    })
  }

  #useSpeaker(): void {
    const isDefault = this.speaker === '' && this.video.sinkId === ''
    // Refused for a speaker that was unplugged: the sound stays where it is.
    if (!isDefault && 'setSinkId' in this.video) this.video.setSinkId(this.speaker).catch(() => {})
  }

  readonly #fit = () => {
    if (!this.video) return
    const picture = { width: this.video.videoWidth, height: this.video.videoHeight }
    this.dataset['fit'] = fitOf({ width: this.clientWidth, height: this.clientHeight }, picture)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'video-tile': VideoTile
  }
  interface HTMLElementEventMap {
    'playback-blocked': CustomEvent
  }
}
