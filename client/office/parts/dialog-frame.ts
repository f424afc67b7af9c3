/** What the office's dialogs with a form share: the frame, the foot, and where the keyboard goes when something is wrong. */
import { html, type LitElement, type TemplateResult } from 'lit'
import '../../ui/vi-dialog.ts'
import type { Texts } from '../texts.ts'

export interface DialogFrame {
  readonly heading: string
  readonly body: TemplateResult
  readonly leave: () => void
  readonly wide?: boolean
}

export function renderDialogFrame(
  { heading, body, leave, wide = false }: DialogFrame,
  texts: Texts,
): TemplateResult {
  return html`<vi-dialog
    class=${wide ? 'wide-dialog' : ''}
    .heading=${heading}
    .closeLabel=${texts['common.close']}
    .body=${body}
    @dialog-close=${leave}
  ></vi-dialog>`
}

/** Leaves, or submits the form that it ends. */
export function renderDialogFoot(
  submit: { readonly label: string; readonly busy: boolean; readonly sticky?: boolean },
  leave: () => void,
  texts: Texts,
): TemplateResult {
  return html`<div class="dialog-foot ${submit.sticky === true ? 'sticky-foot' : ''}">
    <button class="button" type="button" @click=${leave}>${texts['common.cancel']}</button>
    ${renderSubmit(submit, texts)}
  </div>`
}

export function renderSubmit(
  { label, busy }: { readonly label: string; readonly busy: boolean },
  texts: Texts,
): TemplateResult {
  return html`<button class="button primary" aria-busy=${busy ? 'true' : 'false'}>
    ${busy ? texts['common.busy'] : label}
  </button>`
}

/** Once the problems are drawn. */
export async function focusProblem(dialog: LitElement, form: HTMLFormElement): Promise<void> {
  await dialog.updateComplete
  await dialog.querySelector('vi-dialog')?.updateComplete
  form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
}
