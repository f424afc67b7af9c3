import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { StaffLink, StaffLinkDraft, StaffRow } from '../../../signaling/protocol/staff.ts'
import { icon } from '../../ui/icon.ts'
import { Command } from '../parts/command.ts'
import '../parts/confirm-dialog.ts'
import type { Confirmation } from '../parts/confirm-dialog.ts'
import { toDisabling } from '../parts/confirmations.ts'
import { renderFailure } from '../parts/failure.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import '../parts/link-dialog.ts'

interface MadeLink {
  readonly link: StaffLink
  readonly whom: string
}

/** Who may sign in, and the one-time links with which they do. */
@customElement('page-staff')
export class PageStaff extends OfficeElement {
  @state() private made: MadeLink | null = null
  @state() private confirmation: Confirmation | null = null
  /** What the running command is for: its button says so. */
  @state() private busyWith: string | null = null

  readonly #make = new Command(this)
  readonly #load = createLoad(
    this,
    (_args, signal) => this.office.api.loadStaff(signal),
    () => [] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title">
        <div>
          <h1>${texts['staff.title']}</h1>
          <p class="muted">${texts['staff.lead']}</p>
        </div>
        <div class="row">
          ${this.#renderMake('planner', texts['staff.invite-planner'], '', () =>
            this.#makeFor(
              'planner',
              { kind: 'enrol', role: 'planner' },
              texts['staff.link-new'].planner,
            ),
          )}
          ${this.#renderMake('physician', texts['staff.invite-physician'], '', () =>
            this.#makeFor(
              'physician',
              { kind: 'enrol', role: 'physician' },
              texts['staff.link-new'].physician,
            ),
          )}
          ${this.#renderMake('evaluator', texts['staff.invite-evaluator'], '', () =>
            this.#makeFor(
              'evaluator',
              { kind: 'enrol', role: 'evaluator' },
              texts['staff.link-new'].evaluator,
            ),
          )}
        </div>
      </div>
      ${renderFailure(texts, this.#make.failure)}
      ${renderLoad(this.#load, texts, (staff) => this.#renderStaff(staff))}
      ${
        this.made === null
          ? nothing
          : html`<link-dialog
              .office=${this.office}
              .link=${this.made.link}
              .whom=${this.made.whom}
              @dialog-close=${this.#closeDialog}
            ></link-dialog>`
      }
      ${
        this.confirmation === null
          ? nothing
          : html`<confirm-dialog
              .office=${this.office}
              .confirmation=${this.confirmation}
              @dialog-close=${() => (this.confirmation = null)}
            ></confirm-dialog>`
      }`
  }

  #renderStaff(staff: readonly StaffRow[]) {
    const { texts } = this
    if (staff.length === 0) return html`<p class="empty card">${texts['staff.empty']}</p>`
    return html`<ul class="card plain-list" role="list">
      ${staff.map(
        (person) =>
          html`<li class="person">
            <div>
              <strong>${person.name}</strong>
              <span class="muted small">
                ${texts['staff.role'][person.role]} · ${person.email ?? texts['staff.no-email']}
                ${person.disabled ? html` · ${texts['staff.off']}` : nothing}
              </span>
            </div>
            <div class="row">
              ${person.disabled ? this.#renderEnable(person) : this.#renderPresent(person)}
            </div>
          </li>`,
      )}
    </ul>`
  }

  #renderPresent(person: StaffRow) {
    const { texts } = this
    const draft = { kind: 'sign-in', staffId: person.id } as const
    return html`${this.#renderMake(person.id, texts['staff.make-link'], person.name, () =>
        this.#makeFor(person.id, draft, texts['staff.link-for'](person.name)),
      )}
      <button class="button" type="button" @click=${() => this.#askToDisable(person)}>
        <span>${texts['staff.disable']}<span class="unseen"> ${person.name}</span></span>
      </button>`
  }

  #renderEnable(person: StaffRow) {
    return html`<button class="button" type="button" @click=${() => this.#enable(person)}>
      <span>${this.texts['staff.enable']}<span class="unseen"> ${person.name}</span></span>
    </button>`
  }

  #renderMake(key: string, label: string, about: string, make: () => void) {
    const busy = this.busyWith === key
    return html`<button
      class="button"
      type="button"
      aria-busy=${busy ? 'true' : 'false'}
      @click=${make}
    >
      ${icon('shield-check')}
      <span>${busy ? this.texts['common.busy'] : label}<span class="unseen"> ${about}</span></span>
    </button>`
  }

  #askToDisable(row: StaffRow) {
    this.confirmation = toDisabling(row, this.office, async (said) => {
      this.tell(said)
      await this.#load.run()
    })
  }

  #enable({ id, name }: StaffRow) {
    void this.#make.run(async () => {
      await this.office.api.enableStaff(id)
      this.tell(this.texts['staff.enabled'](name))
      await this.#load.run()
    })
  }

  #makeFor(key: string, draft: StaffLinkDraft, whom: string) {
    if (this.#make.busy) return
    this.busyWith = key
    void this.#make
      .run(async () => {
        this.made = { link: await this.office.api.createStaffLink(draft), whom }
      })
      .finally(() => (this.busyWith = null))
  }

  /** The link is forgotten with its dialog. */
  readonly #closeDialog = () => {
    this.made = null
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-staff': PageStaff
  }
}
