import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { Notices } from '../../../signaling/protocol/notices.ts'
import { icon } from '../../ui/icon.ts'
import { dayOf, noonOf } from '../calendar.ts'
import { toHref } from '../route.ts'
import { createLoad, renderLoad } from './load.ts'
import { OfficeElement } from './office-element.ts'

/** What became due: approvals that end soon, people who have not answered. Nothing where there is nothing. */
@customElement('office-notices')
export class OfficeNotices extends OfficeElement {
  readonly #load = createLoad(
    this,
    (_args, signal) => this.office.api.loadNotices(signal),
    () => [] as const,
  )

  protected override render() {
    return renderLoad(this.#load, this.texts, (notices) => this.#renderNotices(notices))
  }

  #renderNotices({ approvals, unanswered }: Notices) {
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
