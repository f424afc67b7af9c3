/** The worker's page: one document from arrival to goodbye. Renders the screen that the visit's state asks for. */
import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { persevere } from '../api/persevere.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { createFormat, type Format } from '../i18n/format.ts'
import type { WorkerTexts } from '../i18n/worker/en.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import type { Sounds } from '../rtc/sound.ts'
import { callingBrowserOf, canCall } from './browser.ts'
import { carryOut } from './carry-out.ts'
import type { InPersonDialog } from './in-person-dialog.ts'
import { isMessageScreen } from './message.ts'
import { pageTitle } from './page-title.ts'
import { screenOf, type Screen } from './screen.ts'
import type { Visit } from './visit.ts'
import { appointmentOf, consultationOf, initialVisit, serviceOf } from './visit-state.ts'
import type { VisitWish } from './worker-page.ts'
import '../ui/language-switch.ts'
import './in-person-dialog.ts'
import './page-arrival.ts'
import './page-message.ts'

const withLanguages: readonly Screen[] = ['arrival', 'camera', 'waiting', 'not-valid', 'browser']
const withInPerson: readonly Screen[] = ['arrival', 'camera', 'waiting', 'browser', 'elsewhere']

/** Most windows can call: they never need it. */
const loadPageBrowser = () => import('./page-browser.ts').catch(() => undefined)
const loadVisitOffer = () => persevere(() => import('./visit-offer.ts'))

@customElement('worker-app')
export class WorkerApp extends LitElement {
  @property({ attribute: false }) texts: WorkerTexts | null = null
  @property({ attribute: false }) callTexts: ConsultationTexts | null = null
  @property({ attribute: false }) locale: Locale = 'en'
  @property({ attribute: false }) visit: Visit | null = null
  @property({ attribute: false }) sounds: Sounds | null = null
  /** The screens behind the first one; `missing` after a failure, while they are asked for again. */
  @property({ attribute: false }) inside: 'coming' | 'missing' | 'here' = 'coming'

  @state() private now = Date.now()

  @query('in-person-dialog') private readonly inPersonDialog!: InPersonDialog | null

