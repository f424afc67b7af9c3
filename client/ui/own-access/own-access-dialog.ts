import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type {
  Device,
  OwnAccess,
  OwnLogin,
  Passkey,
} from '../../../signaling/protocol/own-access.ts'
import type { Instant } from '../../../signaling/protocol/primitives.ts'
import type { OwnAccessApi } from '../../api/own-access.ts'
import { toSentence, type ErrorTexts } from '../../i18n/errors/error-texts.ts'
import type { Format } from '../../i18n/format.ts'
import type { OwnAccessTexts } from '../../i18n/own-access/en.ts'
import { icon } from '../icon.ts'
import '../vi-dialog.ts'

type Phase =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed' }
  | { readonly phase: 'open'; readonly own: OwnAccess }

/** A product's name is the same in every language. */
const names: Readonly<Record<string, string>> = {
  edge: 'Edge',
  firefox: 'Firefox',
  chrome: 'Chrome',
  safari: 'Safari',
  windows: 'Windows',
  macos: 'macOS',
  ios: 'iOS',
  android: 'Android',
  linux: 'Linux',
}

/** One's own passkeys, and where one is signed in: to add, name, remove and end. Fires `dialog-close`. */
@customElement('own-access-dialog')
export class OwnAccessDialog extends LitElement {
  @property({ attribute: false }) texts!: OwnAccessTexts
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) format!: Format
  @property({ attribute: false }) api!: OwnAccessApi

  @state() private state: Phase = { phase: 'loading' }
  @state() private busy = false
  @state() private error: unknown = null
  @state() private said = ''
  /** The passkey whose name is being changed. */
  @state() private renamed: string | null = null

  protected override createRenderRoot() {
    return this
  }

  protected override firstUpdated() {
    void this.#run(() => Promise.resolve(), '')
  }

  protected override render() {
    return html`<vi-dialog
      .heading=${this.texts['ownAccess.open']}
      .closeLabel=${this.texts['ownAccess.close']}
      .body=${this.#renderBody()}
      @dialog-close=${() => this.dispatchEvent(new CustomEvent('dialog-close'))}
    ></vi-dialog>`
  }

  #renderBody() {
    const { texts, state, error } = this
    return html`<div class="stack own-access" aria-busy=${this.busy ? 'true' : 'false'}>
      ${
        error === null
          ? nothing
          : html`<div class="banner stop" role="alert">
              ${icon('circle-alert')}
              <p>${toSentence(this.errors, error)}</p>
            </div>`
      }
      <p class="said" role="status">
        ${state.phase === 'loading' ? texts['ownAccess.loading'] : this.said}
      </p>
      ${state.phase === 'open' ? this.#renderOwn(state.own) : nothing}
    </div>`
  }

  #renderOwn({ passkeys, logins }: OwnAccess) {
    const { texts, api } = this
    return html`<section class="stack">
        <h3>${texts['ownAccess.passkeys']}</h3>
        <p class="muted">
          ${passkeys.length === 0 ? texts['ownAccess.none'] : nothing}
          ${texts['ownAccess.passkeys.why']}
        </p>
        <ul class="own-list" role="list">
          ${passkeys.map((passkey) => this.#renderPasskey(passkey))}
        </ul>
        ${this.#renderButton(texts['ownAccess.add'], '', () =>
          this.#run(() => api.addPasskey(), texts['ownAccess.added']),
        )}
      </section>
      <section class="stack">
        <h3>${texts['ownAccess.logins']}</h3>
        <p class="muted">${texts['ownAccess.logins.why']}</p>
        <ul class="own-list" role="list">
          ${logins.map((login) => this.#renderLogin(login))}
        </ul>
        ${
          logins.length < 2
            ? nothing
            : this.#renderButton(texts['ownAccess.endOthers'], '', () =>
                this.#run(() => api.endOtherLogins(), texts['ownAccess.endedOthers']),
              )
        }
      </section>`
  }

  #renderPasskey({ id, name, madeAt, lastUsedAt }: Passkey): TemplateResult {
    const { texts, api } = this
    if (this.renamed === id) return this.#renderRename(id, name)
    const used =
      lastUsedAt === null
        ? texts['ownAccess.unused']
        : texts['ownAccess.used'](this.#moment(lastUsedAt))
    return html`<li>
      <div>
        <strong>${name}</strong>
        <span class="muted small">${texts['ownAccess.made'](this.#moment(madeAt))} · ${used}</span>
      </div>
      <div class="row">
        ${this.#renderButton(texts['ownAccess.rename'], name, () => (this.renamed = id))}
        ${this.#renderButton(texts['ownAccess.remove'], name, () =>
          this.#run(() => api.removePasskey(id), texts['ownAccess.removed']),
        )}
      </div>
    </li>`
  }

  #renderRename(id: string, name: string) {
    const { texts } = this
    return html`<li>
      <form class="row" @submit=${(event: SubmitEvent) => this.#rename(event, id)}>
        <label for="passkey-name">${texts['ownAccess.name']}</label>
        <input id="passkey-name" name="name" required maxlength="120" .value=${name} />
        <button class="button">${texts['ownAccess.save']}</button>
      </form>
    </li>`
  }

  #renderLogin({ id, here, device, method, since, lastUsedAt }: OwnLogin) {
    const { texts, api } = this
    const name = this.#deviceInWords(device)
    const facts = [
      texts['ownAccess.since'](this.#moment(since)),
      ...(method === null ? [] : [texts[`ownAccess.by.${method}`]]),
      ...(lastUsedAt === null ? [] : [texts['ownAccess.used'](this.#moment(lastUsedAt))]),
    ]
    return html`<li>
      <div>
        <strong>${name}</strong>${here ? html` · ${texts['ownAccess.here']}` : nothing}
        <span class="muted small">${facts.join(' · ')}</span>
      </div>
      ${
        here
          ? nothing
          : this.#renderButton(texts['ownAccess.end'], name, () =>
              this.#run(() => api.endLogin(id), texts['ownAccess.ended']),
            )
      }
    </li>`
  }

  #renderButton(label: string, about: string, act: () => unknown) {
    return html`<button class="button" type="button" ?disabled=${this.busy} @click=${act}>
      <span>${label}${about === '' ? nothing : html`<span class="unseen"> ${about}</span>`}</span>
    </button>`
  }

  #deviceInWords(device: Device | null): string {
    const [browser = '', system = ''] = (device ?? '').split(' ')
    return this.texts['ownAccess.device'](names[browser] ?? '', names[system] ?? '')
  }

  #moment(instant: Instant): string {
    return `${this.format.shortDay(instant)}, ${this.format.time(instant)}`
  }

  #rename(event: SubmitEvent, id: string) {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const name = new FormData(event.target).get('name')
    if (typeof name !== 'string' || name.trim() === '') return
    this.renamed = null
    void this.#run(() => this.api.renamePasskey(id, name.trim()), '')
  }

  /** Does it, and reads again what there is; the sentence says that it was done. */
  async #run(act: () => Promise<void>, said: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.error = null
    this.said = ''
    try {
      await act()
      this.state = { phase: 'open', own: await this.api.load() }
      this.said = said
    } catch (error) {
      this.error = error
      if (this.state.phase === 'loading') this.state = { phase: 'failed' }
    }
    this.busy = false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'own-access-dialog': OwnAccessDialog
  }
}
