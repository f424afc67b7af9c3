import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DeskDay } from '../../signaling/protocol/desk.ts'
import type { Service } from '../../signaling/protocol/service.ts'
import type { ConsentDraft } from '../../signaling/protocol/consents.ts'
import type { Outcome } from '../../signaling/protocol/planning.ts'
import type { Id, Locale } from '../../signaling/protocol/primitives.ts'
import type { Me } from '../../signaling/protocol/staff.ts'
import type { OwnAccessApi } from '../api/own-access.ts'
import type { Live } from '../consultation/live.ts'
import type { WakeLock } from '../consultation/wake-lock.ts'
import { toSentence } from '../i18n/errors/error-texts.ts'
import { createClearFormat } from '../i18n/clear-format.ts'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import '../ui/language-switch.ts'
import '../ui/sign-in/sign-in-page.ts'
import type { SignInPorts } from '../ui/sign-in/sign-in-page.ts'
import type { DeskCatalogue } from './catalogue.ts'
import './desk-screen.ts'
import { createDesk, type Desk } from './desk.ts'
import type { GuestPorts } from './guest-panel.ts'
import type { SeeCard } from './identity-note.ts'
import type { DevicePorts } from './own-devices.ts'

/** All that the desk needs from outside; `main.ts` gives the real parts. */
export interface DeskAppPorts {
  readonly signIn: SignInPorts
  readonly ownAccess: OwnAccessApi | null
  readonly devices: DevicePorts
  readonly wakeLock: WakeLock
  loadMe(): Promise<Me>
  loadService(): Promise<Service>
  loadDay(): Promise<DeskDay>
  saveOutcome(appointmentId: Id, outcome: Outcome): Promise<void>
  saveConsent(appointmentId: Id, draft: ConsentDraft): Promise<void>
  readonly guests: GuestPorts
  readonly seeCard: SeeCard
  signOut(): Promise<void>
  openLive(agendaChanged: () => void): Live
  /** Whether this page's session was started before it was loaded again, and the devices need no question. */
  mayResume(): Promise<boolean>
  rememberStarted(): void
  chime(): void
  now(): number
}

type Phase =
  | { readonly phase: 'loading' }
  | { readonly phase: 'signed-out'; readonly notice: string }
  | { readonly phase: 'not-physician' }
  | { readonly phase: 'failed'; readonly error: unknown }
  | { readonly phase: 'open'; readonly me: Me; readonly desk: Desk }

/** The desk's page: finds out who is signed in, then opens the desk, or asks to sign in. */
@customElement('desk-app')
export class DeskApp extends LitElement {
  @property({ attribute: false }) catalogue: DeskCatalogue | null = null
  @property({ attribute: false }) ports: DeskAppPorts | null = null
  @property() locale: Locale = 'en'

  @state() private state: Phase = { phase: 'loading' }
  @state() private service: Service | null = null

  protected override createRenderRoot() {
    return this
  }

  /** Called once, when words and ports are there. */
  async open(): Promise<void> {
    // A link in the address bar is for whoever opens it, even if somebody else is signed in.
    await (location.hash === '' ? this.#enter() : this.#askToSignIn(''))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { catalogue, state } = this
    if (catalogue === null) return nothing
    if (state.phase === 'open') return this.#renderDesk(catalogue, state)
    return html`<header class="page-head">
        <p class="brand">Visite</p>
        <language-switch
          .current=${this.locale}
          label=${catalogue.desk['page.language']}
        ></language-switch>
      </header>
      ${this.#renderClosed(catalogue, state)}`
  }

  #renderDesk(catalogue: DeskCatalogue, { desk, me }: Extract<Phase, { phase: 'open' }>) {
    return html`<desk-screen
      .catalogue=${catalogue}
      .format=${createClearFormat(this.locale, me.timeZone)}
      .service=${me.service}
      .desk=${desk}
      .ownAccess=${this.ports?.ownAccess ?? null}
      .guestPorts=${this.ports?.guests ?? null}
      .seeCard=${this.ports?.seeCard ?? null}
      @sign-out=${() => this.#signOut(desk)}
    ></desk-screen>`
  }

  #renderClosed(
    catalogue: DeskCatalogue,
    state: Exclude<Phase, { phase: 'open' }>,
  ): TemplateResult {
    const texts = catalogue.desk
    switch (state.phase) {
      case 'loading':
        return html`<main class="desk-notice"><p role="status">${texts['page.loading']}</p></main>`
      case 'signed-out':
        return html`<sign-in-page
          .texts=${catalogue.signIn}
          .errors=${catalogue.errors}
          .ports=${this.ports?.signIn}
          .service=${this.service}
          notice=${state.notice}
          @signed-in=${() => this.#enter()}
        ></sign-in-page>`
      case 'not-physician':
        return html`<main class="desk-notice">
          <div class="card stage-card stack">
            <h1>${texts['page.title']}</h1>
            <p>${texts['page.notPhysician']}</p>
            <a class="button primary" href="/office/">${texts['page.toOffice']}</a>
          </div>
        </main>`
      case 'failed':
        return this.#renderFailure(catalogue, state.error)
    }
  }

  #renderFailure({ desk, errors }: DeskCatalogue, error: unknown) {
    return html`<main class="desk-notice">
      <div class="card stage-card stack">
        <h1>${desk['page.title']}</h1>
        <p class="banner stop" role="alert">
          ${icon('circle-alert')} <span>${toSentence(errors, error)}</span>
        </p>
        ${
          this.service === null
            ? nothing
            : html`<a class="button" href=${telHref(this.service.phone)}>
                ${icon('phone')} ${this.service.name} ${this.service.phone}
              </a>`
        }
        <button type="button" class="button primary" @click=${() => this.#enter()}>
          ${desk['page.retry']}
        </button>
      </div>
    </main>`
  }

  async #enter(): Promise<void> {
    const { ports } = this
    if (ports === null) return
    this.state = { phase: 'loading' }
    try {
      const me = await ports.loadMe()
      if (me.staff.role !== 'physician') {
        this.state = { phase: 'not-physician' }
        return
      }
      const day = await ports.loadDay()
      this.state = { phase: 'open', me, desk: this.#openDesk(ports, day) }
    } catch (error) {
      if (isSignedOut(error)) await this.#askToSignIn('')
      else {
        this.state = { phase: 'failed', error }
        await this.#findService()
      }
    }
  }

  #openDesk(ports: DeskAppPorts, day: DeskDay): Desk {
    const live = ports.openLive(() => void desk.reload())
    const desk = createDesk({ ...ports, live, day })
    desk.subscribe(() => {
      if (desk.state.live.line.phase === 'signed-out') this.#leave(desk)
      if (desk.state.own.phase === 'open') ports.rememberStarted()
    })
    void ports.mayResume().then((may) => (may ? desk.start() : undefined))
    return desk
  }

  async #signOut(desk: Desk): Promise<void> {
    await this.ports?.signOut().catch(() => undefined)
    this.#leave(desk)
  }

  #leave(desk: Desk): void {
    if (this.state.phase !== 'open') return
    desk.close()
    void this.#askToSignIn(this.catalogue?.desk['page.signedOut'] ?? '')
  }

  async #askToSignIn(notice: string): Promise<void> {
    this.state = { phase: 'signed-out', notice }
    document.title = this.catalogue?.signIn['signIn.title'] ?? ''
    await this.#findService()
  }

  /** Without an answer the page simply has no telephone number. */
  async #findService(): Promise<void> {
    this.service ??= (await this.ports?.loadService().catch(() => null)) ?? null
  }
}

function isSignedOut(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'signed-out'
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-app': DeskApp
  }
}
