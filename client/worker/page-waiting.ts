/** Ready: own picture, three checks in words, and who does what next, said twice because people leave otherwise. */
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Sounds } from '../rtc/sound.ts'
import { icon } from '../ui/icon.ts'
import { appointmentOf, consultationOf } from './visit-state.ts'
import { noticeOf, type Notice } from './waiting-notice.ts'
import { WorkerPage } from './worker-page.ts'
import '../consultation/level-meter.ts'
import '../consultation/video-tile.ts'

/** Silence for so long deserves a word; shorter is a person who reads. */
const silentMs = 12_000

@customElement('page-waiting')
export class PageWaiting extends WorkerPage {
  @property({ attribute: false }) sounds: Sounds | null = null

  @state() private heard = false

  readonly #since = Date.now()

  /** The card comes while the screen is read, and is asked for again after a failure. */
  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('visit')) void import('./own-consents.ts').catch(() => undefined)
  }

  protected override render() {
    const appointment = appointmentOf(this.visit)
    const { media } = this.visit
    if (appointment === null || media.phase !== 'open') return nothing
    const { texts } = this
    const isEarly = appointment.state === 'upcoming'
    const notice = noticeOf(this.visit, appointment, this.now, texts, this.format)
    return html`<div class="screen">
      <div class="screen-words">
        <h1 tabindex="-1">${texts[isEarly ? 'wait.tested-title' : 'wait.title']}</h1>
        ${isEarly ? nothing : this.#renderWhatNext(appointment.physicianName)}
        <div role="status" class="waiting-said">
          ${isEarly ? nothing : this.#renderQueue()}${this.#renderNotice(notice)}
        </div>
        ${isEarly ? nothing : this.#renderConsents()}
      </div>
      <div class="screen-picture">${this.#renderPicture()} ${this.#renderChips()}</div>
      <div class="screen-actions">
        <button type="button" class="button" @click=${() => this.wish({ type: 'play-ring' })}>
          ${icon('volume-2')}
          ${texts[this.sounds?.isUnlocked() === false ? 'wait.unlock' : 'wait.ringtone']}
        </button>
      </div>
    </div>`
  }

  /** Whoever tests long before is not called here yet: the notice says when to come back. */
  #renderWhatNext(physicianName: string) {
    const { texts } = this
    return html`<p>${texts['wait.here'](physicianName)} <strong>${texts['wait.keep']}</strong></p>`
  }

  #renderQueue() {
    const before = consultationOf(this.visit)?.before
    if (before === undefined) return nothing
    return html`<p class="chip wait">
      ${icon('clock')}${before === 0 ? this.texts['wait.next'] : this.texts['wait.before'](before)}
    </p>`
  }

  #renderConsents() {
    return html`<own-consents
      .texts=${this.texts}
      .format=${this.format}
      .visit=${this.visit}
    ></own-consents>`
  }

  #renderNotice(notice: Notice | null) {
    const shown = notice ?? this.#silentNotice()
    if (shown === null) return nothing
    return html`<p class="banner ${shown.tone === 'info' ? '' : shown.tone}">
      ${icon(shown.tone === 'stop' ? 'triangle-alert' : 'circle-alert')}<span>${shown.text}</span>
    </p>`
  }

  #silentNotice(): Notice | null {
    const isSilent = !this.heard && this.now - this.#since > silentMs
    const canTell = this.sounds?.isUnlocked() === true
    return isSilent && canTell ? { tone: 'wait', text: this.texts['wait.silent'] } : null
  }

  #renderPicture() {
    const { media } = this.visit
    if (media.phase !== 'open') return nothing
    return html`<div class="own-picture">
      ${
        media.camera
          ? html`<video-tile
              class="mirrored"
              .stream=${media.stream}
              silent
              label=${this.texts['wait.own-picture']}
            ></video-tile>`
          : html`<p class="no-picture">${icon('video-off')}</p>`
      }
      <level-meter
        .stream=${media.stream}
        .context=${this.sounds?.context() ?? null}
        .source=${media.care.using.microphone ?? ''}
        @voice-heard=${() => (this.heard = true)}
      ></level-meter>
    </div>`
  }

  #renderChips() {
    const { texts } = this
    const { media, live } = this.visit
    const troubles = media.phase === 'open' ? media.care.troubles : {}
    const hasCamera = media.phase === 'open' && media.camera && troubles.camera === undefined
    const hasSound = media.phase === 'open' && media.microphone && troubles.microphone === undefined
    const hasLine = live?.line.phase === 'open'
    const isEarly = appointmentOf(this.visit)?.state === 'upcoming'
    return html`<ul class="chips" role="list">
      ${this.#renderChip(hasCamera, texts['chip.picture'], texts['chip.no-picture'])}
      ${
        hasSound && !this.heard
          ? html`<li class="chip info">${icon('mic')}${texts['chip.say-hello']}</li>`
          : this.#renderChip(hasSound, texts['chip.sound'], texts['chip.no-sound'])
      }
      ${
        isEarly
          ? nothing
          : this.#renderChip(hasLine, texts['chip.connection'], texts['chip.no-connection'])
      }
    </ul>`
  }

  #renderChip(good: boolean, yes: string, no: string) {
    return good
      ? html`<li class="chip go">${icon('check')}${yes}</li>`
      : html`<li class="chip stop">${icon('x')}${no}</li>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-waiting': PageWaiting
  }
}
