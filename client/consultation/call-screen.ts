/**
 * The running call, shared by the worker's page, the room tablet and the desk. A function of its properties: it holds
 * no call logic, and sends every wish up as an event. Fills its parent's height; dark in both themes.
 *
 * Properties: `call`, `local`, `remote` are the fields of `LiveState` with the same names; `ownStream` is what
 * `openMedia` returned; `otherIn` whether the other side has a page in the call; `otherName` who it is;
 * `dock` and `more` which controls stand where, in order; `startedAt` (local ms) shows the length of the call.
 *
 * Fires, none of which bubbles:
 *   call-needs-picture {needed}   call-third {act}
 *   call-microphone {on}   call-camera {on}   call-pause {paused}   call-leave   call-in-person
 *   call-device {device, id}: another one was chosen
 *   call-float: the picture above all windows, or back; the one who listens sets `floats`
 *   call-other-camera      call-restore (the lost device that the banner names, to be opened again)
 */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CallLive } from '../call/call-live.ts'
import type { Quality } from '../quality/quality.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { CareState, DeviceChoice } from '../rtc/care-state.ts'
import type { BannerActs } from './call-banner.ts'
import { toDockButton, type DockControl, type DockWishes } from './call-dock.ts'
import { renderHead } from './call-head.ts'
import type { MoreItem } from './call-more.ts'
import { renderSaid } from './call-said.ts'
import { dockButton } from './dock-button.ts'
import type { PhotoCamera } from '../sharing/photo-camera.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'
import type { Devices, LiveState } from './live.ts'
import { renderOwn } from './own-picture.ts'
import { renderRemote } from './remote-picture.ts'
import { SharedParts } from './shared-parts.ts'
import { renderAutoplayCover, renderPauseCover } from './stage-covers.ts'
import { keepFocus } from '../ui/keep-focus.ts'
import type { Third, ThirdAct } from './third.ts'
import type { Trust } from '../trust/trust.ts'
import '../styles/call.css'

/** By then the first pictures are drawn. */
const calmMs = 2_000

const loadDeviceSheet = () => import('./device-sheet.ts').catch(() => undefined)
/** With the screen, which is made while it rings: what is behind *More* is there before anybody asks. */
const loadMore = () => import('./call-more.ts').catch(() => undefined)
const loadThirdSeat = () => import('./third-seat.ts').catch(() => undefined)

const noDevices: Devices = { microphone: 'none', camera: 'none', paused: false }

@customElement('call-screen')
export class CallScreen extends LitElement {
  @property({ attribute: false }) texts!: ConsultationTexts
  @property({ attribute: false }) call: CallLive = { phase: 'none' }
  @property({ attribute: false }) local: Devices = noDevices
  @property({ attribute: false }) remote: LiveState['remote'] = {
    stream: null,
    devices: noDevices,
  }
  @property({ attribute: false }) ownStream: MediaStream | null = null
  @property({ attribute: false }) otherIn = true
  @property() otherName = ''
  /** Stands under the name: the service for a worker, the birth date for a physician. */
  @property() note = ''
  @property({ attribute: false }) dock: readonly DockControl[] = ['mute', 'pause', 'more', 'leave']
  @property({ attribute: false }) more: readonly MoreItem[] = []
  /** A visit in person is one tap away. */
  @property({ type: Boolean }) offersInPerson = false
  @property() helpPhone = ''
  /** Where the other side can be telephoned when the call does not come back. */
  @property() otherPhone = ''
  @property({ attribute: false }) quality: Quality | null = null
  /** Says over the picture when the connection is weak; where a page says it elsewhere, it does not. */
  @property({ type: Boolean }) saysQuality = false
  /** The way to text, photos and files; null where there is none. */
  @property({ attribute: false }) sharing: SharingDoor | null = null
  /** How the own devices stand; null while there are none. */
  @property({ attribute: false }) care: CareState | null = null
  /** The person talks and is muted. */
  @property({ attribute: false }) mutedTalk = false
  /** For the level beside the choice of a microphone. */
  @property({ attribute: false }) context: AudioContext | null = null
  /** Lent for a photo that the other side asks for; null where nobody is asked for one. */
  @property({ attribute: false }) photoCamera: PhotoCamera | null = null
  /** Whoever else is in the call, or waits to be. */
  @property({ attribute: false }) third: Third | null = null
  /** The safety words, once they can be shown. */
  @property({ attribute: false }) trust: Trust | null = null
  /** False while the camera at the back is used. */
  @property({ attribute: false }) mirrored = true
  @property({ attribute: false }) startedAt: number | null = null
  /** `h2` where the page around has a heading of its own. */
  @property() heading: 'h1' | 'h2' = 'h1'

  /** The other person's picture is in a window of its own. */
  @property({ attribute: false }) floats = false

  @state() private now = Date.now()
  @state() private blocked = false
  @state() private showsDevices = false

  #clock: ReturnType<typeof setInterval> | undefined
  #fetching: ReturnType<typeof setTimeout> | undefined
  readonly #shared = new SharedParts(this)

