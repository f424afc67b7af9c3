/** How to allow the camera in this browser, step by step. Fetched only where it is blocked. */
import { html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { AllowCameraTexts } from '../i18n/allow-camera/en.ts'
import { loadAllowCameraTexts } from '../i18n/allow-camera/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { browserOf, systemOf } from './browser.ts'

@customElement('allow-steps')
export class AllowSteps extends LitElement {
  /** Who blocks it. */
  @property() reason: 'refused' | 'refused-by-system' = 'refused'
  /** What the browser calls itself: chooses the steps. */
  @property({ attribute: false }) userAgent = navigator.userAgent

  @state() private words: AllowCameraTexts | null = null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void loadAllowCameraTexts(toLocale(document.documentElement.lang) ?? 'en').then(
      (words) => (this.words = words),
    )
  }

  protected override render() {
    if (this.words === null) return nothing
    const steps =
      this.reason === 'refused'
        ? this.words[browserOf(this.userAgent)]
        : this.words[`system-${systemOf(this.userAgent)}`]
    return html`<ol class="steps">
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'allow-steps': AllowSteps
  }
}
