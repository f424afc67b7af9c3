/** How a person stands in the office's lists. */
import { html } from 'lit'
import { icon } from '../../ui/icon.ts'
import type { Texts } from '../texts.ts'

export function nameOf({ firstName, lastName }: { firstName: string; lastName: string }): string {
  return `${firstName} ${lastName}`
}

/** The address and the number, as far as they are known. */
export function renderContacts({ email, phone }: { email: string | null; phone: string | null }) {
  return [email, phone]
    .filter((contact) => contact !== null)
    .map((contact) => html`<span class="contact">${contact}</span>`)
}

/** An invitation cannot reach this person: somebody has to call. */
export function renderNoEmail(texts: Texts) {
  return html`<span class="chip wait">${icon('phone')}${texts['cohort.no-email']}</span>`
}
