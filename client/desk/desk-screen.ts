import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { Outcome } from '../../signaling/protocol/planning.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { OwnAccessApi } from '../api/own-access.ts'
import { toSentence } from '../i18n/errors/error-texts.ts'
import type { Format } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import { keepFocus } from '../ui/keep-focus.ts'
import type { DeskCatalogue } from './catalogue.ts'
import type { Tick } from './check-list.ts'
import type { Check, Desk } from './desk.ts'
import './desk-head.ts'
import { deskNotice, lineBanner } from './desk-notice.ts'
import './desk-stage.ts'
import { viewOf, type DeskView } from './desk-view.ts'
import { fullName } from './entries.ts'
import { commandOf, loadKeysOn, saveKeysOn, type KeyCommand } from './keys.ts'
import { newsOf, titleOf } from './desk-said.ts'
import { DeskShape } from './desk-shape.ts'
import type { GuestPorts } from './guest-panel.ts'
import type { SeeCard } from './identity-note.ts'
import './person-panel.ts'
import './queue-list.ts'
import type { LiveState } from '../consultation/live.ts'
import type { ThirdAct } from '../consultation/third.ts'
import type { Trust } from '../trust/trust.ts'
import { refillsOf } from './queue.ts'
import { isStopped } from './stopped-line.ts'
import { Watch } from './watch.ts'

/** In the call with this person, whose trust it is. */
function trustOf({ call, trust }: LiveState, appointmentId: Id): Trust | null {
  return call.phase !== 'none' && call.appointmentId === appointmentId ? trust : null
}

const noTicks: ReadonlySet<Check> = new Set()

