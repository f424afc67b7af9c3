import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { DockControl } from '../consultation/call-dock.ts'
import type { MoreItem } from '../consultation/call-more.ts'
import { CallScreen } from '../consultation/call-screen.ts'
import { toThird, type ThirdAct } from '../consultation/third.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { Format } from '../i18n/format.ts'
import type { DeviceChoice } from '../rtc/care-state.ts'
import type { FloatingWindow } from '../sharing/floating-window.ts'
import { icon } from '../ui/icon.ts'
import './call-gap.ts'
import './desk-quality.ts'
import type { DeskCatalogue } from './catalogue.ts'
import type { DeskView } from './desk-view.ts'
import type { Desk } from './desk.ts'
import { fullName } from './entries.ts'
import './ring-panel.ts'
import './stage-rest.ts'
import './stage-start.ts'
import type { PersonStage, RestStage } from './stage.ts'
import { takenOverInCall } from './take-over.ts'
import './unanswered-panel.ts'

const dock: readonly DockControl[] = ['mute', 'camera', 'pause', 'text', 'more', 'end']
/** `pause` once more: on a phone the dock has no room for it. */
const more: readonly MoreItem[] = [
  'pause',
  'float',
  'files',
  'devices',
  'move-self',
  'words',
  'help',
]

