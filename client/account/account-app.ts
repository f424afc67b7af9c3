import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { Service } from '../../signaling/protocol/service.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { OwnAccessApi } from '../api/own-access.ts'
import { ApiError } from '../api/request.ts'
import { toSentence, type ErrorTexts } from '../i18n/errors/error-texts.ts'
import { createFormat } from '../i18n/format.ts'
import type { SignInTexts } from '../i18n/sign-in/en.ts'
import { icon } from '../ui/icon.ts'
import '../ui/language-switch.ts'
import '../ui/own-access/own-access-button.ts'
import '../ui/sign-in/sign-in-page.ts'
import type { SignInPorts } from '../ui/sign-in/sign-in-page.ts'
import { telHref } from '../ui/tel-href.ts'

/** What the frame says around the page. */
export interface AccountTexts {
  readonly 'page.title': string
  readonly 'page.opening': string
  readonly 'page.language': string
  readonly 'page.own-access': string
  readonly 'page.sign-out': string
  readonly 'page.signed-out': string
  readonly 'page.help': (phone: string) => string
  readonly 'page.retry': string
}

export interface AccountPorts<Page> {
  /** Fails with `signed-out` when nobody is. */
  load(): Promise<Page>
  readonly signIn: SignInPorts
  signOut(): Promise<void>
  loadService(): Promise<Service>
  readonly ownAccess: OwnAccessApi
}

type Phase<Page> =
  | { readonly phase: 'opening' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'signed-out'; readonly notice: string }
  | { readonly phase: 'open'; readonly page: Page }

/**
 * The frame of a page for somebody who is no part of the service and has an account: sign in, read, sign out. A page of its
 * own extends it and renders what its reader may see.
 */
export abstract class AccountApp<
  Page extends { readonly service: ServiceContact; readonly timeZone: string },
  Texts extends AccountTexts,
  Ports extends AccountPorts<Page> = AccountPorts<Page>,
> extends LitElement {
  @property({ attribute: false }) locale: Locale = 'en'
  @property({ attribute: false }) texts: Texts | null = null
  @property({ attribute: false }) errors!: ErrorTexts
  @property({ attribute: false }) signInTexts!: SignInTexts
  @property({ attribute: false }) ports!: Ports

  @state() protected state: Phase<Page> = { phase: 'opening' }
  @state() private service: Service | null = null

  protected override createRenderRoot() {
    return this
  }

  protected abstract renderPage(page: Page, texts: Texts): TemplateResult

  /** A second way to sign in, beside the passkey. */
  protected renderOtherWay(_texts: Texts): TemplateResult | typeof nothing {
    return nothing
  }

  /** Called once the properties are there: the element stands in the page before its program runs. */
  async open(): Promise<void> {
    // A sign-in link was opened: it counts, whoever is signed in here.
    if (location.hash.length > 1) this.#showSignIn('')
    else await this.enter()
  }

  protected async enter(): Promise<void> {
    this.state = { phase: 'opening' }
    await this.reload()
  }

  /** Reads the page anew, over what stands there. */
  protected async reload(): Promise<void> {
    try {
      this.state = { phase: 'open', page: await this.ports.load() }
    } catch (error) {
      // Signed in as somebody else: to this page that is nobody.
      if (isNobody(error)) this.#showSignIn('')
      else this.state = { phase: 'failed', error }
    }
  }

  protected override render() {
    const { texts, state } = this
    if (texts === null) return nothing
    switch (state.phase) {
      case 'opening':
        return html`<main class="account stack">
          <h1>${texts['page.title']}</h1>
          <p role="status">${texts['page.opening']}</p>
        </main>`
      case 'failed':
        return html`<main class="account stack">
          <h1>${texts['page.title']}</h1>
          ${this.renderError(state.error)}
          <p>
            <button class="button" type="button" @click=${() => this.enter()}>
              ${texts['page.retry']}
            </button>
          </p>
        </main>`
      case 'signed-out':
        return html`<header class="page-head">
            <p class="brand">${this.service?.name ?? 'Visite'}</p>
            ${this.#renderLanguages(texts)}
          </header>
          <sign-in-page
            .texts=${this.signInTexts}
            .errors=${this.errors}
            .ports=${this.ports.signIn}
            .service=${this.service}
            .notice=${state.notice}
            .otherWay=${this.renderOtherWay(texts)}
            @signed-in=${() => this.enter()}
          ></sign-in-page>`
      case 'open':
        return html`${this.#renderHead(state.page, texts)}
          <main class="account stack">${this.renderPage(state.page, texts)}</main>`
    }
  }

  #renderHead({ service, timeZone }: Page, texts: Texts) {
    return html`<header class="page-head">
      <p class="brand">${service.name}</p>
      <div class="row">
        ${this.#renderLanguages(texts)}
        <a class="button link" href=${telHref(service.phone)}>
          ${icon('phone')}${texts['page.help'](service.phone)}
        </a>
        <own-access-button
          label=${texts['page.own-access']}
          .errors=${this.errors}
          .format=${createFormat(this.locale, timeZone)}
          .api=${this.ports.ownAccess}
        ></own-access-button>
        <button class="button link" type="button" @click=${() => this.#signOut(texts)}>
          ${icon('log-out')}${texts['page.sign-out']}
        </button>
      </div>
    </header>`
  }

  #renderLanguages(texts: Texts) {
    return html`<language-switch
      .current=${this.locale}
      label=${texts['page.language']}
    ></language-switch>`
  }

  protected renderError(error: unknown) {
    return html`<div class="banner stop" role="alert">
      ${icon('circle-alert')}
      <p>${toSentence(this.errors, error)}</p>
    </div>`
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
  async #signOut(texts: Texts) {
    await this.ports.signOut().catch(() => null)
    this.#showSignIn(texts['page.signed-out'])
  }
}

function isNobody(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 'signed-out' || error.code === 'not-allowed')
}
