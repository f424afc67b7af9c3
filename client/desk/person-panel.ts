import { html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { DeskRow } from '../../signaling/protocol/desk.ts'
import type { Outcome } from '../../signaling/protocol/planning.ts'
import type { ThirdAct } from '../consultation/third.ts'
import { toSentence } from '../i18n/errors/error-texts.ts'
import type { Format } from '../i18n/format.ts'
import type { DeskCatalogue } from './catalogue.ts'
import './check-list.ts'
import { chipTones, chipWords } from './chip-words.ts'
import type { Check, SaveState } from './desk.ts'
import type { Entry } from './entries.ts'
import './guest-panel.ts'
import type { GuestPorts } from './guest-panel.ts'
import './identity-note.ts'
import type { SeeCard } from './identity-note.ts'
import type { Trust } from '../trust/trust.ts'
import './outcome-form.ts'
import { phoneLink } from './phone-link.ts'

/** Who it is about, what to make sure of, and how it went. The parts' events (`tick`, `draft`, `save`) bubble through; `guest` tells what to do about a guest. */
@customElement('person-panel')
export class PersonPanel extends LitElement {
  @property({ attribute: false }) catalogue!: DeskCatalogue
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) entry: Entry | null = null
  @property({ attribute: false }) ticked: ReadonlySet<Check> = new Set()
  @property({ attribute: false }) tickFailure: unknown = null
  @property({ attribute: false }) outcome: Outcome | null = null
  @property({ attribute: false }) save: SaveState = { phase: 'none' }
  @property({ attribute: false }) consultation: ConsultationView | null = null
  /** Null where nobody can be asked into the third seat. */
  @property({ attribute: false }) guestPorts: GuestPorts | null = null
  @property({ attribute: false }) seeCard: SeeCard | null = null
  /** Of the call with this person; null outside it. */
  @property({ attribute: false }) trust: Trust | null = null
  @property() serviceName = ''
  @property({ type: Boolean }) hasNext = false
  @property({ type: Boolean }) solid = false

  protected override createRenderRoot() {
    return this
  }

  protected override willUpdate(): void {
    // It shows nothing before.
    if (this.trust !== null) import('../trust/identity-proof-note.ts').catch(() => {})
  }

  protected override render() {
    const { desk } = this.catalogue
    const { entry } = this
    if (entry === null) return html`<p class="panel-body muted">${desk['person.none']}</p>`
    return html`<div class="panel-body stack">
        ${this.#renderPerson(entry.row)} ${entry.open ? this.#renderIdentity(entry) : nothing}
        ${
          entry.open
            ? html`<check-list
                .texts=${desk}
                .format=${this.format}
                .declared=${entry.row.declared}
                .ticked=${this.ticked}
                failure=${this.tickFailure === null ? '' : toSentence(this.catalogue.errors, this.tickFailure)}
              ></check-list>`
            : this.#renderClosed(entry)
        }
        ${entry.open ? this.#renderGuest(entry.row) : nothing}
      </div>
      ${entry.open ? this.#renderOutcome() : nothing}`
  }

  #renderPerson({ worker, examType }: DeskRow) {
    const { desk, examTypes } = this.catalogue
    return html`<div class="person">
      <h2>${worker.firstName} ${worker.lastName}</h2>
      <p>
        ${desk['person.born'](this.format.date(worker.birthDate))} ·
        ${desk['person.speaks'](desk[`language.${worker.language}`])}
      </p>
      <p>${examTypes[examType]}</p>
      ${worker.phone === null ? nothing : phoneLink(worker.phone, desk['person.phone'])}
    </div>`
  }

  #renderGuest({ appointmentId, startsAt }: DeskRow) {
    if (this.guestPorts === null) return nothing
    const { desk, errors } = this.catalogue
    const { guest = null, call = null } = this.consultation ?? {}
    return html`<guest-panel
      .texts=${desk}
      .errors=${errors}
      .ports=${this.guestPorts}
      .appointmentId=${appointmentId}
      .guest=${guest}
      ?inCall=${call?.phase === 'open' && call.physicianIn}
      .when=${`${this.format.day(startsAt)}, ${this.format.time(startsAt)}`}
      .serviceName=${this.serviceName}
      @guest-act=${({ detail }: CustomEvent<ThirdAct>) =>
        this.dispatchEvent(new CustomEvent('guest', { detail }))}
    ></guest-panel>`
  }

  #renderIdentity({ row, takenOverAt }: Entry) {
    const { desk } = this.catalogue
    return html`<div class="identity">
      <identity-note
        class="identity"
        .catalogue=${this.catalogue}
        .format=${this.format}
        .appointmentId=${row.appointmentId}
        .consultation=${this.consultation}
        .seeCard=${this.seeCard}
      ></identity-note>
      ${
        this.consultation?.identified?.kind === 'itsme'
          ? html`<identity-proof-note
              .trust=${this.trust}
              .format=${this.format}
            ></identity-proof-note>`
          : nothing
      }
      ${
        takenOverAt === null
          ? nothing
          : html`<p class="small">${desk['person.takenOver'](this.format.time(takenOverAt))}</p>`
      }
    </div>`
  }

  #renderClosed({ chip }: Entry) {
    return html`<p>
      <span class="chip ${chipTones[chip.kind]}">
        ${chipWords(this.catalogue.desk, chip, false)}
      </span>
    </p>`
  }

  #renderOutcome() {
    return html`<outcome-form
      .texts=${this.catalogue.desk}
      .errors=${this.catalogue.errors}
      .outcome=${this.outcome}
      .state=${this.save}
      .hasNext=${this.hasNext}
      .solid=${this.solid}
    ></outcome-form>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-panel': PersonPanel
  }
}
