/** What a guest sees before they are let in, and when it is over: words and buttons, a function of the page's phase. */
import { html, nothing, type TemplateResult } from 'lit'
import type { MySeat } from '../../signaling/protocol/guest.ts'
import { createFormat } from '../i18n/format.ts'
import type { GuestTexts } from '../i18n/guest/en.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { icon } from '../ui/icon.ts'
import type { GuestAsked, GuestDevices, GuestInside, GuestPhase } from './guest-phase.ts'

export interface EntranceActs {
  enter(token: string): void
  turnOn(seat: MySeat, camera: boolean): void
  readonly takeOver: () => void
  readonly leave: () => void
}

export function renderEntrance(
  now: GuestPhase,
  texts: GuestTexts,
  locale: Locale,
  acts: EntranceActs,
): TemplateResult {
  switch (now.phase) {
    case 'loading':
    case 'entering':
      return html`<div role="status"><h1>${texts['page.loading']}</h1></div>`
    case 'invalid':
      return html`<h1>${texts['invalid.title']}</h1>
        <p>${texts['invalid.body']}</p>`
    case 'failed':
      return html`<h1>${texts['failed.title']}</h1>
        <p>${texts['failed.body']}</p>
        ${primary(texts['failed.retry'], () => location.reload())}`
    case 'asked':
      return renderAsked(now, texts, locale, acts)
    case 'devices':
      return renderDevices(now, texts, acts)
    case 'opening':
      return html`<h1>${texts['devices.title']}</h1>
        <p class="banner">${icon('shield-check')}<span>${texts['devices.body']}</span></p>
        <p role="status">${texts['devices.opening']}</p>`
    case 'inside':
      return renderWaiting(now, texts, acts)
    case 'over':
      return html`<h1>${texts['over.title']}</h1>
        <p>${texts[`over.${now.why}`]}</p>
        <p>${texts['over.close']}</p>`
    default:
      return now satisfies never
  }
}

function renderAsked(
  { seat, token }: GuestAsked,
  texts: GuestTexts,
  locale: Locale,
  acts: EntranceActs,
) {
  const format = createFormat(locale, seat.timeZone)
  const startsAt = Date.parse(seat.startsAt)
  return html`<h1>${texts['ask.title'](seat.physicianName)}</h1>
    <p><strong>${texts['ask.when'](format.day(startsAt), format.time(startsAt))}</strong></p>
    <p>${texts[`ask.${seat.role}`](seat.name)}</p>
    <ul class="stack">
      <li>${texts['ask.shown']}</li>
      <li>${texts['ask.secret']}</li>
      <li>${texts['ask.no-recording']}</li>
      <li>${texts['ask.once']}</li>
    </ul>
    ${
      seat.state === 'upcoming'
        ? html`<p class="banner wait" role="status">
            ${icon('clock')}<span
              >${texts['early.body'](format.time(Date.parse(seat.opensAt)))}</span
            >
          </p>`
        : primary(texts['ask.enter'], () => acts.enter(token))
    }`
}

/** A captioner writes: for them sound alone is the usual choice. */
function renderDevices({ seat, failed }: GuestDevices, texts: GuestTexts, acts: EntranceActs) {
  const isSoundUsual = seat.role === 'captioner'
  const words = (camera: boolean) => texts[camera ? 'devices.both' : 'devices.sound']
  return html`<h1>${texts['devices.title']}</h1>
    <p class="banner">${icon('shield-check')}<span>${texts['devices.body']}</span></p>
    <p role="alert">${failed ? texts['devices.failed'] : ''}</p>
    ${primary(words(!isSoundUsual), () => acts.turnOn(seat, !isSoundUsual))}
    <button type="button" class="button" @click=${() => acts.turnOn(seat, isSoundUsual)}>
      ${words(isSoundUsual)}
    </button>`
}

function renderWaiting({ state, wasAdmitted }: GuestInside, texts: GuestTexts, acts: EntranceActs) {
  const { line } = state
  if (line.phase === 'elsewhere' || line.phase === 'replaced') {
    return html`<h1>${texts['elsewhere.title']}</h1>
      ${primary(texts['elsewhere.here'], acts.takeOver)}`
  }
  const ready = state.local.camera === 'none' ? 'wait.ready-sound' : 'wait.ready-both'
  return html`<h1>${texts['wait.title']}</h1>
    <p role="status">${texts[wasAdmitted ? 'wait.again' : 'wait.body']}</p>
    <p class="banner">${icon('circle-check')}<span>${texts[ready]}</span></p>
    <p role="status">${line.phase === 'lost' ? texts['wait.lost'] : nothing}</p>
    <button type="button" class="button" @click=${acts.leave}>${texts['wait.leave']}</button>`
}

function primary(words: string, press: () => void) {
  return html`<button type="button" class="button primary" @click=${press}>${words}</button>`
}
