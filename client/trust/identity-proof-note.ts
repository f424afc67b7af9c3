/**
 * Beside what the server says of who the worker is: whether this browser could check it. Shows nothing until that is known,
 * and says plainly what the proof rests on.
 */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Format } from '../i18n/format.ts'
import type { IdentityProofTexts } from '../i18n/identity-proof/en.ts'
import { loadIdentityProofTexts } from '../i18n/identity-proof/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import type { IdentityVerdict } from './identity-verdict.ts'
import './keys-change.ts'
import type { Trust } from './trust.ts'

type Proved = Extract<IdentityVerdict, { kind: 'proved' }>

@customElement('identity-proof-note')
export class IdentityProofNote extends LitElement {
  @property({ attribute: false }) trust: Trust | null = null
  @property({ attribute: false }) format!: Format

  @state() private texts: IdentityProofTexts | null = null

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const locale = toLocale(document.documentElement.lang) ?? 'en'
    void loadIdentityProofTexts(locale).then((texts) => (this.texts = texts))
  }

  protected override render() {
    const { trust, texts } = this
    const identity = trust?.identity ?? null
    if (identity === null || texts === null) return nothing
    return html`<div role="status">
        ${
          identity.kind === 'proved'
            ? this.#renderProved(texts, identity)
            : html`<p class="small">
                ${icon('triangle-alert')}
                <strong>${texts['claimed']}</strong> ${texts[identity.code]}
                <span class="muted">(${identity.code})</span>
              </p>`
        }
      </div>
      ${
        identity.kind === 'unproved' && identity.change !== undefined
          ? html`<keys-change .texts=${texts} .change=${identity.change}></keys-change>`
          : nothing
      }`
  }

  #renderProved(texts: IdentityProofTexts, proved: Proved) {
    return html`<p class="small">
        ${icon('shield-check')} <strong>${texts['proved'](proved.name)}</strong>
      </p>
      ${
        proved.keys.kind === 'added'
          ? html`<p class="small">${icon('triangle-alert')} ${texts['keys-added']}</p>`
          : nothing
      }
      <details class="small">
        <summary>${texts['how']}</summary>
        <p>${texts['connection-own'](this.format.time(toInstant(proved.identifiedAt)))}</p>
        <p>${texts['keys-by-server']} ${this.#renderKeys(texts, proved)}</p>
        ${proved.pinned ? html`<p>${texts['pinned']}</p>` : nothing}
      </details>`
  }

  #renderKeys(texts: IdentityProofTexts, { keys }: Proved) {
    switch (keys.kind) {
      case 'first-seen':
        return texts['keys-first']
      case 'known':
        return texts['keys-known'](this.format.day(toInstant(keys.since)))
      case 'added': // said above, in the open
      case 'changed': // never proved by these
        return nothing
      default:
        return keys satisfies never
    }
  }
}

/** `toISOString` always ends in Z. */
const toInstant = (at: number) => new Date(at).toISOString() as `${string}Z`

declare global {
  interface HTMLElementTagNameMap {
    'identity-proof-note': IdentityProofNote
  }
}
