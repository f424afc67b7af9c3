/** Selects outside a form, which act at once. */
import { html } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import type { Texts } from '../texts.ts'
import { toChoices, type Choice } from './field.ts'

export function renderPicker(picker: {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly choose: (value: string) => void
}) {
  const change = (event: Event) => {
    if (event.target instanceof HTMLSelectElement) picker.choose(event.target.value)
  }
  return html`<div class="field">
    <label for=${picker.id}>${picker.label}</label>
    <select id=${picker.id} .value=${live(picker.value)} @change=${change}>
      ${picker.choices.map(
        (choice) =>
          html`<option value=${choice.value} ?selected=${choice.value === picker.value}>
            ${choice.label}
          </option>`,
      )}
    </select>
  </div>`
}

/** One employer or, as null, every employer. */
export function renderEmployerPicker(
  picker: {
    readonly id: string
    readonly employers: readonly Employer[]
    readonly employerId: Id | null
    readonly choose: (employerId: Id | null) => void
  },
  texts: Texts,
) {
  return renderPicker({
    id: picker.id,
    label: texts['common.employer'],
    value: picker.employerId ?? '',
    choices: [{ value: '', label: texts['common.every-employer'] }, ...toChoices(picker.employers)],
    choose: (id) => picker.choose(id === '' ? null : id),
  })
}
