/** What is known of whoever sits at the worker's page, and the button for having seen their identity card. */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ConsultationView } from '../../signaling/protocol/consultation.ts'
import type { Identified, Likeness } from '../../signaling/protocol/identification.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Format } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import type { DeskCatalogue } from './catalogue.ts'

/** Records that the physician saw the card. */
export type SeeCard = (appointmentId: Id) => Promise<void>

@customElement('identity-note')
export class IdentityNote extends LitElement {
  @property({ attribute: false }) catalogue!: DeskCatalogue
  @property({ attribute: false }) format!: Format
  @property() appointmentId: Id = ''
  @property({ attribute: false }) consultation: ConsultationView | null = null
  /** Null where nothing can be recorded. */
  @property({ attribute: false }) seeCard: SeeCard | null = null

  @state() private request: 'none' | 'running' | 'failed' = 'none'

  protected override createRenderRoot() {
    return this
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('appointmentId')) this.request = 'none'
  }

  protected override render() {
    const { desk } = this.catalogue
    const { identified, wrongPersonAt, presence } = this.consultation ?? {}
    const isHere = presence?.kind === 'here'
    const isCardSeen = identified?.kind === 'card'
    return html`${this.#renderChip(identified)}
    ${sentencesOf(identified).map((key) => html`<p class="small">${desk[key]}</p>`)}
    ${isHere && !isCardSeen && identified?.kind !== 'itsme' ? this.#renderButton() : nothing}
    ${
      wrongPersonAt === undefined
        ? nothing
        : html`<p class="small wrong-person" role="status">
            ${icon('triangle-alert')}
            ${desk['identity.wrong-person'](this.format.time(wrongPersonAt))}
          </p>`
    }`
  }

  #renderChip(identified: Identified | undefined) {
    const { desk } = this.catalogue
    switch (identified?.kind) {
      case undefined:
      case 'not-identified':
        return html`<span class="chip wait">
          ${icon('triangle-alert')} ${desk['person.notIdentified']}
        </span>`
      case 'shows-card':
        return html`<span class="chip wait">
          ${icon('triangle-alert')} ${desk['identity.shows-card']}
        </span>`
      case 'itsme':
      case 'code':
      case 'card':
        return html`<span class="chip ready">
          ${icon('shield-check')} ${desk[`identity.${wayOf(identified)}`]} ·
          ${this.format.time(identified.at)}
        </span>`
      default:
        return identified satisfies never
    }
  }

  #renderButton() {
    const { seeCard } = this
    if (seeCard === null) return nothing
    const { desk } = this.catalogue
    return html`<button
        type="button"
        class="button"
        aria-busy=${this.request === 'running'}
        @click=${() => this.#see(seeCard)}
      >
        ${icon('check')} ${desk['identity.see-card']}
      </button>
      <div role="alert">
        ${this.request === 'failed' ? html`<p class="small">${desk['identity.not-recorded']}</p>` : nothing}
      </div>`
  }

  async #see(seeCard: SeeCard): Promise<void> {
    if (this.request === 'running') return
    const { appointmentId } = this
    this.request = 'running'
    const result = await seeCard(appointmentId).then(
      () => 'none' as const,
      () => 'failed' as const,
    )
    if (this.appointmentId === appointmentId) this.request = result
  }
}

type Known = Extract<Identified, { readonly kind: 'itsme' | 'code' | 'card' }>

/** A code by SMS is told apart from one by mail. */
function wayOf(identified: Known) {
  return identified.kind === 'code' && identified.bySms === true ? 'sms' : identified.kind
}

type Sentence =
  | `identity.${'all-same' | 'family-name-alike' | 'given-name-alike' | 'given-name-missing' | 'birth-date-incomplete' | 'code-about' | 'sms-about'}`
  | 'person.compare'

/** What the physician has to know, or to do. */
function sentencesOf(identified: Identified | undefined): readonly Sentence[] {
  if (identified?.kind === 'itsme') return likenessSentences(identified.likeness)
  if (identified?.kind === 'code') {
    return [identified.bySms === true ? 'identity.sms-about' : 'identity.code-about']
  }
  return identified?.kind === 'card' ? [] : ['person.compare']
}

function likenessSentences({ familyName, givenName, birthDate }: Likeness): readonly Sentence[] {
  const found: Sentence[] = []
  if (familyName === 'alike') found.push('identity.family-name-alike')
  if (givenName !== 'same') found.push(`identity.given-name-${givenName}`)
  if (birthDate === 'incomplete') found.push('identity.birth-date-incomplete')
  return found.length === 0 ? ['identity.all-same'] : found
}

declare global {
  interface HTMLElementTagNameMap {
    'identity-note': IdentityNote
  }
}
