/** Who the call is with and for how long, and the way to a visit in person. */
import { html, nothing } from 'lit'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { formatDuration } from './duration.ts'

/** The properties of the call screen with the same names. */
export interface Head {
  readonly texts: ConsultationTexts
  readonly heading: 'h1' | 'h2'
  readonly otherName: string
  readonly note: string
  readonly startedAt: number | null
}

export function renderHead(head: Head, now: number, inPerson: (() => void) | null) {
  const { texts, otherName, note, startedAt } = head
  const name =
    head.heading === 'h1' ? html`<h1 tabindex="-1">${otherName}</h1>` : html`<h2>${otherName}</h2>`
  const length = startedAt === null ? null : formatDuration(now - startedAt)
  return html`<header class="call-head">
    <div>${name}${note === '' ? nothing : html`<p class="call-note">${note}</p>`}</div>
    ${inPerson === null ? nothing : renderInPerson(texts, inPerson)}
    ${length === null ? nothing : html`<p class="call-length tabular">${length}</p>`}
  </header>`
}

function renderInPerson(texts: ConsultationTexts, inPerson: () => void) {
  return html`<button
    type="button"
    class="button link"
    aria-label=${texts['call.in-person-long']}
    @click=${inPerson}
  >
    ${texts['call.in-person']}
  </button>`
}
