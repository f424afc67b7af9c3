import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { ServiceContact } from '../../../signaling/protocol/my-appointment.ts'
import type { LinkDraft, SignInLinkView, SignInWay } from '../../../signaling/protocol/staff.ts'
import { toSentence, type ErrorTexts } from '../../i18n/errors/error-texts.ts'
import type { SignInTexts } from '../../i18n/sign-in/en.ts'
import { icon } from '../icon.ts'
import { tokenIn } from '../link-token.ts'
import { telHref } from '../tel-href.ts'
import './enrolment-form.ts'
import type { EnrolmentDraft } from './enrolment-form.ts'

/** What the page needs from outside, so that it can be drawn and tested without a server. */
export interface SignInPorts {
  look(token: string): Promise<SignInLinkView>
  /** `passkey`: one is made on the way. */
  signIn(draft: LinkDraft, way: SignInWay): Promise<void>
  signInWithPasskey(): Promise<void>
}

type Phase =
  /** `error`: of the passkey that was just tried. */
  | { readonly phase: 'no-link'; readonly error: unknown }
  | { readonly phase: 'looking' }
  | { readonly phase: 'offered'; readonly view: SignInLinkView; readonly error: unknown }
  | { readonly phase: 'signing-in'; readonly way: SignInWay }
  | { readonly phase: 'refused'; readonly error: unknown }

/**
 * Signs staff in with a passkey, or by the one-time link whose token stands in the URL's fragment. Opening the page spends nothing:
 * only a click does, so a mail scanner that follows links can not.
 * Fires `signed-in` once the cookie is set and the token is gone from the address bar.
 */
