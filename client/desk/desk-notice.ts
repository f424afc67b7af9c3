import { html, nothing } from 'lit'
import type { Line } from '../consultation/live.ts'
import type { DeskTexts } from '../i18n/desk/en.ts'

/** Phases of the line in which the desk itself can not be used. */
export type StoppedLine = Extract<Line['phase'], 'elsewhere' | 'replaced' | 'outdated'>

export function isStopped(phase: Line['phase']): phase is StoppedLine {
  return phase === 'elsewhere' || phase === 'replaced' || phase === 'outdated'
}

/** What is shown in place of the desk while another window has it, or the page is too old. */
export function deskNotice(phase: StoppedLine, texts: DeskTexts, takeOver: () => void) {
  return html`<main class="desk-notice">
    <div class="card stage-card stack">
      <h1>${texts[`${phase}.title`]}</h1>
      <p>${texts[`${phase}.what`]}</p>
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
