import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { examTypes } from '../../../signaling/protocol/exam-types.ts'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import type { PolicyRow } from '../../../signaling/protocol/remote-policy.ts'
import { icon, type IconName } from '../../ui/icon.ts'
import { dayOf } from '../calendar.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { OpenForm } from '../parts/open-form.ts'
import { planPolicyRow } from '../parts/policy-form.ts'
import { toPolicyLine, type PolicyLine, type PolicyStanding } from '../policy-standing.ts'

interface Rules {
  readonly rows: readonly PolicyRow[]
  readonly employers: readonly Employer[]
}

const icons: Record<PolicyStanding['kind'], IconName> = {
  'off': 'x',
  'conversation': 'check',
  'approved': 'check',
  'begins-later': 'clock',
  'ends-soon': 'triangle-alert',
  'expired': 'triangle-alert',
}

/** Which examinations may be by video, and under whose approval. */
@customElement('page-rules')
export class PageRules extends OfficeElement {
  readonly #form = new OpenForm(this)
  readonly #load = createLoad(
    this,
    async (_args, signal): Promise<Rules> => {
      const { api } = this.office
      const [{ rows }, employers] = await Promise.all([
        api.loadRemotePolicy(signal),
        api.loadEmployers(signal),
      ])
      return { rows, employers }
    },
    () => [] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title"><h1>${texts['rules.title']}</h1></div>
      <div class="stack">
        <p class="muted">${texts['rules.what']}</p>
        ${renderLoad(this.#load, texts, (rules) => this.#renderRules(rules))}
      </div>
      ${this.#form.render()}`
  }

  #renderRules(rules: Rules) {
    const today = dayOf(this.office.now(), this.format.timeZone)
    return html`<ul class="card plain-list rules" role="list">
      ${examTypes.map((examType) => this.#renderLine(toPolicyLine(examType, rules.rows, today), rules))}
    </ul>`
  }

  #renderLine({ examType, forAll, exceptions }: PolicyLine, { employers }: Rules) {
    const { texts } = this
    const name = texts.examTypes[examType]
    const nameOf = (id: string) => employers.find((each) => each.id === id)?.name ?? ''
    return html`<li>
      <div>
        <strong>${name}</strong>
        ${this.#renderStanding(forAll)}
        ${exceptions.map(
          ({ employerId, standing }) =>
            html`<div class="exception">
              <span class="small">${nameOf(employerId)}</span>${this.#renderStanding(standing)}
            </div>`,
        )}
      </div>
      <button
        class="button"
        type="button"
        @click=${() => this.#form.show(planPolicyRow(examType, employers, this.office, this.#recorded))}
      >
        ${texts['rules.change']}<span class="unseen"> ${name}</span>
      </button>
    </li>`
  }

  #renderStanding(standing: PolicyStanding) {
    return html`<p class="standing standing-${standing.kind}">
      ${icon(icons[standing.kind])}<span>${this.#describe(standing)}</span>
    </p>`
  }

  #describe(standing: PolicyStanding): string {
    const { texts, format } = this
    switch (standing.kind) {
      case 'off':
        return texts['rules.is-off']
      case 'conversation':
        return texts['rules.is-conversation']
      case 'begins-later':
        return texts['rules.is-later'](format.date(standing.approval.validFrom))
      case 'expired':
        return texts['rules.is-expired'](format.date(standing.approval.validUntil ?? ''))
      case 'approved':
      case 'ends-soon': {
        const { authority, reference, validUntil } = standing.approval
        const until =
          validUntil === null
            ? texts['rules.no-end']
            : texts['rules.until'](format.date(validUntil))
        return texts['rules.is-approved'](authority, reference, until)
      }
    }
  }

  readonly #recorded = () => {
    this.tell(this.texts['rules.recorded'])
    void this.#load.run()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-rules': PageRules
  }
}
