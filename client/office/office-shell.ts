import { html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { Me } from '../../signaling/protocol/staff.ts'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'
import '../ui/language-switch.ts'
import '../ui/own-access/own-access-button.ts'
import { openRouter, type Router } from '../ui/router.ts'
import './pages/board-page.ts'
import './pages/cohort-page.ts'
import './pages/day-page.ts'
import './pages/due-page.ts'
import './pages/import-page.ts'
import './pages/mailbox-page.ts'
import './pages/places-page.ts'
import './pages/requests-page.ts'
import './pages/rules-page.ts'
import './pages/staff-page.ts'
import './pages/week-page.ts'
import './pages/workers-page.ts'
import { OfficeElement, type Notice } from './parts/office-element.ts'
import { base, toHref, toRoute, type Route } from './route.ts'

type NavKey =
  | 'nav.sessions'
  | 'nav.due'
  | 'nav.requests'
  | 'nav.workers'
  | 'nav.places'
  | 'nav.rules'
  | 'nav.staff'
  | 'nav.mailbox'

/** The frame: navigation, help, notices, and the page that the address names. Fires `office-sign-out`. */
@customElement('office-shell')
export class OfficeShell extends OfficeElement {
  @property({ attribute: false }) me!: Me
  @property({ attribute: false }) locale!: Locale

  @state() private route: Route = { page: 'week', day: null }
  @state() private notice: Notice | null = null
  /** One of the notice's acts runs: none begins until it is over. */
  @state() private acting = false
  /** How often the page was made anew, to read what changed without its doing. */
  @state() private pagesMade = 0

  #router: Router | null = null

  override connectedCallback() {
    super.connectedCallback()
    this.#router = openRouter(window, base, (path) => this.#show(toRoute(path)))
    this.route = toRoute(this.#router.path)
    this.addEventListener('office-notice', this.#showNotice)
    this.addEventListener('office-go', this.#follow)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.#router?.close()
    this.removeEventListener('office-notice', this.#showNotice)
    this.removeEventListener('office-go', this.#follow)
  }

  protected override updated() {
    document.title = this.texts['shell.title'](this.texts[this.#navKey ?? 'nav.sessions'])
  }

  protected override render() {
    const { texts } = this
    return html`<a class="skip" href="#content" @click=${this.#skip}>${texts['shell.skip']}</a>
      ${this.#renderHead()}
      <main id="content" tabindex="-1">
        <div role="status">${this.#renderNotice()}</div>
        ${
          this.me.staff.role === 'planner'
            ? keyed(this.pagesMade, this.#renderPage())
            : this.#renderNotPlanner()
        }
      </main>`
  }

  #renderHead() {
    const { texts, me } = this
    return html`<header class="office-head">
      <span class="brand">${texts['shell.name'](me.service.name)}</span>
      <nav class="office-nav" aria-label=${texts['shell.pages']}>
        <ul role="list">
          ${this.#renderNavLink('nav.sessions', { page: 'week', day: null })}
          ${this.#renderNavLink('nav.due', { page: 'due' })}
          ${this.#renderNavLink('nav.requests', { page: 'requests' })}
          ${this.#renderNavLink('nav.workers', { page: 'workers' })}
          ${this.#renderNavLink('nav.places', { page: 'places' })}
          ${this.#renderNavLink('nav.rules', { page: 'rules' })}
          ${this.#renderNavLink('nav.staff', { page: 'staff' })}
          ${
            me.localMailbox
              ? this.#renderNavLink('nav.mailbox', { page: 'mailbox', mailId: null })
              : nothing
          }
        </ul>
      </nav>
      <div class="office-tools">
        <language-switch
          .current=${this.locale}
          .label=${texts['shell.language']}
        ></language-switch>
        <a class="help" href=${telHref(me.service.phone)}>
          ${icon('phone')}${texts['shell.help'](me.service.phone)}
        </a>
        <own-access-button
          label=${texts['shell.own-access']}
          .errors=${texts.errors}
          .format=${this.office.format}
          .api=${this.office.api.ownAccess}
        ></own-access-button>
        <button
          class="button link"
          type="button"
          title=${texts['shell.signed-in-as'](me.staff.name)}
          @click=${() => this.fire('office-sign-out')}
        >
          ${icon('log-out')}${texts['shell.sign-out']}
        </button>
      </div>
    </header>`
  }

  #renderNavLink(key: NavKey, route: Exclude<Route, { page: 'unknown' }>) {
    return html`<li>
      <a href=${toHref(route)} aria-current=${this.#navKey === key ? 'page' : 'false'}>
        ${this.texts[key]}
      </a>
    </li>`
  }

  #renderNotice() {
    const { notice, texts } = this
    if (notice === null) return nothing
    return html`<div class="banner ${notice.tone} notice">
      ${icon(notice.tone === 'go' ? 'circle-check' : 'triangle-alert')}
      <div>${notice.sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
      ${notice.acts?.map(
        ({ label, act }) =>
          html`<button
            class="button"
            type="button"
            ?disabled=${this.acting}
            @click=${() => void this.#act(act)}
          >
            ${label}
          </button>`,
      )}
      <button class="button link" type="button" @click=${() => (this.notice = null)}>
        ${icon('x')}${texts['common.close']}
      </button>
    </div>`
  }

  #renderPage(): TemplateResult {
    const { route, office } = this
    switch (route.page) {
      case 'week':
        return html`<page-week .office=${office} .day=${route.day}></page-week>`
      case 'day':
        return html`<page-day .office=${office} .day=${route.day}></page-day>`
      case 'board':
        return html`<page-board
          .office=${office}
          .day=${route.day}
          .sessionId=${route.sessionId}
        ></page-board>`
      case 'due':
        return html`<page-due .office=${office}></page-due>`
      case 'cohort':
        return html`<page-cohort .office=${office} .employerId=${route.employerId}></page-cohort>`
      case 'import':
        return html`<page-import .office=${office}></page-import>`
      case 'workers':
        return html`<page-workers .office=${office}></page-workers>`
      case 'places':
        return html`<page-places .office=${office}></page-places>`
      case 'requests':
        return html`<page-requests .office=${office}></page-requests>`
      case 'rules':
        return html`<page-rules .office=${office}></page-rules>`
      case 'staff':
        return html`<page-staff .office=${office}></page-staff>`
      case 'mailbox':
        return html`<page-mailbox .office=${office} .mailId=${route.mailId}></page-mailbox>`
      case 'unknown':
        return html`<h1>${this.texts['shell.unknown-page']}</h1>
          <p><a href=${base}>${this.texts['nav.sessions']}</a></p>`
    }
  }

  #renderNotPlanner() {
    return html`<h1>${this.texts['shell.not-planner']}</h1>
      <p><a class="button" href="/desk/">${this.texts['shell.to-desk']}</a></p>`
  }

  get #navKey(): NavKey | null {
    switch (this.route.page) {
      case 'week':
      case 'day':
      case 'board':
        return 'nav.sessions'
      case 'due':
      case 'cohort':
        return 'nav.due'
      case 'import':
      case 'workers':
        return 'nav.workers'
      case 'places':
        return 'nav.places'
      case 'requests':
        return 'nav.requests'
      case 'rules':
        return 'nav.rules'
      case 'staff':
        return 'nav.staff'
      case 'mailbox':
        return 'nav.mailbox'
      case 'unknown':
        return null
    }
  }

  /** As after a page load: from the top, with the reading position on the content. */
  #show(route: Route) {
    const samePage = route.page === this.route.page
    this.route = route
    this.notice = null
    if (samePage) return
    window.scrollTo(0, 0)
    this.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true })
  }

  async #act(act: () => Promise<Notice | void>) {
    this.acting = true
    try {
      const after = await act()
      if (after === undefined) return
      // Only a board shows what was done; elsewhere, what was typed in the meantime would be lost.
      if (this.route.page === 'board') this.pagesMade += 1
      this.notice = after
    } finally {
      this.acting = false
    }
  }

  readonly #showNotice = (event: Event) => {
    this.notice = (event as CustomEvent<Notice>).detail
  }

  readonly #follow = (event: Event) => {
    this.#router?.go((event as CustomEvent<string>).detail)
  }

  readonly #skip = (event: Event) => {
    event.preventDefault()
    this.querySelector<HTMLElement>('#content')?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-shell': OfficeShell
  }
}
