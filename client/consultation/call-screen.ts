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
 *   call-other-camera      call-restore (the lost device that the banner names, to be opened again)
 */
import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CallLive } from '../call/call-live.ts'
import type { Quality } from '../quality/quality.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { CareState, DeviceChoice } from '../rtc/care-state.ts'
import { deviceIn } from '../rtc/trouble.ts'
import { depth } from '../quality/ladder.ts'
import { icon } from '../ui/icon.ts'
import { bannerOf, renderBanner, type BannerActs } from './call-banner.ts'
import { toDockButton, type DockControl, type DockWishes } from './call-dock.ts'
import type { CallMore, MoreItem } from './call-more.ts'
import { dockButton } from './dock-button.ts'
import { formatDuration } from './duration.ts'
import type { Floating } from '../sharing/floating-picture.ts'
import type { PhotoCamera } from '../sharing/photo-camera.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'
import type { Devices, LiveState } from './live.ts'
import type { SelfView } from './self-view.ts'
import type { VideoTile } from './video-tile.ts'
import { renderQualityChip } from './quality-chip.ts'
import './self-view.ts'
import type { Third, ThirdAct } from './third.ts'
import './video-tile.ts'
import '../styles/call.css'

/** "Secure call" is said for this long once the two are connected. */
const freshMs = 5_000
/** Most outages are over by then; who still waits is offered the telephone within 20 s, by a clock that ticks each second. */
const longMs = 18_000

/** By then the first pictures are drawn. */
const calmMs = 2_000

const loadDeviceSheet = () => import('./device-sheet.ts').catch(() => undefined)
/** With the screen, which is made while it rings: what is behind *More* is there before anybody asks. */
const loadMore = () => import('./call-more.ts').catch(() => undefined)
const loadThirdSeat = () => import('./third-seat.ts').catch(() => undefined)

