/** Asks someone into the third seat of an appointment, shows the link once, and whoever waits at the door. */
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type {
  GuestDraft,
  GuestLink,
  GuestRole,
  GuestView,
  NewGuestLink,
} from '../../signaling/protocol/guest.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { ThirdAct } from '../consultation/third.ts'
import { roleIcons } from '../consultation/third.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import { toSentence, type ErrorTexts } from '../i18n/errors/error-texts.ts'
import { icon } from '../ui/icon.ts'

export interface GuestPorts {
  load(appointmentId: Id): Promise<GuestLink | null>
  make(appointmentId: Id, draft: GuestDraft): Promise<NewGuestLink>
  revoke(appointmentId: Id): Promise<void>
}

const roles: readonly GuestRole[] = ['interpreter', 'captioner', 'companion']

/** Fires `guest-act` with what to do about whoever is at the door. */
@customElement('guest-panel')
export class GuestPanel extends LitElement {
  @property({ attribute: false }) texts!: DeskTexts
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) ports!: GuestPorts
  @property() appointmentId: Id = ''
  /** Who is at the door or in the call now. */
  @property({ attribute: false }) guest: GuestView | null = null
  /** Whether there is a call to let them into. */
  @property({ type: Boolean }) inCall = false
  /** When it is, in the physician's words: goes with the link. */
  @property() when = ''
  @property() serviceName = ''

  @state() private link: GuestLink | null = null
  @state() private made: NewGuestLink | null = null
  @state() private copied = false
  @state() private busy = false
  @state() private error: unknown = null

  protected override createRenderRoot() {
    return this
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('appointmentId')) {
      this.link = null
      this.made = null
      this.error = null
      void this.#read()
    } else if (changed.has('guest')) void this.#read()
  }

  protected override render() {
    const { texts, link, guest, made } = this
    return html`<section class="guest-panel stack" aria-label=${texts['guest.title']}>
      ${guest === null ? nothing : this.#renderGuest(guest)}
      ${guest === null && link !== null ? this.#renderLink(link, made) : nothing}
      ${guest === null && link === null ? this.#renderForm() : nothing}
      <div role="alert">
        ${
          this.error === null
            ? nothing
            : html`<p class="banner stop">
                ${icon('circle-alert')}<span>${toSentence(this.errors, this.error)}</span>
              </p>`
        }
      </div>
    </section>`
  }

  #renderGuest({ name, role, phase }: GuestView) {
    const { texts } = this
    const who = texts[`guest.${role}`](name)
    // In a call the third seat on the stage says it.
    return html`<p role=${this.inCall ? nothing : 'status'}>
        ${icon(roleIcons[role])}
        ${phase === 'admitted' ? texts['guest.in'](who) : texts['guest.waits'](who)}
      </p>
      ${phase === 'objected' ? html`<p class="banner wait">${icon('triangle-alert')}<span>${texts['guest.objected']}</span></p>` : nothing}
      ${this.inCall ? nothing : this.#renderActs(phase)}`
  }

  /** In a call they stand beside who it is about. */
  #renderActs(phase: GuestView['phase']) {
    const { texts } = this
    return html`<div class="guest-acts">
        ${
          phase === 'admitted'
            ? nothing
            : html`<button type="button" class="button" disabled>${texts['guest.admit']}</button>`
        }
        <button type="button" class="button" @click=${() => this.#fire('remove')}>
          ${phase === 'admitted' ? texts['guest.remove'] : texts['guest.refuse']}
        </button>
      </div>
      ${phase === 'admitted' ? nothing : html`<p class="small muted">${texts['guest.later']}</p>`}`
  }

  #renderLink({ name, role, usedAt }: GuestLink, made: NewGuestLink | null) {
    const { texts } = this
    return html`<p>
        ${icon(roleIcons[role])} ${texts['guest.asked'](texts[`guest.${role}`](name))}
      </p>
      ${usedAt === null ? nothing : html`<p class="small">${texts['guest.used']}</p>`}
      ${made === null ? nothing : this.#renderMade(made)}
      <button type="button" class="button link" ?disabled=${this.busy} @click=${this.#revoke}>
        ${texts['guest.revoke']}
      </button>`
  }

  #renderMade({ url }: NewGuestLink) {
    const { texts } = this
    const subject = texts['guest.subject'](this.serviceName, this.when)
    const body = texts['guest.message'](this.serviceName, this.when, url)
    const mail = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`
    return html`<p class="small">${texts['guest.once']}</p>
      <label class="field small"
        >${texts['guest.link']}
        <input readonly .value=${url} @focus=${(event: FocusEvent) => selectAll(event)}
      /></label>
      <div class="guest-acts">
        <button type="button" class="button" @click=${() => void this.#copy(url)}>
          ${texts['guest.copy']}
        </button>
        <a class="button" href=${mail}>${texts['guest.mail']}</a>
        <a class="button" href="sms:?&body=${encodeURIComponent(body)}">${texts['guest.sms']}</a>
      </div>
      <p role="status" class="small">${this.copied ? texts['guest.copied'] : ''}</p>`
  }

  #renderForm() {
    const { texts } = this
    return html`<details>
      <summary>${texts['guest.title']}</summary>
      <form class="stack" @submit=${this.#make}>
        <label class="field"
          >${texts['guest.role']}
          <select name="role">
            ${roles.map((role) => html`<option value=${role}>${texts[`guest.as-${role}`]}</option>`)}
          </select>
        </label>
        <label class="field"
          >${texts['guest.name']}
          <input name="name" required maxlength="120" autocomplete="off" />
        </label>
        <button class="button" ?disabled=${this.busy}>${texts['guest.make']}</button>
      </form>
    </details>`
  }

  readonly #make = (event: SubmitEvent) => {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    const role = roles.find((known) => known === data.get('role'))
    const name = data.get('name')
    if (role === undefined || typeof name !== 'string') return
    void this.#run(async () => {
      this.made = await this.ports.make(this.appointmentId, { role, name: name.trim() })
      this.link = this.made.guest
      this.copied = false
    })
  }

  readonly #revoke = () => {
    void this.#run(async () => {
      await this.ports.revoke(this.appointmentId)
      this.link = null
      this.made = null
    })
  }

  async #run(work: () => Promise<void>): Promise<void> {
    this.busy = true
    this.error = null
    try {
      await work()
    } catch (error) {
      this.error = error
    }
    this.busy = false
  }

  /** A guest who came or went changed what the link is. */
  async #read(): Promise<void> {
    const { appointmentId } = this
    if (appointmentId === '') return
    const link = await this.ports.load(appointmentId).catch(() => null)
    if (appointmentId !== this.appointmentId) return
    this.link = link
    if (this.made?.guest.id !== link?.id) this.made = null
  }

  async #copy(url: string): Promise<void> {
    await navigator.clipboard.writeText(url).catch(() => this.querySelector('input')?.focus())
    this.copied = true
  }

  #fire(detail: ThirdAct): void {
    this.dispatchEvent(new CustomEvent('guest-act', { detail }))
  }
}

function selectAll({ target }: Event): void {
  if (target instanceof HTMLInputElement) target.select()
}

declare global {
  interface HTMLElementTagNameMap {
    'guest-panel': GuestPanel
  }
}
