/** The fields of the office's forms: a label, a hint, a native control and what is wrong with it. */
import { html, nothing } from 'lit'
import type { Texts } from '../texts.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

export function toChoices(
  named: readonly { readonly id: string; readonly name: string }[],
): Choice[] {
  return named.map(({ id, name }) => ({ value: id, label: name }))
}

export interface Field {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'email' | 'tel' | 'date' | 'time' | 'number' | 'select' | 'checks'
  readonly required: boolean
  /** Of checks: those that are ticked, with blanks between. */
  readonly value?: string
  readonly hint?: string
  readonly maxLength?: number
  readonly min?: number
  readonly max?: number
  /** Of a select or checks; a select gets an empty first choice when the field has no value. */
  readonly choices?: readonly Choice[]
  /** What the empty first choice says, where it means something. */
  readonly emptyChoice?: string
}

/** What the person filled in, trimmed, by the field's name; of checks those that are ticked, with blanks between. */
export type Values = Readonly<Record<string, string>>
/** A sentence for each field that is wrong. */
export type Problems = Readonly<Record<string, string>>

/** Browsers read it with the `v` flag, which wants each of these escaped within a class. */
const phonePattern = String.raw`\+[1-9][0-9 .\(\)\/\-]{6,24}`

export function renderField(field: Field, idPrefix: string, problems: Problems, texts: Texts) {
  if (field.kind === 'checks') return renderChecks(field, idPrefix)
  const id = `${idPrefix}-${field.name}`
  const problem = problems[field.name]
  const described = [
    field.hint === undefined ? '' : `${id}-hint`,
    problem === undefined ? '' : `${id}-error`,
  ].filter((part) => part !== '')
  return html`<div class="field field-${field.kind}">
    <label for=${id}
      >${field.label}${
        // A select that has a value cannot be left empty.
        field.required || field.kind === 'select'
          ? nothing
          : html` <span class="hint">(${texts['common.optional']})</span>`
      }</label
    >
    ${
      field.hint === undefined
        ? nothing
        : html`<span class="hint" id="${id}-hint">${field.hint}</span>`
    }
    ${field.kind === 'select' ? renderSelect(field, id, described, problem, texts) : renderInput(field, id, described, problem)}
    ${problem === undefined ? nothing : html`<span class="error" id="${id}-error">${problem}</span>`}
  </div>`
}

function renderInput(
  field: Field,
  id: string,
  described: readonly string[],
  problem: string | undefined,
) {
  return html`<input
    id=${id}
    name=${field.name}
    type=${field.kind}
    .defaultValue=${field.value ?? ''}
    ?required=${field.required}
    maxlength=${field.maxLength ?? nothing}
    min=${field.min ?? nothing}
    max=${field.max ?? nothing}
    pattern=${field.kind === 'tel' ? phonePattern : nothing}
    autocomplete="off"
    aria-invalid=${problem === undefined ? 'false' : 'true'}
    aria-describedby=${described.length === 0 ? nothing : described.join(' ')}
  />`
}

function renderSelect(
  field: Field,
  id: string,
  described: readonly string[],
  problem: string | undefined,
  texts: Texts,
) {
  const choices = field.choices ?? []
  return html`<select
    id=${id}
    name=${field.name}
    ?required=${field.required}
    aria-invalid=${problem === undefined ? 'false' : 'true'}
    aria-describedby=${described.length === 0 ? nothing : described.join(' ')}
  >
    ${field.value === undefined ? html`<option value="">${field.emptyChoice ?? texts['common.choose']}</option>` : nothing}
    ${choices.map(
      (choice) =>
        html`<option value=${choice.value} ?selected=${choice.value === field.value}>
          ${choice.label}
        </option>`,
    )}
  </select>`
}

function renderChecks({ name, label, hint, value = '', choices = [] }: Field, idPrefix: string) {
  const id = `${idPrefix}-${name}`
  const ticked = value.split(' ')
  return html`<fieldset
    class="field field-checks"
    aria-describedby=${hint === undefined ? nothing : `${id}-hint`}
  >
    <legend>${label}</legend>
    ${hint === undefined ? nothing : html`<span class="hint" id="${id}-hint">${hint}</span>`}
    <div class="row">
      ${choices.map(
        (choice) =>
          html`<label class="choice">
            <input
              type="checkbox"
              name=${name}
              value=${choice.value}
              .defaultChecked=${ticked.includes(choice.value)}
            />
            <span>${choice.label}</span>
          </label>`,
      )}
    </div>
  </fieldset>`
}

/** Of a value that may be left empty. */
export function orNull(value: string | undefined): string | null {
  return value === undefined || value === '' ? null : value
}

export function readForm(form: HTMLFormElement): Values {
  const values: Record<string, string> = {}
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue
    const before = values[name]
    values[name] = before === undefined ? value.trim() : `${before} ${value.trim()}`
  }
  return values
}

/** Asks the native controls; the sentences are ours, in the page's language and not the browser's. */
export function findProblems(form: HTMLFormElement, texts: Texts): Problems {
  const problems: Record<string, string> = {}
  for (const control of form.elements) {
    if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) continue
    const problem = problemOf(control, texts)
    if (problem !== null) problems[control.name] = problem
  }
  return problems
}

function problemOf(control: HTMLInputElement | HTMLSelectElement, texts: Texts): string | null {
  const { validity } = control
  if (control instanceof HTMLSelectElement)
    return validity.valueMissing ? texts['form.choose'] : null
  if (validity.badInput && control.type === 'date') return texts['form.date']
  if (control.required && control.value.trim() === '') return texts['form.missing']
  if (validity.valid) return null
  if (validity.tooLong) return texts['form.too-long']
  switch (control.type) {
    case 'email':
      return texts['form.email']
    case 'tel':
      return texts['form.phone']
    case 'date':
      return texts['form.date']
    case 'number':
      return texts['form.number'](Number(control.min), Number(control.max))
    default:
      return texts['form.wrong']
  }
}
