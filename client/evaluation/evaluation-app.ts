import { html } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Evaluation } from '../../signaling/protocol/evaluation.ts'
import { AccountApp } from '../account/account-app.ts'
import type { EvaluationTexts } from '../i18n/evaluation/en.ts'

const figures = ['invited', 'accepted', 'completed', 'converted', 'noShow', 'cancelled'] as const

/** Evaluators read how many came how far, and of nobody. There is nothing to do here. */
@customElement('evaluation-app')
export class EvaluationApp extends AccountApp<Evaluation, EvaluationTexts> {
  protected override renderPage(page: Evaluation, texts: EvaluationTexts) {
    return html`<div>
        <h1>${texts['page.title']}</h1>
        <p class="muted">${texts['page.lead'](page.smallest)}</p>
      </div>
      <section class="card stack">
        <h2>${texts['figures.title']}</h2>
        <dl class="figures">
          ${figures.map((figure) => {
            const count = page.figures[figure]
            return html`<div>
              <dt>${texts[`figure.${figure}`]}</dt>
              <dd class="tabular">
                ${count === null ? texts['figures.few'](page.smallest) : count}
              </dd>
            </div>`
          })}
        </dl>
      </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'evaluation-app': EvaluationApp
  }
}
