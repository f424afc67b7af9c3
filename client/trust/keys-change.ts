import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { IdentityProofTexts } from '../i18n/identity-proof/en.ts'
import { icon } from '../ui/icon.ts'
import { acceptChange, type Accepted } from './accept-provider.ts'
import type { ProviderChange } from './known-keys.ts'

/** What this browser knew of itsme and what our server names now; and the way to believe it, by a code that was read out. */
@customElement('keys-change')
export class KeysChange extends LitElement {
  @property({ attribute: false }) texts!: IdentityProofTexts
  @property({ attribute: false }) change!: ProviderChange
  @property({ attribute: false }) accept: (
    change: ProviderChange,
    typed: string,
  ) => Promise<Accepted> = (change, typed) => acceptChange(change, typed)

  @state() private phase: 'open' | 'busy' | Accepted = 'open'

  protected override createRenderRoot() {
    return this
  }

  protected override render() {
    const { texts, change, phase } = this
    if (phase === 'accepted') {
      return html`<p class="small" role="status">${icon('check')} ${texts['change-accepted']}</p>`
    }
    const { before, met } = change
    return html`<details class="small">
      <summary>${texts['change']}</summary>
      <div class="stack">
        ${this.#renderProvider(texts['change-before'], before, Object.keys(before.keys))}
        ${this.#renderProvider(texts['change-now'], met, met.offered, met.signer)}
        <p>${texts['change-how']}</p>
        <form class="stack" @submit=${this.#submit}>
          <div class="field">
            <label for="spoken-code">${texts['change-code']}</label>
            <input
              id="spoken-code"
              name="code"
              required
              maxlength="40"
              autocomplete="off"
              autocapitalize="characters"
              spellcheck="false"
              aria-invalid=${phase === 'other-code' ? 'true' : 'false'}
              aria-describedby="spoken-code-error"
            />
            <span class="error" id="spoken-code-error" role="alert">${this.#mistake()}</span>
          </div>
          <button class="button" ?disabled=${phase === 'busy'}>${texts['change-accept']}</button>
        </form>
      </div>
    </details>`
  }

  #renderProvider(
    title: string,
    { issuer, clientId }: { readonly issuer: string; readonly clientId: string },
    keys: readonly string[],
    signer?: string,
  ) {
    const { texts } = this
    return html`<section>
      <p><strong>${title}</strong></p>
      <dl class="provider">
        <dt>${texts['change-address']}</dt>
        <dd>${issuer}</dd>
        <dt>${texts['change-number']}</dt>
        <dd>${clientId}</dd>
        <dt>${texts['change-keys']}</dt>
        ${keys.map(
          (key) =>
            html`<dd>
              <code>${key}</code>${key === signer ? html` (${texts['change-signer']})` : nothing}
            </dd>`,
        )}
      </dl>
    </section>`
  }

  #mistake(): string {
    if (this.phase === 'other-code') return this.texts['change-other-code']
    return this.phase === 'not-noted' ? this.texts['change-not-noted'] : ''
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (this.phase === 'busy' || !(event.target instanceof HTMLFormElement)) return
    const typed = new FormData(event.target).get('code')
    this.phase = 'busy'
    this.phase = await this.accept(this.change, typeof typed === 'string' ? typed : '')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'keys-change': KeysChange
  }
}
