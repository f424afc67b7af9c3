/**
 * The sheet with camera, microphone and speaker: what there is, what is used, and how loud the microphone hears. Fetched
 * when somebody asks for it. Stands open as long as it is rendered.
 *
 * Fires `device-choose` with a `DeviceChoice`, and `device-sheet-close`.
 */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { sheetTexts } from './sheet-texts.ts'
import type { SheetTexts } from '../i18n/sheets/en.ts'
import type { CareState, DeviceChoice } from '../rtc/care-state.ts'
import type { ListedDevice } from '../rtc/surroundings.ts'
import { icon, type IconName } from '../ui/icon.ts'
import './level-meter.ts'
import '../styles/device-sheet.css'

const kinds = ['camera', 'microphone', 'speaker'] as const

const icons: Record<ListedDevice['kind'], IconName> = {
  camera: 'video',
  microphone: 'mic',
  speaker: 'volume-2',
}

/** With the sheet: both are there when the server is away. */
sheetTexts().catch(() => {})

@customElement('device-sheet')
export class DeviceSheet extends LitElement {
  @property({ attribute: false }) care!: CareState
  @property({ attribute: false }) stream: MediaStream | null = null
  /** For the level; null while the page may make no sound. */
  @property({ attribute: false }) context: AudioContext | null = null

  @state() private texts: SheetTexts | null = null

  @query('dialog') private readonly dialog!: HTMLDialogElement | null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void sheetTexts().then((texts) => (this.texts = texts))
  }

  protected override updated(): void {
    if (this.dialog?.open === false) this.dialog.showModal()
  }

  protected override render() {
    const { texts } = this
    if (texts === null) return nothing
    return html`<dialog
      class="call-more"
      aria-labelledby="device-sheet-title"
      @close=${() => this.dispatchEvent(new Event('device-sheet-close'))}
    >
      <div class="call-more-head">
        <h2 id="device-sheet-title">${texts['devices.title']}</h2>
        <button type="button" class="button" @click=${() => this.dialog?.close()}>
          ${icon('x')}${texts['more.close']}
        </button>
      </div>
      ${kinds.map((kind) => this.#renderKind(kind, texts))}
    </dialog>`
  }

  #renderKind(kind: ListedDevice['kind'], texts: SheetTexts) {
    const found = this.care.listed.filter((each) => each.kind === kind && each.id !== '')
    // Only some browsers let a page choose where the sound comes out; the others list no speaker, or cannot obey.
    if (kind === 'speaker' && (found.length === 0 || !canChooseSpeaker())) return nothing
    const id = `device-${kind}`
    return html`<div class="device-choice">
      <label for=${id}>${icon(icons[kind])}${texts[`devices.${kind}`]}</label>
      ${
        found.length === 0
          ? html`<p id=${id}>
              ${texts[`devices.no-${kind === 'camera' ? 'camera' : 'microphone'}`]}
            </p>`
          : this.#renderList(kind, id, found, texts)
      }
      ${kind === 'microphone' ? this.#renderLevel(texts) : nothing}
    </div>`
  }

  #renderList(
    kind: ListedDevice['kind'],
    id: string,
    found: readonly ListedDevice[],
    texts: SheetTexts,
  ) {
    const used = this.care.using[kind] ?? found[0]?.id
    return html`<select id=${id} @change=${(event: Event) => this.#choose(kind, event)}>
      ${found.map(
        (each, at) =>
          html`<option value=${each.id} .selected=${each.id === used}>
            ${each.label === '' ? texts['devices.nameless'](at + 1) : each.label}
          </option>`,
      )}
    </select>`
  }

  #renderLevel(texts: SheetTexts) {
    if (this.context === null || this.stream === null) return nothing
    return html`<level-meter
        .stream=${this.stream}
        .context=${this.context}
        .source=${this.care.using.microphone ?? ''}
      ></level-meter>
      <p class="device-hint">${texts['devices.level']}</p>`
  }

  #choose(device: ListedDevice['kind'], event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return
    const detail: DeviceChoice = { device, id: event.target.value }
    this.dispatchEvent(new CustomEvent<DeviceChoice>('device-choose', { detail }))
  }
}

function canChooseSpeaker(): boolean {
  return 'setSinkId' in HTMLMediaElement.prototype
}

declare global {
  interface HTMLElementTagNameMap {
    'device-sheet': DeviceSheet
  }
}