  constructor() {
    super()
    keepFocus(this, 'h1, h2')
  }

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void loadMore()
    this.#clock = setInterval(() => (this.now = Date.now()), 1000)
  }

  protected override updated(): void {
    if (this.third !== null) void loadThirdSeat()
    // Beforehand, for a choice that is made while the server is away; not while the first pictures come.
    if (this.call.phase !== 'connected') return
    this.#fetching ??= setTimeout(() => void loadDeviceSheet(), calmMs)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#clock)
    clearTimeout(this.#fetching)
    this.#fetching = undefined
  }

  protected override render() {
    return html`<section class="call" aria-label=${this.texts['call.controls']}>
      <div class="call-top">
        ${renderHead(this, this.now, this.#bannerActs.inPerson)}
        <third-seat
          .texts=${this.texts}
          .third=${this.third}
          ?silent=${this.local.paused}
          speaker=${this.care?.using.speaker ?? ''}
          @third-act=${({ detail }: CustomEvent<ThirdAct>) => this.#send('call-third', { act: detail })}
          @playback-blocked=${this.#block}
        ></third-seat>
      </div>
      <div class="stage">
        <div class="call-said">${renderSaid(this, this.now, this.#bannerActs)}</div>
        ${renderRemote(this, this.#block)} ${renderOwn(this)} ${this.#shared.renderShown()}
        ${this.#renderCover()}
      </div>
      ${this.#shared.renderPanel()}
      <div class="dock">
        ${this.dock.map((control) => {
          const mark = this.#shared.sharing ?? undefined
          const button = toDockButton(control, this.local, this.texts, this.#wishes, mark)
          return button === null ? nothing : dockButton(button)
        })}
      </div>
      <call-more
        .texts=${this.texts}
        .items=${this.more}
        .local=${this.local}
        ?pictureNeeded=${this.quality?.needsPicture.own}
        ?floats=${this.floats}
        .helpPhone=${this.helpPhone}
        @more-choose=${this.#choose}
      ></call-more>
      ${this.#renderDevices()} ${this.#shared.renderPhotoDialog()}
      <safety-words .trust=${this.trust} .screen=${this}></safety-words>
    </section>`
  }

  #renderCover() {
    if (this.local.paused) return renderPauseCover(this.texts, () => this.#wishes.setPaused(false))
    return this.blocked ? renderAutoplayCover(this.texts, this.otherName, this.#unblock) : nothing
  }

  #renderDevices() {
    if (!this.showsDevices || this.care === null) return nothing
    return html`<device-sheet
      .care=${this.care}
      .stream=${this.ownStream}
      .context=${this.context}
      @device-choose=${({ detail }: CustomEvent<DeviceChoice>) => this.#send('call-device', detail)}
      @device-sheet-close=${() => (this.showsDevices = false)}
    ></device-sheet>`
  }

  get #bannerActs(): BannerActs {
    return {
      restore: () => this.#send('call-restore'),
      showDevices: () => (this.showsDevices = true),
      take: ({ device, id }) => this.#send('call-device', { device, id }),
      inPerson: this.offersInPerson ? () => this.#send('call-in-person') : null,
    }
  }

  readonly #wishes: DockWishes = {
    setMicrophone: (on) => this.#send('call-microphone', { on }),
    setCamera: (on) => this.#send('call-camera', { on }),
    setPaused: (paused) => this.#send('call-pause', { paused }),
    openMore: () => void this.#openMore(),
    showText: (shown) => void this.#shared.show(shown ? 'text' : null),
    leave: () => this.#send('call-leave'),
  }

  async #openMore(): Promise<void> {
    await loadMore()
    const sheet = this.querySelector('call-more')
    await sheet?.updateComplete
    await sheet?.open()
  }

  readonly #choose = (event: CustomEvent<MoreItem>) => {
    switch (event.detail) {
      case 'pause':
        this.#wishes.setPaused(!this.local.paused)
        break
      case 'float':
        this.#send('call-float')
        break
      case 'camera':
        this.#wishes.setCamera(this.local.camera !== 'on')
        break
      case 'other-camera':
        this.#send('call-other-camera')
        break
      case 'devices':
        this.showsDevices = true
        break
      case 'move-self':
        this.querySelector('self-view')?.toNextCorner()
        break
      case 'files':
        void this.#shared.show('files')
        break
      case 'words':
        void this.querySelector('safety-words')?.open()
        break
      case 'needs-picture':
        this.#send('call-needs-picture', { needed: this.quality?.needsPicture.own !== true })
        break
      case 'help':
        break
    }
  }

  /** Opens the text panel and goes to its field, or closes it. */
  toggleText(): void {
    void this.#shared.show(this.#shared.sharing?.shown === true ? null : 'text')
  }

  readonly #block = () => {
    this.blocked = true
  }

  readonly #unblock = () => {
    this.blocked = false
    for (const tile of this.querySelectorAll('video-tile')) tile.play()
  }

  #send(type: string, detail?: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'call-screen': CallScreen
  }
}