@customElement('sign-in-page')
export class SignInPage extends LitElement {
  @property({ attribute: false }) texts!: SignInTexts
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) ports!: SignInPorts
  @property({ attribute: false }) service: ServiceContact | null = null
  /** Why the page is shown although no link was opened: a sentence such as "You are signed out." */
  @property() notice = ''

  /** A second way in, for those who have one. */
  @property({ attribute: false }) otherWay: TemplateResult | typeof nothing = nothing

  @state() private state: Phase = { phase: 'no-link', error: null }

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback() {
    super.connectedCallback()
    addEventListener('hashchange', this.#look)
    this.#look()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#look)
  }

  protected override render() {
    return html`<main class="sign-in stack">
      ${this.#renderState()} ${this.service === null ? nothing : this.#renderHelp(this.service)}
    </main>`
  }

  #renderState(): TemplateResult {
    const { texts, state } = this
    switch (state.phase) {
      case 'no-link':
        return html`<h1>${texts['signIn.title']}</h1>
          ${this.notice === '' ? nothing : html`<p class="banner wait">${this.notice}</p>`}
          ${this.#renderError(state.error)}
          <p>${texts['signIn.noLink']}</p>
          <p>
            <button class="button primary" @click=${() => this.#usePasskey()}>
              ${icon('shield-check')}${texts['signIn.use']}
            </button>
          </p>
          <p class="muted">${texts['signIn.lost']}</p>
          ${this.otherWay}`
      case 'looking':
        return html`<h1>${texts['signIn.title']}</h1>
          <p role="status">${texts['signIn.looking']}</p>`
      case 'signing-in':
        return html`<h1>${texts['signIn.title']}</h1>
          <p role="status">
            ${texts[state.way === 'passkey' ? 'signIn.passkey.waiting' : 'signIn.busy']}
          </p>`
      case 'refused':
        return html`<h1>${texts['signIn.title']}</h1>
          ${this.#renderError(state.error)}
          <p><button class="button" @click=${this.#look}>${texts['signIn.retry']}</button></p>`
      case 'offered':
        return state.view.kind === 'sign-in'
          ? this.#renderSignIn(state.view, state.error)
          : this.#renderEnrolment(state.view, state.error)
    }
  }

  #renderSignIn(view: Extract<SignInLinkView, { kind: 'sign-in' }>, error: unknown) {
    const { texts } = this
    return html`<h1>${texts['signIn.title']}</h1>
      <p>
        ${texts['signIn.asWho']}<br /><strong>${view.name}</strong> ·
        ${texts[`signIn.role.${view.role}`]}
      </p>
      ${this.#renderPasskeyWords(view.way)} ${this.#renderError(error)}
      <p>
        <button class="button primary" @click=${() => this.#signIn()}>
          ${view.way === 'passkey' ? texts['signIn.passkey.make'] : texts['signIn.as'](view.name)}
        </button>
      </p>
      <p class="muted">${texts['signIn.notYou']}</p>`
  }

  #renderEnrolment(view: SignInLinkView, error: unknown) {
    return html`<h1>${this.texts['signIn.enrol.title']}</h1>
      <p>${this.texts['signIn.enrol.why']} ${this.texts[`signIn.role.${view.role}`]}.</p>
      ${this.#renderPasskeyWords(view.way)} ${this.#renderError(error)}
      <enrolment-form
        .texts=${this.texts}
        .submit=${this.texts[view.way === 'passkey' ? 'signIn.enrol.passkey' : 'signIn.enrol.submit']}
        @enrol=${(event: CustomEvent<EnrolmentDraft>) => this.#signIn(event.detail)}
      ></enrolment-form>`
  }

  #renderPasskeyWords(way: SignInWay) {
    if (way === 'direct') return nothing
    return html`<p>${this.texts['signIn.passkey.why']}</p>
      <p class="muted">${this.texts['signIn.passkey.own']}</p>`
  }

  #renderError(error: unknown) {
    if (error === null) return nothing
    const reference = referenceOf(error)
    return html`<div class="banner stop" role="alert">
      ${icon('circle-alert')}
      <p>
        ${toSentence(this.errors, error)}
        ${
          reference === null
            ? nothing
            : html`<br /><span class="small">${this.texts['signIn.reference'](reference)}</span>`
        }
      </p>
    </div>`
  }

  #renderHelp(service: ServiceContact) {
    return html`<p class="sign-in-help">
      ${this.texts['signIn.help'](service.name)}
      <a class="button link" href=${telHref(service.phone)}> ${icon('phone')} ${service.phone} </a>
    </p>`
  }

  readonly #look = () => {
    void this.#lookAt(readToken())
  }

  async #lookAt(token: string) {
    if (token === '') {
      this.state = { phase: 'no-link', error: null }
      return
    }
    this.state = { phase: 'looking' }
    const found = await this.ports.look(token).then(
      (view): Phase => ({ phase: 'offered', view, error: null }),
      (error: unknown): Phase => ({ phase: 'refused', error }),
    )
    // Another link may have been opened meanwhile.
    if (token === readToken()) this.state = found
  }

  async #signIn(person?: EnrolmentDraft) {
    if (this.state.phase !== 'offered') return
    const { view } = this.state
    const token = readToken()
    this.state = { phase: 'signing-in', way: view.way }
    try {
      await this.ports.signIn(person === undefined ? { token } : { token, person }, view.way)
    } catch (error) {
      this.state = { phase: 'offered', view, error }
      return
    }
    history.replaceState(null, '', location.pathname + location.search)
    this.#tell()
  }

  async #usePasskey() {
    this.state = { phase: 'signing-in', way: 'passkey' }
    try {
      await this.ports.signInWithPasskey()
    } catch (error) {
      this.state = { phase: 'no-link', error }
      return
    }
    this.#tell()
  }

  #tell() {
    this.dispatchEvent(new Event('signed-in'))
  }
}

/** Empty without a link. */
function readToken(): string {
  return tokenIn(location.hash) ?? ''
}

function referenceOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('reference' in error)) return null
  return typeof error.reference === 'string' ? error.reference : null
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage
  }
}
