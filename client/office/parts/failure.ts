import { html, nothing } from 'lit'
import { ApiError } from '../../api/request.ts'
import { toSentence } from '../../i18n/errors/error-texts.ts'
import { icon } from '../../ui/icon.ts'
import type { Texts } from '../texts.ts'

/** What went wrong in a sentence, with the reference for the telephone; nothing when `error` is null. */
export function renderFailure(texts: Texts, error: unknown, retry?: () => void) {
  if (error === null || error === undefined) return nothing
  return renderProblem(
    texts,
    toSentence(texts.errors, error),
    error instanceof ApiError ? error.reference : null,
    retry,
  )
}

export function renderProblem(
  texts: Texts,
  sentence: string,
  reference: string | null = null,
  retry?: () => void,
) {
  return html`<div class="banner stop" role="alert">
    ${icon('circle-alert')}
    <div>
      <p>${sentence}</p>
      ${
        reference === null
          ? nothing
          : html`<p class="small">${texts['common.reference'](reference)}</p>`
      }
      ${
        retry === undefined
          ? nothing
          : html`<button class="button link" type="button" @click=${retry}>
              ${texts['common.retry']}
            </button>`
      }
    </div>
  </div>`
}
