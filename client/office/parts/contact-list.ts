import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Contact } from '../../../signaling/protocol/contacts.ts'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import { icon } from '../../ui/icon.ts'
import { Command } from './command.ts'
import './confirm-dialog.ts'
import type { Confirmation } from './confirm-dialog.ts'
import { toDisabling } from './confirmations.ts'
import { renderFailure } from './failure.ts'
import { OfficeElement } from './office-element.ts'
import { OpenForm } from './open-form.ts'
import { planContact } from './place-forms.ts'

/** The people of one employer who may sign in. Fires `contacts-changed`. */
@customElement('contact-list')
export class ContactList extends OfficeElement {
  @property({ attribute: false }) employer!: Employer
  @property({ attribute: false }) contacts: readonly Contact[] = []

  @state() private confirmation: Confirmation | null = null

  readonly #form = new OpenForm(this)
  readonly #command = new Command(this)

  protected override render() {
    const { texts, employer, contacts, office } = this
    const added = (name: string) => this.#changed(texts['contacts.added'](name))
    return html`<div class="section-head">
        <h4>${texts['contacts.title']}</h4>
        <button
          class="button"
          type="button"
          @click=${() => this.#form.show(planContact(employer, office, added))}
        >
          ${icon('plus')}<span>
            ${texts['contacts.add']}<span class="unseen"> ${employer.name}</span>
          </span>
        </button>
      </div>
      ${renderFailure(texts, this.#command.failure)}
      ${
        contacts.length === 0
          ? html`<p class="muted">${texts['contacts.none']}</p>`
          : html`<ul class="plain-list" role="list">
              ${contacts.map((contact) => this.#renderContact(contact))}
            </ul>`
      }
      ${this.#form.render()}
      ${
        this.confirmation === null
          ? nothing
          : html`<confirm-dialog
              .office=${office}
              .confirmation=${this.confirmation}
              @dialog-close=${() => (this.confirmation = null)}
            ></confirm-dialog>`
      }`
  }

  #renderContact(contact: Contact) {
    const { texts } = this
    return html`<li class="site">
      <div>
        <strong>${contact.name}</strong>
        <p class="small muted">
          ${contact.email} ·
          ${texts.language[contact.language]}${contact.disabled ? ` · ${texts['staff.off']}` : ''}
        </p>
      </div>
      <div class="row">
        ${
          contact.disabled
            ? this.#renderButton(texts['staff.enable'], contact, () => this.#enable(contact))
            : html`${this.#renderButton(texts['contacts.invite'], contact, () => this.#invite(contact))}
              ${this.#renderButton(texts['staff.disable'], contact, () => this.#askToDisable(contact))}`
        }
      </div>
    </li>`
  }

  #renderButton(label: string, { name }: Contact, act: () => void) {
    return html`<button class="button" type="button" @click=${act}>
      <span>${label}<span class="unseen"> ${name}</span></span>
    </button>`
  }

  #invite({ id, name, email }: Contact) {
    void this.#command.run(async () => {
      await this.office.api.inviteContact(id)
      this.tell(this.texts['contacts.invited'](name, email))
    })
  }

  #enable({ id, name }: Contact) {
    void this.#command.run(async () => {
      await this.office.api.enableStaff(id)
      this.#changed(this.texts['staff.enabled'](name))
    })
  }

  #askToDisable(contact: Contact) {
    this.confirmation = toDisabling(contact, this.office, (said) => this.#changed(said))
  }

  #changed(notice: string) {
    this.tell(notice)
    this.dispatchEvent(new Event('contacts-changed'))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contact-list': ContactList
  }
}
