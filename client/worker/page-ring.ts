/** The ring, full screen: who calls, and three answers. Sound and vibration are not this element's affair. */
import { html, nothing } from 'lit'
import { customElement, query } from 'lit/decorators.js'
import { icon } from '../ui/icon.ts'
import { appointmentOf } from './visit-state.ts'
import { WorkerPage } from './worker-page.ts'

@customElement('page-ring')
export class PageRing extends WorkerPage {
  @query('.answer') private readonly answerButton!: HTMLButtonElement | null

  protected override render() {
    const appointment = appointmentOf(this.visit)
    if (appointment === null) return nothing
    const { texts, visit } = this
    const isAnswering = visit.wish?.type === 'answer'
    return html`<section
      class="ring"
      role="alertdialog"
      aria-modal="true"
      aria-labelledby="ring-title"
    >
      <div class="ring-who">
        <p class="ring-bell">${icon('bell-ring')}</p>
        <h1 id="ring-title" tabindex="-1">${texts['ring.title'](appointment.physicianName)}</h1>
      </div>
      <div class="ring-answers">
        <button
          type="button"
          class="button primary answer"
          aria-busy=${isAnswering}
          @click=${() => this.wish({ type: 'answer', camera: true })}
        >
          ${icon('video')}${texts['ring.video']}
        </button>
        <button
          type="button"
          class="button"
          @click=${() => this.wish({ type: 'answer', camera: false })}
        >
          ${icon('mic')}${texts['ring.sound']}
        </button>
        <button type="button" class="button" @click=${() => this.wish({ type: 'defer' })}>
          ${icon('clock')}${texts['ring.defer']}
        </button>
        <button type="button" class="button link" @click=${() => this.wish({ type: 'in-person' })}>
          ${texts['in-person.prefer']}
        </button>
      </div>
    </section>`
  }

  protected override firstUpdated(): void {
    this.answerButton?.focus()
    this.wish({ type: 'ring-shown' })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'page-ring': PageRing
  }
}