/** Whether this browser has any window above others. */
function canFloat(): boolean {
  return 'documentPictureInPicture' in globalThis || document.pictureInPictureEnabled
}

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
  /** False while the camera at the back is used. */
  @property({ attribute: false }) mirrored = true
  @property({ attribute: false }) startedAt: number | null = null
  /** `h2` where the page around has a heading of its own. */
  @property() heading: 'h1' | 'h2' = 'h1'

  @state() private now = Date.now()
  @state() private blocked = false
  @state() private showsDevices = false
  @state() private floating: Floating | null = null

  @query('.stage > video-tile') private readonly tile!: VideoTile | null
  @query('self-view') private readonly selfView!: SelfView | null
  @query('call-more') private readonly sheet!: CallMore | null

  #clock: ReturnType<typeof setInterval> | undefined
  #fetching: ReturnType<typeof setTimeout> | undefined
  #stopListening = () => {}
  #panelOpener: Element | null = null

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
    this.#stopListening()
    this.#stopFloating()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sharing')) return
    this.#stopListening()
    this.#stopListening = this.sharing?.subscribe(() => this.requestUpdate()) ?? (() => {})
  }

  protected override render() {
    return html`<section class="call" aria-label=${this.texts['call.controls']}>
      <div class="call-top">
        ${this.#renderHead()}
        <third-seat
          .texts=${this.texts}
          .third=${this.third}
          ?silent=${this.local.paused}
          speaker=${this.care?.using.speaker ?? ''}
          @third-act=${({ detail }: CustomEvent<ThirdAct>) => this.#send('call-third', { act: detail })}
          @playback-blocked=${() => (this.blocked = true)}
        ></third-seat>
      </div>
      <div class="stage">
        <div class="call-said">${this.#renderBanner()}</div>
        ${this.#renderRemote()} ${this.#renderSelf()} ${this.#renderShown()}
        ${this.blocked && !this.local.paused ? this.#renderAutoplayCover() : nothing}
        ${this.local.paused ? this.#renderPauseCover() : nothing}
      </div>
      ${this.#renderShared()}
      <div class="dock">
        ${this.dock.map((control) => {
          const mark = this.sharing?.sharing ?? undefined
          const button = toDockButton(control, this.local, this.texts, this.#wishes, mark)
          return button === null ? nothing : dockButton(button)
        })}
      </div>
      <call-more
        .texts=${this.texts}
        .items=${this.more}
        .local=${this.local}
        ?pictureNeeded=${this.quality?.needsPicture.own}
        .floats=${canFloat() ? this.floating !== null : null}
        .helpPhone=${this.helpPhone}
        @more-choose=${this.#choose}
      ></call-more>
      ${this.#renderDevices()} ${this.#renderPhotoDialog()}
    </section>`
  }

  #renderHead() {
    const name =
      this.heading === 'h1'
        ? html`<h1 tabindex="-1">${this.otherName}</h1>`
        : html`<h2>${this.otherName}</h2>`
    const length = this.startedAt === null ? null : formatDuration(this.now - this.startedAt)
    return html`<header class="call-head">
      <div>${name}${this.note === '' ? nothing : html`<p class="call-note">${this.note}</p>`}</div>
      ${length === null ? nothing : html`<p class="call-length tabular">${length}</p>`}
    </header>`
  }

  #renderBanner() {
    const banner = bannerOf({
      call: this.call,
      local: this.local,
      remote: this.remote.devices,
      otherIn: this.otherIn,
      news: this.care?.news ?? null,
      mutedTalk: this.mutedTalk,
      fresh: this.call.phase === 'connected' && this.now - this.call.since < freshMs,
      long: this.call.phase !== 'none' && this.now - this.call.since >= longMs,
    })
    const quality = this.saysQuality && banner === null ? this.quality : null
    const words = {
      texts: this.texts,
      name: this.otherName,
      news: this.care?.news ?? null,
      phone: this.otherPhone,
    }
    const inPerson = this.more.includes('in-person') ? () => this.#send('call-in-person') : null
    return html`${renderBanner(banner, words, { ...this.#bannerActs, inPerson })}
    ${renderQualityChip(quality, this.texts, this.otherName)}`
  }

  #renderRemote() {
    const { devices, stream } = this.remote
    const connecting = this.call.phase === 'none' || this.call.phase === 'connecting'
    const gone = this.call.phase === 'recovering' && !this.otherIn
    const isPictureGone =
      devices.troubles?.some((trouble) => deviceIn(trouble) === 'camera') ?? false
    // A picture that stood still for long misleads.
    const isStopped = depth(this.quality?.other ?? 'full') >= depth('sound-only')
    const hidden =
      isStopped || connecting || gone || devices.paused || devices.camera !== 'on' || isPictureGone
    this.floating?.show(hidden ? null : stream)
    return html`<video-tile
        class=${hidden ? 'unseen' : ''}
        .stream=${stream}
        .silent=${this.local.paused}
        speaker=${this.care?.using.speaker ?? ''}
        label=${this.texts['call.picture-of'](this.otherName)}
        @playback-blocked=${() => (this.blocked = true)}
      ></video-tile>
      ${
        hidden
          ? html`<div class="stage-words" role="status">
              ${icon(devices.paused ? 'pause' : 'user-round')}
              ${connecting ? html`<p>${this.texts['call.connecting'](this.otherName)}</p>` : nothing}
            </div>`
          : nothing
      }`
  }

  #renderSelf() {
    if (this.ownStream === null || this.local.camera === 'none') return nothing
    return html`<self-view
      .stream=${this.ownStream}
      .cameraOn=${this.local.camera === 'on' && !this.local.paused}
      .muted=${this.local.microphone === 'off'}
      .mirrored=${this.mirrored}
      label=${this.texts['call.own-picture']}
      cameraOffLabel=${this.texts['call.own-camera-off']}
    ></self-view>`
  }

  #renderShared() {
    const sharing = this.sharing?.sharing
    if (sharing?.shown !== true) return nothing
    return html`<share-panel
      .sharing=${sharing}
      otherName=${this.otherName}
      .callTexts=${this.texts}
      @panel-close=${() => this.#showPanel(null)}
    ></share-panel>`
  }

  #renderDevices() {
    if (!this.showsDevices || this.care === null) return nothing
    return html`<device-sheet
      .texts=${this.texts}
      .care=${this.care}
      .stream=${this.ownStream}
      .context=${this.context}
      @device-choose=${({ detail }: CustomEvent<DeviceChoice>) => this.#send('call-device', detail)}
      @device-sheet-close=${() => (this.showsDevices = false)}
    ></device-sheet>`
  }

  /** What the other person shows covers their face, and a pause covers both. */
  #renderShown() {
    const sharing = this.sharing?.sharing
    if (sharing === null || sharing === undefined || sharing.files.shown === null) return nothing
    return html`<shown-picture .sharing=${sharing} otherName=${this.otherName}></shown-picture>`
  }

  #renderPhotoDialog() {
    const sharing = this.sharing?.sharing
    const isAsked = sharing?.participant === 'worker' && sharing.files.request !== null
    if (!isAsked || this.photoCamera === null) return nothing
    return html`<photo-dialog
      .sharing=${sharing}
      .camera=${this.photoCamera}
      otherName=${this.otherName}
    ></photo-dialog>`
  }

  #renderAutoplayCover() {
    return html`<div role="alert">
      <button type="button" class="stage-cover" @click=${this.#unblock}>
        ${icon('volume-2')}<span>${this.texts['call.autoplay'](this.otherName)}</span>
      </button>
    </div>`
  }

  #renderPauseCover() {
    return html`<div class="stage-cover" role="status">
      ${icon('pause')}
      <p class="stage-cover-title">${this.texts['call.paused']}</p>
      <p>${this.texts['call.paused-body']}</p>
      <button type="button" class="button" @click=${() => this.#wishes.setPaused(false)}>
        ${this.texts['call.go-on']}
      </button>
    </div>`
  }

  readonly #bannerActs: Omit<BannerActs, 'inPerson'> = {
    restore: () => this.#send('call-restore'),
    showDevices: () => (this.showsDevices = true),
    take: ({ device, id }) => this.#send('call-device', { device, id }),
  }

  readonly #wishes: DockWishes = {
    setMicrophone: (on) => this.#send('call-microphone', { on }),
    setCamera: (on) => this.#send('call-camera', { on }),
    setPaused: (paused) => this.#send('call-pause', { paused }),
    openMore: () => void this.#openMore(),
    showText: (shown) => void this.#showPanel(shown ? 'text' : null),
    leave: () => this.#send('call-leave'),
  }

  async #openMore(): Promise<void> {
    await loadMore()
    await this.sheet?.updateComplete
    this.sheet?.open()
  }

  async #toggleFloating(): Promise<void> {
    if (this.floating !== null) return this.#stopFloating()
    const video = this.tile?.querySelector('video') ?? null
    if (video === null) return
    const { floatPicture } = await import('../sharing/floating-picture.ts')
    // The browser may refuse; then the picture stays where it is.
    this.floating = await floatPicture(video, () => (this.floating = null)).catch(() => null)
    if (!this.isConnected) this.#stopFloating()
  }

  #stopFloating(): void {
    this.floating?.close()
    this.floating = null
  }

  readonly #choose = (event: CustomEvent<MoreItem>) => {
    switch (event.detail) {
      case 'pause':
        this.#wishes.setPaused(!this.local.paused)
        break
      case 'float':
        void this.#toggleFloating()
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
        this.selfView?.toNextCorner()
        break
      case 'files':
        void this.#showPanel('files')
        break
      case 'needs-picture':
        this.#send('call-needs-picture', { needed: this.quality?.needsPicture.own !== true })
        break
      case 'in-person':
        this.#send('call-in-person')
        break
      case 'help':
        break
    }
  }

  /** Opens the text panel and goes to its field, or closes it. */
  toggleText(): void {
    void this.#showPanel(this.sharing?.sharing?.shown === true ? null : 'text')
  }

  async #showPanel(part: 'text' | 'files' | null): Promise<void> {
    const opener = document.activeElement
    const sharing = await this.sharing?.open()
    if (part === null) sharing?.hide()
    else sharing?.show(part)
    await this.updateComplete
    const panel = this.querySelector<LitElement>('share-panel')
    await panel?.updateComplete
    if (part === null) {
      this.#focusOpener()
      return
    }
    this.#panelOpener = opener
    panel?.focus()
  }

  /** The focus goes back where it came from; to the dock where the panel stood open by itself. */
  #focusOpener(): void {
    const opener = this.#panelOpener ?? this.querySelector('[data-control=text]')
    if (opener instanceof HTMLElement) opener.focus()
    this.#panelOpener = null
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
