/** What covers the whole stage until the person does something about it. */
import { html } from 'lit'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { icon } from '../ui/icon.ts'

/** The privacy pause: nothing of the other person is seen behind it. */
export function renderPauseCover(texts: ConsultationTexts, goOn: () => void) {
  return html`<div class="stage-cover" role="status">
    ${icon('pause')}
    <p class="stage-cover-title">${texts['call.paused']}</p>
    <p>${texts['call.paused-body']}</p>
    <button type="button" class="button" @click=${goOn}>${texts['call.go-on']}</button>
  </div>`
}

/** The browser wants a tap before it plays any sound. */
export function renderAutoplayCover(texts: ConsultationTexts, name: string, play: () => void) {
  return html`<div role="alert">
    <button type="button" class="stage-cover" @click=${play}>
      ${icon('volume-2')}<span>${texts['call.autoplay'](name)}</span>
    </button>
  </div>`
}
