import { html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Service } from '../../signaling/protocol/service.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { Me } from '../../signaling/protocol/staff.ts'
import { ApiError } from '../api/request.ts'
import type { SignInTexts } from '../i18n/sign-in/en.ts'
import { createClearFormat } from '../i18n/clear-format.ts'
import '../ui/sign-in/sign-in-page.ts'
import type { SignInPorts } from '../ui/sign-in/sign-in-page.ts'
import type { OfficeApi } from './office-api.ts'
import './office-shell.ts'
import { renderFailure } from './parts/failure.ts'
import type { Office } from './parts/office-element.ts'
import type { Texts } from './texts.ts'

/** What the office needs from outside. */
export interface OfficePorts {
  readonly api: OfficeApi
  readonly signIn: SignInPorts
  readonly loadMe: () => Promise<Me>
  readonly loadService: () => Promise<Service>
  readonly signOut: () => Promise<void>
  readonly now: () => number
}

type Phase =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'signed-out'; readonly notice: string }
  | { readonly phase: 'open'; readonly me: Me; readonly office: Office }

/** The root of the office: who is signed in, and then the shell with its pages. */
@customElement('office-app')
export class OfficeApp extends LitElement {
  @property({ attribute: false }) locale!: Locale
  @property({ attribute: false }) texts!: Texts
  @property({ attribute: false }) signInTexts!: SignInTexts
  @property({ attribute: false }) ports!: OfficePorts

  @state() private state: Phase = { phase: 'opening' }
  @state() private service: Service | null = null

  protected override createRenderRoot() {
    return this
  }

  /** Called once the properties are there: the element stands in the page before its program runs. */
  open() {
    // A sign-in link was opened: it counts, whoever is signed in here.
    if (location.hash.length > 1) this.#showSignIn('')
    else void this.#enter()
  }

  protected override render() {
    const { state } = this
    switch (state.phase) {
      case 'opening':
        // The texts come with `open`; before that there is nothing to say.
        return html`<p class="opening" role="status">${this.texts?.['shell.opening'] ?? ''}</p>`
      case 'failed':
        return html`<main class="opening">
          <h1 class="unseen">${this.texts['shell.unavailable']}</h1>
          ${renderFailure(this.texts, state.error, () => void this.#enter())}
        </main>`
      case 'signed-out':
        return html`<sign-in-page
          .texts=${this.signInTexts}
          .errors=${this.texts.errors}
          .ports=${this.ports.signIn}
          .service=${this.service}
          .notice=${state.notice}
          @signed-in=${() => void this.#enter()}
        ></sign-in-page>`
      case 'open':
        return html`<office-shell
          .office=${state.office}
          .me=${state.me}
          .locale=${this.locale}
          @office-signed-out=${() => this.#showSignIn(this.texts['shell.ended'])}
          @office-sign-out=${() => void this.#signOut()}
        ></office-shell>`
    }
  }

  async #enter() {
    this.state = { phase: 'opening' }
    try {
      const me = await this.ports.loadMe()
      const { api, now } = this.ports
      const format = createClearFormat(this.locale, me.timeZone)
      this.state = { phase: 'open', me, office: { api, now, format, texts: this.texts } }
    } catch (error) {
      if (error instanceof ApiError && error.code === 'signed-out') this.#showSignIn('')
      else this.state = { phase: 'failed', error }
    }
  }

  #showSignIn(notice: string) {
    this.state = { phase: 'signed-out', notice }
    // Only for the help line; without it the page does its work.
    void this.ports.loadService().then(
      (service) => (this.service = service),
      () => null,
    )
  }

  /** Whatever the server answers, this page forgets who was here. */
  async #signOut() {
    await this.ports.signOut().catch(() => null)
    this.#showSignIn(this.texts['shell.ended'])
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-app': OfficeApp
  }
}