  /** The last one that was more than loading. */
  #screen: Screen | null = null
  #clock: ReturnType<typeof setInterval> | undefined
  #format: Format | null = null
  #stopListening = () => {}
  #wasOffered = false

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // Once a second: the tab's name may not change faster (WCAG 2.3.1), and nothing else needs it finer.
    this.#clock = setInterval(() => (this.now = Date.now()), 1000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#clock)
    this.#stopListening()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!this.#wasOffered && this.visit && consultationOf(this.visit.state)?.offerId) {
      this.#wasOffered = true
      void loadVisitOffer()
    }
    if (!changed.has('visit')) return
    this.#stopListening()
    this.#stopListening = this.visit?.subscribe(() => this.requestUpdate()) ?? (() => {})
  }

  protected override render() {
    const { texts } = this
    if (texts === null) return nothing
    const screen = this.#currentScreen()
    this.dataset['screen'] = screen
    if (screen === 'ring' || screen === 'call') {
      const ringing = screen === 'ring'
      return html`${ringing ? this.#renderHead(screen, texts) : nothing}
        <main @visit-wish=${this.#carryOut}>
          ${ringing ? this.#renderScreen(screen, texts) : nothing} ${this.#renderCall(ringing)}
        </main>
        ${this.#renderDialog(texts)}`
    }
    return html`${this.#renderHead(screen, texts)}
      <main @visit-wish=${this.#carryOut}>
        ${this.#renderScreen(screen, texts)}
        ${
          this.#offersInPerson(screen)
            ? html`<button type="button" class="button link prefer" @click=${this.#askInPerson}>
                ${texts['in-person.prefer']}
              </button>`
            : nothing
        }
      </main>
      ${this.#renderDialog(texts)}`
  }

  protected override updated(): void {
    const { texts, visit } = this
    if (texts === null) return
    const screen = this.#currentScreen()
    const blink = Math.floor(this.now / 1000) % 2 === 0
    document.title = pageTitle(screen, visit?.state ?? initialVisit, texts, blink)
    if (screen === this.#screen || screen === 'loading') return
    const isFirst = this.#screen === null
    this.#screen = screen
    // A question that is open must not hide the ring; who asked it from the ring sees no change of screen.
    if (screen === 'ring') this.inPersonDialog?.close()
    if (!isFirst) void this.#focusHeading(screen)
  }

  #currentScreen(): Screen {
    const screen = screenOf(this.visit?.state ?? initialVisit, canCall())
    const needsInside = !isMessageScreen(screen) && screen !== 'arrival' && screen !== 'browser'
    if (!needsInside || this.inside === 'here') return screen
    return this.inside === 'missing' && screen !== 'loading' ? 'unreachable' : 'loading'
  }

  #renderHead(screen: Screen, texts: WorkerTexts) {
    const service = serviceOf(this.visit?.state ?? initialVisit)
    return html`<header class="page-head">
      <p class="brand">${service?.name ?? 'Visite'}</p>
      ${
        service === null
          ? nothing
          : html`<a class="help" href=${telHref(service.phone)}
              >${texts['head.help'](service.phone)}</a
            >`
      }
      ${
        withLanguages.includes(screen)
          ? html`<language-switch
              .current=${this.locale}
              .label=${texts['head.language']}
            ></language-switch>`
          : nothing
      }
    </header>`
  }

  /** The ring and the call have it among their own choices; after a call it is there until the result is stored. */
  #offersInPerson(screen: Screen): boolean {
    if (screen !== 'after') return withInPerson.includes(screen)
    return this.visit !== null && consultationOf(this.visit.state)?.over === false
  }

  #renderScreen(found: Screen, texts: WorkerTexts) {
    const visit = this.visit?.state ?? initialVisit
    const format = this.#formatFor(appointmentOf(visit)?.timeZone ?? 'Europe/Brussels')
    // Back from itsme as somebody else: told so where one came from, and nothing of the appointment.
    const isOther = new URLSearchParams(location.search).get('itsme') === 'other-person'
    const screen = isOther && found === 'not-valid' ? 'arrival' : found
    if (isMessageScreen(screen)) {
      return html`<page-message .texts=${texts} .visit=${visit} .screen=${screen}></page-message>`
    }
    switch (screen) {
      case 'loading':
        return html`<div role="status">
          <h1 class="loading" tabindex="-1">${icon('clock')}${texts['loading']}</h1>
        </div>`
      case 'browser':
        void loadPageBrowser()
        return html`<page-browser .browser=${callingBrowserOf(navigator.userAgent)}></page-browser>`
      case 'arrival':
        return html`<page-arrival
          .texts=${texts}
          .format=${format}
          .visit=${visit}
          .now=${this.now}
        ></page-arrival>`
      case 'camera':
        return html`${this.#renderOffer(texts, format)}<page-camera
            .texts=${texts}
            .visit=${visit}
          ></page-camera>`
      case 'waiting':
        return html`${this.#renderOffer(texts, format)}<page-waiting
            .texts=${texts}
            .format=${format}
            .visit=${visit}
            .now=${this.now}
            .sounds=${this.sounds}
          ></page-waiting>`
      case 'ring':
        return html`<page-ring .texts=${texts} .visit=${visit}></page-ring>`
      case 'call':
        return this.#renderCall(false)
      case 'after':
        return html`<page-after .texts=${texts} .visit=${visit}></page-after>`
      default:
        return screen satisfies never
    }
  }

  /** Stays while the person waits: what became of it is said there too. */
  #renderOffer(texts: WorkerTexts, format: Format) {
    return this.#wasOffered
      ? html`<visit-offer
          .texts=${texts}
          .format=${format}
          .visit=${this.visit?.state ?? initialVisit}
          .now=${this.now}
        ></visit-offer>`
      : nothing
  }

  /** Made while it rings: what is already there is only uncovered when the call opens, and the first picture is sooner. */
  #renderCall(ahead: boolean) {
    return html`<page-call
      class=${ahead ? 'ahead' : ''}
      ?inert=${ahead}
      .visit=${this.visit?.state ?? initialVisit}
      .callTexts=${this.callTexts}
      .sharing=${this.visit?.sharing ?? null}
      .sounds=${this.sounds}
      .photoCamera=${this.visit?.photoCamera ?? null}
    ></page-call>`
  }

  #renderDialog(texts: WorkerTexts) {
    return html`<in-person-dialog
      .texts=${texts}
      @in-person-chosen=${() => this.visit?.preferInPerson()}
    ></in-person-dialog>`
  }

  #formatFor(timeZone: string): Format {
    if (this.#format?.timeZone !== timeZone || this.#format.locale !== this.locale) {
      this.#format = createFormat(this.locale, timeZone)
    }
    return this.#format
  }

  /** A new screen is read from its heading on; the ring takes the focus to its own button. */
  async #focusHeading(screen: Screen): Promise<void> {
    if (screen === 'ring') return
    const page = this.querySelector<LitElement>('main > :not(visit-offer)')
    await page?.updateComplete
    page?.querySelector<HTMLElement>('h1')?.focus()
    scrollTo(0, 0)
  }

  readonly #askInPerson = () => this.inPersonDialog?.open()

  readonly #carryOut = (event: CustomEvent<VisitWish>) => {
    // A whole new page: some browsers remember for the life of this one that a file could not be had.
    if (event.detail.type === 'retry' && this.inside === 'missing') location.reload()
    else if (this.visit !== null) carryOut(event.detail, this.visit, this.#askInPerson)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'worker-app': WorkerApp
  }
}
