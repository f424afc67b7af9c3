/**
 * The page of the third seat:
 *
 *   loading ──▶ asked ──enter──▶ devices ──▶ waiting ◀──▶ in the call ──▶ over
 *      └──the browser is in already──▲
 */
import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { MySeat } from '../../signaling/protocol/guest.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { enterByGuestLink, loadMySeat, lookAtGuestLink } from '../api/guest.ts'
import type { GuestLink } from '../consultation/guest-links.ts'
import { nothingYet, type Third } from '../consultation/third.ts'
import '../consultation/call-screen.ts'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { createFormat } from '../i18n/format.ts'
import type { GuestTexts } from '../i18n/guest/en.ts'
import type { DeviceChoice } from '../rtc/care-state.ts'
import { loadPeer } from '../rtc/load-peer.ts'
import { openMedia } from '../rtc/media.ts'
import { icon } from '../ui/icon.ts'
import '../ui/language-switch.ts'
import { openGuestLive, type GuestLive, type GuestLiveState } from './guest-live.ts'
import type { GuestInside, GuestPhase } from './guest-phase.ts'

const dock = ['mute', 'camera', 'pause', 'text', 'more', 'leave'] as const
const soundDock = ['mute', 'pause', 'text', 'more', 'leave'] as const
const more = ['devices', 'move-self', 'help'] as const

@customElement('guest-app')
export class GuestApp extends LitElement {
  @property({ attribute: false }) texts: GuestTexts | null = null
  @property({ attribute: false }) callTexts: ConsultationTexts | null = null
  @property() locale: Locale = 'en'

  @property({ attribute: false }) now: GuestPhase = { phase: 'loading' }

  protected override createRenderRoot() {
    return this
  }

  /** Called once, when the words are there. A browser that has entered by the link needs it no more. */
  async open(): Promise<void> {
    const token = location.hash.slice(1)
    try {
      const seat = await loadMySeat()
      this.now =
        seat.state === 'over'
          ? { phase: 'over', why: 'appointment' }
          : { phase: 'devices', seat, failed: false }
    } catch (error) {
      if (codeOf(error) !== 'signed-out') this.now = { phase: 'failed' }
      else await this.#look(token)
    }
  }

  async #look(token: string): Promise<void> {
    try {
      const seat = await lookAtGuestLink(token)
      this.now =
        seat.state === 'over'
          ? { phase: 'over', why: 'appointment' }
          : { phase: 'asked', seat, token }
    } catch (error) {
      const known = codeOf(error) === 'link-not-valid' || codeOf(error) === 'invalid'
      this.now = { phase: known ? 'invalid' : 'failed' }
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { texts, now } = this
    if (texts === null) return nothing
    if (now.phase === 'inside' && now.state.stand?.phase === 'admitted')
      return this.#renderCall(now)
    const seat = 'seat' in now ? now.seat : null
    return html`<header class="page-head">
        <p class="brand">${seat?.service.name ?? 'Visite'}</p>
        <language-switch .current=${this.locale} label=${texts['page.language']}></language-switch>
      </header>
      <main class="guest stack">
        ${this.#renderPhase(texts, now)}
        ${
          seat === null
            ? nothing
            : html`<p class="muted">
                ${texts['help'](`${seat.service.name}, ${seat.service.phone}`)}
              </p>`
        }
      </main>`
  }

