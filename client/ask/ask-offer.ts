/** A free moment: when and with whom, and one tap that takes exactly this one. */
import { html, nothing } from 'lit'
import type { OfferState } from '../../signaling/protocol/offers.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { AskTexts } from '../i18n/ask/en.ts'
import { createFormat } from '../i18n/format.ts'
import { icon } from '../ui/icon.ts'
import type { AskPhase } from './ask-phase.ts'

type Offered = Extract<AskPhase, { phase: 'offered' }>

export interface OfferActs {
  readonly take: () => void
  readonly refuse: () => void
}

export function renderOffer(now: Offered, texts: AskTexts, locale: Locale, acts: OfferActs) {
  const { offer, busy } = now
  const format = createFormat(locale, offer.timeZone)
  const moment = (at: typeof offer.startsAt) =>
    texts['offer.moment'](format.day(at), format.time(at))
  return html`<div role="status"><h1>${titleOf(offer.state, texts)}</h1></div>
    <dl class="card">
      <dt>${texts['offer.when']}</dt>
      <dd><strong>${moment(offer.startsAt)}</strong></dd>
      <dt>${texts['offer.with']}</dt>
      <dd>${offer.physicianName}</dd>
      <dt>${texts['offer.where']}</dt>
      <dd>${offer.placeName ?? texts['offer.own-phone']}</dd>
    </dl>
    ${
      offer.insteadOf === null
        ? nothing
        : html`<p>${texts['offer.instead'](moment(offer.insteadOf))}</p>`
    }
    ${renderWhatNow(now, texts, format.time(offer.until), busy, acts)}`
}

function titleOf(state: OfferState, texts: AskTexts): string {
  return texts[`offer.${state}`]
}

function renderWhatNow(
  { offer }: Offered,
  texts: AskTexts,
  until: string,
  busy: boolean,
  acts: OfferActs,
) {
  switch (offer.state) {
    case 'open':
      return html`<p class="banner wait">
          ${icon('clock')}<span>${texts['offer.until'](until)}</span>
        </p>
        <button
          type="button"
          class="button primary"
          aria-busy=${busy ? 'true' : 'false'}
          @click=${acts.take}
        >
          ${texts['offer.take']}
        </button>
        <button type="button" class="button" @click=${acts.refuse}>${texts['offer.no']}</button>`
    case 'accepted':
      return html`<p>${texts['offer.mail']}</p>
        ${
          offer.callLink === null
            ? nothing
            : html`<a class="button primary" href=${offer.callLink}>${texts['offer.go']}</a>`
        }`
    case 'declined':
    case 'expired':
    case 'withdrawn':
      return html`<p>${texts['offer.nothing']}</p>`
  }
}
