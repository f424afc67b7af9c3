import { html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Mail, MailSummary } from '../../../signaling/protocol/mailbox.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import { icon } from '../../ui/icon.ts'
import { splitLinks } from '../mail-links.ts'
import { dayAndTime } from '../parts/day-and-time.ts'
import { createLoad, renderLoad } from '../parts/load.ts'
import { OfficeElement } from '../parts/office-element.ts'
import { toHref } from '../route.ts'

/** Where mails go while no mail server is set: a list, and the one that is read. */
@customElement('page-mailbox')
export class PageMailbox extends OfficeElement {
  @property({ attribute: false }) mailId: Id | null = null

  readonly #list = createLoad(
    this,
    (_args, signal) => this.office.api.loadMailbox(signal),
    () => [] as const,
  )
  readonly #mail = createLoad(
    this,
    async ([id], signal) => (id === null ? null : this.office.api.loadMail(id, signal)),
    () => [this.mailId] as const,
  )

  protected override render() {
    const { texts } = this
    return html`<div class="page-title">
        <h1>${texts['mailbox.title']}</h1>
        <button class="button" type="button" @click=${() => void this.#list.run()}>
          ${icon('rotate-ccw')}${texts['mailbox.refresh']}
        </button>
      </div>
      <p class="banner">${icon('mail')}<span>${texts['mailbox.why']}</span></p>
      ${renderLoad(this.#list, texts, (mails) =>
        mails.length === 0
          ? html`<p class="empty card">${texts['mailbox.empty']}</p>`
          : this.#renderMailbox(mails),
      )}`
  }

  #renderMailbox(mails: readonly MailSummary[]) {
    const { texts } = this
    return html`<div class="mailbox ${this.mailId === null ? '' : 'reading'}">
      <nav aria-label=${texts['mailbox.list']}>
        <ol class="mails card" role="list">
          ${mails.map((mail) => this.#renderSummary(mail))}
        </ol>
      </nav>
      ${
        this.mailId === null
          ? html`<p class="empty card">${texts['mailbox.choose']}</p>`
          : renderLoad(
              this.#mail,
              texts,
              (mail) => (mail === null ? nothing : this.#renderMail(mail)),
              (mail) => mail?.id === this.mailId,
            )
      }
    </div>`
  }

  #renderSummary({ id, to, subject, at }: MailSummary) {
    return html`<li>
      <a
        href=${toHref({ page: 'mailbox', mailId: id })}
        aria-current=${id === this.mailId ? 'true' : 'false'}
      >
        <strong>${subject}</strong>
        <span class="muted small">${to}</span>
        <span class="muted small tabular">${dayAndTime(at, this.format)}</span>
      </a>
    </li>`
  }

  #renderMail(mail: Mail) {
    const { texts } = this
    return html`<article class="mail card stack">
      <p class="mail-back">
        <a href=${toHref({ page: 'mailbox', mailId: null })}>
          ${icon('arrow-left')}${texts['mailbox.back']}
        </a>
      </p>
      <h2>${mail.subject}</h2>
      <dl>
        <dt>${texts['mailbox.from']}</dt>
        <dd>${mail.from}</dd>
        <dt>${texts['mailbox.to']}</dt>
        <dd>${mail.to}</dd>
        <dt>${texts['mailbox.at']}</dt>
        <dd>${dayAndTime(mail.at, this.format)}</dd>
      </dl>
      <div class="mail-text">${renderText(mail.text)}</div>
      ${mail.attachments.length === 0 ? nothing : this.#renderAttachments(mail)}
    </article>`
  }

  #renderAttachments({ attachments }: Mail) {
    return html`<section class="stack">
      <h3>${this.texts['mailbox.attachments']}</h3>
      ${attachments.map(
        ({ name, text }) =>
          html`<details>
            <summary>${name}</summary>
            <pre tabindex="0">${text}</pre>
          </details>`,
      )}
    </section>`
  }
}

/** A personal link opens in a tab of its own: the planner stays here, and the worker's page is alone. */
function renderText(text: string) {
  return splitLinks(text, location.origin).map((part) =>
    part.kind === 'text'
      ? part.text
      : html`<a href=${part.href} target="_blank" rel="noopener noreferrer">${part.text}</a>`,
  )
}

declare global {
  interface HTMLElementTagNameMap {
    'page-mailbox': PageMailbox
  }
}
