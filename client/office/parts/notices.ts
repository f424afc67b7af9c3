import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Notices } from '../../../signaling/protocol/notices.ts'
import type { Instant } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { dayOf, noonOf } from '../calendar.ts'
import { toHref } from '../route.ts'
import { createLoad, renderLoad } from './load.ts'
import { OfficeElement } from './office-element.ts'
import { unhurriedMs, watch } from './watch.ts'

/** A relay that fails, and what became due: approvals that end, people without an answer. Nothing where there is nothing. */
@customElement('office-notices')
export class OfficeNotices extends OfficeElement {
  /** How it stands, and how often that changed; another text is a reason to read the notices anew. */
  @state() private relay = ''

  readonly #load = createLoad(
    this,
    (_args, signal) => this.office.api.loadNotices(signal),
    () => [this.relay] as const,
  )

  constructor() {
    super()
    watch(
      this,
      () => true,
      () => void this.#look(),
      unhurriedMs,
    )
  }

  /** A relay that ends while the page is open is said aloud. */
  protected override render() {
    return html`<div class="stack" role="status">
      ${renderLoad(this.#load, this.texts, (notices) => [
        this.#renderRelay(notices.relay),
        this.#renderDue(notices),
      ])}
    </div>`
  }

  /** Needs no login, so that a page which nobody uses does not keep one alive. */
  async #look() {
    const health = await this.office.api.loadHealth().catch(() => null)
    if (health !== null) this.relay = `${health.relay} ${health.relayChanges}`
    // To look again.
    this.requestUpdate()
  }

  #renderRelay(relay: Notices['relay']) {
    if (relay === null) return nothing
    const { texts } = this
    return html`<div class="banner stop">
      ${icon('phone-off')}
      <div>
        <p>${texts[`notices.relay-${relay.calls}`]} ${texts['notices.relay-doctor']}</p>
        <ul>
          ${relay.failing.map(
            ({ address, problem, since }) =>
              html`<li>
                ${texts['notices.relay-failing'](
                  address,
                  texts[`notices.relay-${problem}`],
                  this.#since(since),
                )}
              </li>`,
          )}
        </ul>
      </div>
    </div>`
  }

  /** "09:00", or "Mon 23 Nov, 09:00" when that was not today. */
  #since(at: Instant): string {
    const { format } = this
    const isToday = dayOf(at, format.timeZone) === dayOf(this.office.now(), format.timeZone)
    return isToday ? format.time(at) : `${format.shortDay(at)}, ${format.time(at)}`
  }

  #renderDue({ approvals, unanswered }: Notices) {
    const { texts, format } = this
    if (approvals.length + unanswered.length === 0) return nothing
    return html`<ul class="stack" role="list">
      ${approvals.map(
        ({ examType, reference, validUntil }) =>
          html`<li class="banner wait">
            ${icon('triangle-alert')}<span
              >${texts['notices.approval'](
                texts.examTypes[examType],
                reference,
                format.longDay(noonOf(validUntil)),
              )} <a href=${toHref({ page: 'rules' })}>${texts['notices.to-rules']}</a></span
            >
          </li>`,
      )}
      ${unanswered.map(
        ({ sessionId, startsAt, count }) =>
          html`<li class="banner wait">
            ${icon('phone')}<span
              >${texts['notices.unanswered'](count, format.day(startsAt))}
              <a href=${toHref({ page: 'board', day: dayOf(startsAt, format.timeZone), sessionId })}
                >${texts['notices.to-session']}</a
              ></span
            >
          </li>`,
      )}
    </ul>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-notices': OfficeNotices
  }
}