/** The middle of the desk: one element for each stage. Its buttons give the desk their command at once. */
@customElement('desk-stage')
export class DeskStage extends LitElement {
  @property({ attribute: false }) catalogue!: DeskCatalogue
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) service!: ServiceContact
  @property({ attribute: false }) desk!: Desk
  @property({ attribute: false }) view!: DeskView

  #callTexts: ConsultationTexts | null = null
  readonly #floating = new WeakMap<CallScreen, FloatingWindow>()

  protected override createRenderRoot() {
    return this
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('catalogue')) return
    const { consultation, desk } = this.catalogue
    // A worker is told to stay; a physician, that the worker may come back.
    this.#callTexts = { ...consultation, 'call.other-not-here': () => desk['call.workerLeft'] }
  }

  protected override render() {
    const { focus } = this.view
    return focus.about === 'person'
      ? this.#renderAbout(focus.stage, focus.row)
      : this.#renderRest(focus.stage)
  }

  #renderRest({ kind }: RestStage) {
    const { day, own } = this.desk.state
    if (kind === 'before-start') {
      return html`<stage-start
        .texts=${this.catalogue.desk}
        .own=${own}
        @start-session=${() => this.desk.start()}
      ></stage-start>`
    }
    const coming = this.view.entries.find(({ chip, open }) => open && !('waitMinutes' in chip))
    return html`<stage-rest
      .texts=${this.catalogue.desk}
      .format=${this.format}
      kind=${kind}
      .day=${day}
      .own=${own}
      ?someoneReady=${this.view.next !== null}
      .nextPlanned=${coming?.row ?? null}
    ></stage-rest>`
  }

  #renderAbout(stage: PersonStage, row: DeskRow): TemplateResult {
    switch (stage.kind) {
      case 'ringing':
      case 'in-call':
        return this.#renderTalk(row, stage.kind === 'ringing')
      case 'unanswered':
        return this.#renderUnanswered(stage.why, row)
      case 'call-elsewhere':
      case 'after-call':
        return this.#renderGap(row)
    }
  }

  /** The call is made while it rings, and only uncovered when it opens: the first picture is sooner. */
  #renderTalk(row: DeskRow, ringing: boolean) {
    return html`${ringing ? this.#renderRing(row) : nothing} ${this.#renderCall(row, ringing)}
    ${ringing ? nothing : html`${this.#renderTakeOver(row)} ${this.#renderQuality(row)}`}`
  }

  /** Stands until the physician has made sure again. */
  #renderTakeOver(row: DeskRow) {
    const { desk } = this.catalogue
    const { appointmentId } = row
    const isSure = this.desk.state.ticks.get(appointmentId)?.has('same-person') === true
    if (isSure || takenOverInCall(this.#consultation(row)) === null) return nothing
    return html`<p class="banner wait take-over">
      ${icon('triangle-alert')}<span>${desk['call.takenOver'](fullName(row))}</span>
      <button
        type="button"
        class="button"
        @click=${() => this.desk.tick(appointmentId, 'same-person', true)}
      >
        ${desk['call.samePerson']}
      </button>
    </p>`
  }

  #renderRing(row: DeskRow) {
    return html`<ring-panel
      .texts=${this.catalogue.desk}
      .row=${row}
      .view=${this.#consultation(row)}
      .now=${this.view.now}
      @stop-ring=${() => this.desk.stopRing(row.appointmentId)}
    ></ring-panel>`
  }

  #renderUnanswered(why: 'timed-out' | 'deferred' | 'in-person', row: DeskRow) {
    return html`<unanswered-panel
      .texts=${this.catalogue.desk}
      .format=${this.format}
      .row=${row}
      .view=${this.#consultation(row)}
      why=${why}
      ?canBeRung=${this.view.entry?.canBeRung === true}
      ?someoneReady=${this.view.next !== null}
      @ring-again=${() => this.desk.ring(row.appointmentId)}
      @not-reached=${() => this.desk.saveNotReached(row.appointmentId)}
    ></unanswered-panel>`
  }

  #renderGap(row: DeskRow) {
    return html`<call-gap
      .texts=${this.catalogue.desk}
      .row=${row}
      .view=${this.#consultation(row)}
      ?canBeRung=${this.view.entry?.canBeRung === true}
      @rejoin=${() => this.desk.rejoin(row.appointmentId)}
      @ring-again=${() => this.desk.ring(row.appointmentId)}
    ></call-gap>`
  }

  #renderCall(row: DeskRow, ahead: boolean) {
    const { live, own, voice } = this.desk.state
    const commands = this.desk.live
    const { call, presence } = this.#consultation(row) ?? {}
    const open = call?.phase === 'open' ? call : null
    return html`<call-screen
      class=${ahead ? 'desk-call ahead' : 'desk-call'}
      ?inert=${ahead}
      heading="h2"
      .texts=${this.#callTexts}
      .call=${live.call}
      .local=${live.local}
      .remote=${live.remote}
      .quality=${live.quality}
      .sharing=${commands.sharing}
      .trust=${live.trust}
      .ownStream=${own.phase === 'open' ? own.stream : null}
      .otherIn=${open?.workerIn !== false && presence?.kind !== 'absent'}
      otherName=${fullName(row)}
      note=${this.catalogue.desk['person.born'](this.format.date(row.worker.birthDate))}
      .dock=${dock}
      .more=${more}
      .care=${own.phase === 'open' ? own.care : null}
      .mutedTalk=${voice === 'muted-talk'}
      .context=${this.desk.soundContext()}
      helpPhone=${this.service.phone}
      otherPhone=${row.worker.phone ?? ''}
      .startedAt=${open === null ? null : Date.parse(open.openedAt) - live.clockOffsetMs}
      @call-microphone=${({ detail }: CustomEvent<{ on: boolean }>) =>
        commands.setMicrophone(detail.on)}
      @call-camera=${({ detail }: CustomEvent<{ on: boolean }>) => commands.setCamera(detail.on)}
      @call-pause=${({ detail }: CustomEvent<{ paused: boolean }>) =>
        commands.setPaused(detail.paused)}
      @call-device=${({ detail }: CustomEvent<DeviceChoice>) => this.desk.chooseDevice(detail)}
      @call-restore=${() => this.desk.restoreDevice()}
      .third=${toThird('physician', this.#consultation(row)?.guest, live.guest)}
      @call-third=${({ detail }: CustomEvent<{ act: ThirdAct }>) =>
        commands.aboutGuest(row.appointmentId, detail.act)}
      @call-float=${({ target }: Event) => void this.#toggleFloating(target)}
      @call-leave=${() => commands.hangUp()}
    ></call-screen>`
  }

  /** Fetched when the physician first asks for it; a window for each call screen, closed with it. */
  async #toggleFloating(screen: EventTarget | null): Promise<void> {
    const loaded = await import('../sharing/floating-window.ts').catch(() => undefined)
    if (loaded === undefined || !(screen instanceof CallScreen)) return
    const floating = this.#floating.get(screen) ?? new loaded.FloatingWindow(screen)
    this.#floating.set(screen, floating)
    await floating.toggle()
  }

  #renderQuality(row: DeskRow) {
    const { live, save } = this.desk.state
    // Of a connection that is lost no word would be true.
    if (live.quality === null || live.call.phase !== 'connected') return nothing
    return html`<desk-quality
      .catalogue=${this.catalogue}
      .quality=${live.quality}
      name=${fullName(row)}
      phone=${row.worker.phone ?? ''}
      ?busy=${save.phase === 'saving'}
      @needs-picture=${({ detail }: CustomEvent<{ needed: boolean }>) =>
        this.desk.live.setNeedsPicture(detail.needed)}
      @in-person=${() => void this.desk.convert(row.appointmentId)}
    ></desk-quality>`
  }

  #consultation(row: DeskRow) {
    return this.desk.state.live.consultations.get(row.appointmentId)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-stage': DeskStage
  }
}
