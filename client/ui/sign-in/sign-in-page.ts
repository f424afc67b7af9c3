import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Service } from '../../../signaling/protocol/service.ts'
import type { StaffOidcRefusal } from '../../../signaling/protocol/staff-oidc.ts'
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
  /** Leaves this page for the sign-in that the service has of its own, which sends the browser back here. */
  goToOwnSignIn?(): Promise<void>
}

type Phase =
  /** `error`: of what was just tried; `refusal`: of the service's own sign-in, from which the browser comes. */
  | {
      readonly phase: 'no-link'
      readonly error: unknown
      readonly refusal?: StaffOidcRefusal | null
    }
  | { readonly phase: 'looking' }
  | { readonly phase: 'offered'; readonly view: SignInLinkView; readonly error: unknown }
  | { readonly phase: 'signing-in'; readonly way: SignInWay | 'own' }
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
  @property({ attribute: false }) service: Service | null = null
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
    addEventListener('pageshow', this.#cameBack)
    this.#look()
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.#look)
    removeEventListener('pageshow', this.#cameBack)
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
          ${this.#renderError(state.error)} ${this.#renderRefusal(state.refusal ?? null)}
          <p>${texts['signIn.noLink']}</p>
          <p>
            <button class="button primary" @click=${() => this.#usePasskey()}>
              ${icon('shield-check')}${texts['signIn.use']}
            </button>
          </p>
          ${this.#renderOwnSignIn()}
          <p class="muted">${texts['signIn.lost']}</p>
          ${this.otherWay}`
      case 'looking':
        return html`<h1>${texts['signIn.title']}</h1>
          <p role="status">${texts['signIn.looking']}</p>`
      case 'signing-in':
        return html`<h1>${texts['signIn.title']}</h1>
          <p role="status">${texts[waitingWords[state.way]]}</p>`
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

  /** Only where the service has one, and this page's people are its own. */
  #renderOwnSignIn() {
    const { texts, service, ports } = this
    if (service?.ownSignIn !== true || ports.goToOwnSignIn === undefined) return nothing
    return html`<p>
      <button class="button" @click=${() => this.#goToOwnSignIn()}>
        ${icon('external-link')}${texts['signIn.own'](service.name)}
      </button>
    </p>`
  }

  #renderRefusal(refusal: StaffOidcRefusal | null) {
    if (refusal === null) return nothing
    return html`<div class="banner stop" role="alert">
      ${icon('circle-alert')}
      <p>${this.texts[refusals[refusal]]}</p>
    </div>`
  }

  #renderHelp(service: Service) {
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
      this.state = { phase: 'no-link', error: null, refusal: takeRefusal() }
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

  async #goToOwnSignIn() {
    this.state = { phase: 'signing-in', way: 'own' }
    try {
      await this.ports.goToOwnSignIn?.()
    } catch (error) {
      this.state = { phase: 'no-link', error }
    }
  }

  /** With the browser's own "back", to the page as it was left. */
  readonly #cameBack = ({ persisted }: PageTransitionEvent) => {
    if (persisted) this.#look()
  }

  #tell() {
    this.dispatchEvent(new Event('signed-in'))
  }
}

const waitingWords = {
  passkey: 'signIn.passkey.waiting',
  direct: 'signIn.busy',
  own: 'signIn.own.going',
} as const

const refusals = {
  'cancelled': 'signIn.own.cancelled',
  'again': 'signIn.own.again',
  'other-browser': 'signIn.own.other-browser',
  'unavailable': 'signIn.own.unavailable',
  'failed': 'signIn.own.failed',
  'no-account': 'signIn.own.no-account',
  'email-not-confirmed': 'signIn.own.email-not-confirmed',
} as const satisfies Record<StaffOidcRefusal, keyof SignInTexts>

const isRefusal = (why: string): why is StaffOidcRefusal => Object.hasOwn(refusals, why)

/** Told once: a page that is loaded again has forgotten it. */
function takeRefusal(): StaffOidcRefusal | null {
  const address = new URL(location.href)
  const why = address.searchParams.get('sign-in')
  if (why === null) return null
  address.searchParams.delete('sign-in')
  history.replaceState(null, '', address)
  return isRefusal(why) ? why : null
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
