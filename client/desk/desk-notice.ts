import { html, nothing } from 'lit'
import type { Line } from '../consultation/live.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { StoppedLine } from './stopped-line.ts'

/** What is shown in place of the desk while another window has it, or the page is too old. */
export function deskNotice(line: StoppedLine, texts: DeskTexts, takeOver: () => void) {
  const { phase } = line
  const notice = phase === 'elsewhere' && line.inCall ? 'elsewhere.in-call' : phase
  return html`<main class="desk-notice">
    <div class="card stage-card stack">
      <h1>${texts[`${notice}.title`]}</h1>
      <p>${texts[`${notice}.what`]}</p>
      ${
        phase === 'outdated'
          ? html`<a class="button primary" href="">${texts['page.reload']}</a>`
          : html`<button type="button" class="button primary" @click=${takeOver}>
              ${texts['elsewhere.use']}
            </button>`
      }
    </div>
  </main>`
}

/** One line above the desk while the server is not reached; the desk stays usable as far as it can. */
export function lineBanner(phase: Line['phase'], texts: DeskTexts) {
  return html`<div role="status" class="line-said">
    ${
      phase === 'lost' || phase === 'connecting'
        ? html`<p class="banner ${phase === 'lost' ? 'wait' : ''}">${texts[`line.${phase}`]}</p>`
        : nothing
    }
  </div>`
}