/** The whole desk of a physician who is signed in: queue, stage, panel. Fires `sign-out`. */
@customElement('desk-screen')
export class DeskScreen extends LitElement {
  @property({ attribute: false }) catalogue!: DeskCatalogue
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) guestPorts: GuestPorts | null = null
  @property({ attribute: false }) ownAccess: OwnAccessApi | null = null
  @property({ attribute: false }) seeCard: SeeCard | null = null
  @property({ attribute: false }) service!: ServiceContact
  @property({ attribute: false }) desk!: Desk

  @state() private keysOn = loadKeysOn()

  readonly #shape = new DeskShape(this)

  constructor() {
    super()
    this.addController(new Watch(this, (listener) => this.desk.subscribe(listener)))
    keepFocus(this, 'main h2')
  }

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    addEventListener('keydown', this.#press)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('keydown', this.#press)
  }

  protected override render() {
    const { line } = this.desk.state.live
    if (isStopped(line)) {
      return deskNotice(line, this.catalogue.desk, () => this.desk.live.takeOver())
    }
    const view = viewOf(this.desk)
    const withoutPeople = view.entries.length === 0
    return html`${this.#renderHead(view)}
      <div class="desk-said">
        ${lineBanner(line.phase, this.catalogue.desk)} ${this.#renderRefusal()}
      </div>
      <div class="desk-body ${withoutPeople ? 'alone' : ''}">
        ${withoutPeople ? nothing : this.#renderQueue(view)}
        <main class="desk-main">${this.#renderStage(view)}</main>
        ${withoutPeople ? nothing : this.#renderPanel(view)}
      </div>
      <p class="unseen" role="status">${newsOf(this.desk.state.news, this.catalogue.desk)}</p>`
  }

  protected override updated() {
    document.title = titleOf(this.desk, this.catalogue.desk)
  }

  #renderHead({ busy, now }: DeskView) {
    return html`<desk-head
      .texts=${this.catalogue.desk}
      .errors=${this.catalogue.errors}
      .ownAccess=${this.ownAccess}
      .format=${this.format}
      .day=${this.desk.state.day}
      .service=${this.service}
      .now=${now}
      ?keysOn=${this.keysOn}
      ?busy=${busy}
      @keys-on=${this.#setKeys}
      @sign-out=${() => this.dispatchEvent(new Event('sign-out'))}
    ></desk-head>`
  }

  #renderQueue(view: DeskView) {
    return html`<queue-list
      role="region"
      aria-label=${this.catalogue.desk['queue.title']}
      .texts=${this.catalogue.desk}
      .format=${this.format}
      .entries=${view.entries}
      .next=${view.next}
      .refills=${refillsOf(this.desk.state.day)}
      ?strip=${this.#shape.isStrip}
      .choosable=${!view.busy}
      ?mayCall=${view.mayRing && view.focus.stage.kind !== 'all-done'}
      ?solid=${view.primary === 'call-next'}
      @choose=${(event: CustomEvent<Id>) => this.desk.choose(event.detail)}
      @call=${(event: CustomEvent<Id>) => this.desk.ring(event.detail)}
    ></queue-list>`
  }

  #renderStage(view: DeskView) {
    return html`<desk-stage
      .catalogue=${this.catalogue}
      .format=${this.format}
      .service=${this.service}
      .desk=${this.desk}
      .view=${view}
    ></desk-stage>`
  }

  #renderPanel({ entry, next, primary }: DeskView) {
    const { desk } = this
    const { drafts, save, ticks, tickFailure } = desk.state
    const id = entry?.row.appointmentId ?? ''
    return html`<person-panel
      role="region"
      aria-label=${entry === null ? this.catalogue.desk['person.title'] : fullName(entry.row)}
      .catalogue=${this.catalogue}
      .format=${this.format}
      .entry=${entry}
      .ticked=${ticks.get(id) ?? noTicks}
      .tickFailure=${tickFailure}
      .outcome=${drafts.get(id) ?? null}
      .save=${save}
      .consultation=${desk.state.live.consultations.get(id) ?? null}
      .guestPorts=${this.guestPorts}
      .seeCard=${this.seeCard}
      .trust=${trustOf(desk.state.live, id)}
      serviceName=${this.service.name}
      @guest=${({ detail }: CustomEvent<ThirdAct>) => desk.live.aboutGuest(id, detail)}
      ?hasNext=${next !== null && next.appointmentId !== id}
      ?solid=${primary === 'save'}
      @tick=${({ detail }: CustomEvent<Tick>) => desk.tick(id, detail.check, detail.ticked)}
      @draft=${({ detail }: CustomEvent<Outcome>) => desk.draft(id, detail)}
      @save=${({ detail }: CustomEvent<{ callNext: boolean }>) => desk.save(detail)}
    ></person-panel>`
  }

  #renderRefusal() {
    const { refusal } = this.desk.state.live
    return html`<div role="alert">
      ${
        refusal === null
          ? nothing
          : html`<p class="banner stop">
              ${icon('circle-alert')} <span>${toSentence(this.catalogue.errors, refusal)}</span>
            </p>`
      }
    </div>`
  }

  readonly #setKeys = (event: CustomEvent<boolean>) => {
    this.keysOn = event.detail
    saveKeysOn(event.detail)
  }

  readonly #press = (event: KeyboardEvent) => {
    const command = this.keysOn ? commandOf(event) : null
    if (command === null) return
    // Ctrl+D would add a bookmark, Ctrl+E go to the search field.
    event.preventDefault()
    this.#obey(command)
  }

  #obey(command: KeyCommand): void {
    const { live, state } = this.desk
    const { camera, microphone, paused } = state.live.local
    const isTalk = state.live.call.phase !== 'none'
    switch (command) {
      case 'save':
        void this.desk.save({ callNext: true })
        return
      case 'mute':
        return live.setMicrophone(microphone !== 'on')
      case 'camera':
        return live.setCamera(camera !== 'on')
      case 'pause':
        return live.setPaused(!paused)
      case 'text':
        return isTalk ? this.querySelector('call-screen')?.toggleText() : undefined
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-screen': DeskScreen
  }
}