  #renderPhase(texts: GuestTexts, now: GuestPhase): TemplateResult {
    switch (now.phase) {
      case 'loading':
        return html`<div role="status"><h1>${texts['page.loading']}</h1></div>`
      case 'invalid':
        return html`<h1>${texts['invalid.title']}</h1>
          <p>${texts['invalid.body']}</p>`
      case 'failed':
        return html`<h1>${texts['failed.title']}</h1>
          <p>${texts['failed.body']}</p>
          <button type="button" class="button primary" @click=${() => location.reload()}>
            ${texts['failed.retry']}
          </button>`
      case 'asked':
        return this.#renderAsked(texts, now)
      case 'devices':
        return this.#renderDevices(texts, now)
      case 'inside':
        return this.#renderWaiting(texts, now)
      case 'over':
        return html`<h1>${texts['over.title']}</h1>
          <p>${texts[`over.${now.why}`]}</p>
          <p>${texts['over.close']}</p>`
      default:
        return now satisfies never
    }
  }

  #renderAsked(texts: GuestTexts, { seat, token }: Extract<GuestPhase, { phase: 'asked' }>) {
    const format = createFormat(this.locale, seat.timeZone)
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
          : html`<button
              type="button"
              class="button primary"
              @click=${() => void this.#enter(token)}
            >
              ${texts['ask.enter']}
            </button>`
      }`
  }

  #renderDevices(texts: GuestTexts, { seat, failed }: Extract<GuestPhase, { phase: 'devices' }>) {
    return html`<h1>${texts['devices.title']}</h1>
      <p class="banner">${icon('shield-check')}<span>${texts['devices.body']}</span></p>
      <p role="alert">${failed ? texts['devices.failed'] : ''}</p>
      <button
        type="button"
        class="button primary"
        @click=${() => void this.#turnOn(seat, seat.role !== 'captioner')}
      >
        ${seat.role === 'captioner' ? texts['devices.sound'] : texts['devices.both']}
      </button>
      <button
        type="button"
        class="button"
        @click=${() => void this.#turnOn(seat, seat.role === 'captioner')}
      >
        ${seat.role === 'captioner' ? texts['devices.both'] : texts['devices.sound']}
      </button>`
  }

  #renderWaiting(texts: GuestTexts, { state, live, wasAdmitted }: GuestInside) {
    const { line } = state
    if (line.phase === 'elsewhere' || line.phase === 'replaced') {
      return html`<h1>${texts['elsewhere.title']}</h1>
        <button type="button" class="button primary" @click=${() => live.takeOver()}>
          ${texts['elsewhere.here']}
        </button>`
    }
    const ready = state.local.camera === 'none' ? 'wait.ready-sound' : 'wait.ready-both'
    return html`<h1>${texts['wait.title']}</h1>
      <p role="status">${texts[wasAdmitted ? 'wait.again' : 'wait.body']}</p>
      <p class="banner">${icon('circle-check')}<span>${texts[ready]}</span></p>
      <p role="status">${line.phase === 'lost' ? texts['wait.lost'] : ''}</p>
      <button type="button" class="button" @click=${() => this.#leave(live)}>
        ${texts['wait.leave']}
      </button>`
  }

  #renderCall({ seat, live, state, stream }: GuestInside) {
    const linkTo = (end: GuestLink['with']) => state.links.find((link) => link.with === end)
    const physician = linkTo('physician')
    const stand = state.stand
    const admitted = stand?.phase === 'admitted' ? stand : null
    const hasPicture = stream.getVideoTracks().length > 0
    return html`<call-screen
      class="guest-call"
      .texts=${this.callTexts}
      .call=${physician?.call ?? { phase: 'none' }}
      .local=${state.local}
      .remote=${physician?.remote ?? nothingYet}
      .ownStream=${hasPicture ? stream : null}
      .otherIn=${admitted?.physicianIn === true}
      .otherName=${seat.physicianName}
      .note=${seat.service.name}
      .dock=${hasPicture ? dock : soundDock}
      .more=${more}
      .care=${state.care}
      .sharing=${live.sharing ?? null}
      .otherPhone=${seat.service.phone}
      .third=${this.#worker(linkTo('worker'), admitted?.workerIn === true)}
      helpPhone=${seat.service.phone}
      @call-microphone=${({ detail }: CustomEvent<{ on: boolean }>) =>
        live.setMicrophone(detail.on)}
      @call-camera=${({ detail }: CustomEvent<{ on: boolean }>) => live.setCamera(detail.on)}
      @call-pause=${({ detail }: CustomEvent<{ paused: boolean }>) => live.setPaused(detail.paused)}
      @call-device=${({ detail }: CustomEvent<DeviceChoice>) => live.chooseDevice(detail)}
      @call-restore=${() => live.restoreDevices()}
      @call-leave=${() => this.#leave(live)}
    ></call-screen>`
  }

  #worker(link: GuestLink | undefined, here: boolean): Third {
    const name = this.texts?.['call.worker'] ?? ''
    return {
      name,
      role: null,
      phase: 'admitted',
      here,
      remote: link?.remote ?? nothingYet,
      acts: [],
    }
  }

  async #enter(token: string): Promise<void> {
    try {
      const seat = await enterByGuestLink(token)
      if (seat.state === 'upcoming') this.now = { phase: 'asked', seat, token }
      else if (seat.state === 'over') this.now = { phase: 'over', why: 'appointment' }
      else {
        history.replaceState(null, '', location.pathname + location.search)
        this.now = { phase: 'devices', seat, failed: false }
      }
    } catch (error) {
      this.now = { phase: codeOf(error) === 'link-not-valid' ? 'invalid' : 'failed' }
    }
  }

  async #turnOn(seat: MySeat, camera: boolean): Promise<void> {
    const opened = await openMedia({ camera })
    if (!opened.ok) {
      this.now = { phase: 'devices', seat, failed: true }
      return
    }
    const { stream } = opened
    // While they wait, so that being let in does not; what fails now is tried again then.
    loadPeer().catch(() => {})
    const live = openGuestLive({
      appointmentId: seat.appointmentId,
      role: seat.role,
      stream,
      names: { physician: seat.physicianName, worker: this.texts?.['call.worker'] ?? '' },
      changed: (state) => this.#follow(state),
    })
    this.now = { phase: 'inside', seat, live, state: live.state, stream, wasAdmitted: false }
  }

  #follow(state: GuestLiveState): void {
    const { now } = this
    if (now.phase !== 'inside') return
    const { stand, line } = state
    if (stand?.phase === 'over') return this.#end(now, stand.reason)
    if (line.phase === 'signed-out') return this.#end(now, 'removed')
    this.now = { ...now, state, wasAdmitted: now.wasAdmitted || stand?.phase === 'admitted' }
  }

  #leave(live: GuestLive): void {
    live.leave()
    if (this.now.phase === 'inside') this.#end(this.now, 'left')
  }

  /** The devices go off with the seat. */
  #end({ live }: GuestInside, why: Extract<GuestPhase, { phase: 'over' }>['why']): void {
    this.now = { phase: 'over', why }
    live.close()
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null
}

declare global {
  interface HTMLElementTagNameMap {
    'guest-app': GuestApp
  }
}
