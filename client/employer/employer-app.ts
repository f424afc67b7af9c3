import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { EmployerPage } from '../../signaling/protocol/employer.ts'
import type { Id, Instant } from '../../signaling/protocol/primitives.ts'
import { AccountApp, type AccountPorts } from '../account/account-app.ts'
import { createFormat, type Format } from '../i18n/format.ts'
import type { EmployerTexts } from '../i18n/employer/en.ts'
import { icon } from '../ui/icon.ts'
import './code-form.ts'
import type { CodePorts } from './code-form.ts'

export interface EmployerPorts extends AccountPorts<EmployerPage> {
  readonly code: CodePorts
  noteRoomCheck(roomId: Id, fit: boolean): Promise<void>
}

type Room = EmployerPage['rooms'][number]

/** What makes a room fit; each is a key of the texts. */
const checks = ['check.door', 'check.view', 'check.seat', 'check.sign'] as const

/** An employer's contact: when the physician is in their rooms, who is away when, and whether the rooms are fit. */
@customElement('employer-app')
export class EmployerApp extends AccountApp<EmployerPage, EmployerTexts, EmployerPorts> {
  /** Which room is being looked at. */
  @state() private checking: Id | null = null
  @state() private missing = false
  @state() private failure: unknown = null

  protected override renderOtherWay(texts: EmployerTexts) {
    return html`<code-form
      .texts=${texts}
      .errors=${this.errors}
      .ports=${this.ports.code}
      @signed-in=${() => this.enter()}
    ></code-form>`
  }

  protected override renderPage(page: EmployerPage, texts: EmployerTexts) {
    const format = createFormat(this.locale, page.timeZone)
    return html`<div>
        <h1>${page.employerName}</h1>
        <p class="muted">${texts['page.lead']}</p>
      </div>
      ${this.failure === null ? nothing : this.renderError(this.failure)}
      <section class="card stack">
        <h2>${texts['sessions.title']}</h2>
        ${
          page.sessions.length === 0
            ? html`<p>${texts['sessions.none']}</p>`
            : html`<ul role="list">
                ${page.sessions.map(
                  (session) =>
                    html`<li>
                      <strong>${toSpan(session, format)}</strong>
                      <span>${session.placeName}, ${session.physicianName}</span>
                    </li>`,
                )}
              </ul>`
        }
      </section>
      <section class="card stack">
        <h2>${texts['absences.title']}</h2>
        <p class="muted small">${texts['absences.about']}</p>
        ${
          page.absences.length === 0
            ? html`<p>${texts['absences.none']}</p>`
            : html`<ul role="list">
                ${page.absences.map(
                  (absence) =>
                    html`<li>
                      <span><strong>${absence.workerName}</strong></span>
                      <span>
                        ${toSpan(absence, format)}${
                          absence.placeName === null ? nothing : `, ${absence.placeName}`
                        }
                      </span>
                    </li>`,
                )}
              </ul>`
        }
      </section>
      <section class="card stack">
        <h2>${texts['rooms.title']}</h2>
        ${
          page.rooms.length === 0
            ? html`<p>${texts['rooms.none']}</p>`
            : html`<ul role="list">
                ${page.rooms.map((room) => this.#renderRoom(room, texts, format))}
              </ul>`
        }
      </section>`
  }

  #renderRoom(room: Room, texts: EmployerTexts, format: Format) {
    const { lastCheck } = room
    const when =
      lastCheck === null ? '' : `${format.day(lastCheck.at)}, ${format.time(lastCheck.at)}`
    return html`<li>
      <span>
        <strong>${room.placeName}</strong><br />
        ${
          lastCheck === null
            ? html`<span class="muted">${texts['rooms.unchecked']}</span>`
            : html`<span> ${texts[lastCheck.fit ? 'rooms.fit' : 'rooms.unfit'](when)} </span>`
        }
      </span>
      ${
        this.checking === room.id
          ? this.#renderCheck(room, texts)
          : html`<button class="button" type="button" @click=${() => this.#look(room.id)}>
              <span>${texts['rooms.check']}<span class="unseen"> ${room.placeName}</span></span>
            </button>`
      }
    </li>`
  }

  #renderCheck(room: Room, texts: EmployerTexts) {
    return html`<form
      class="room-check"
      @submit=${(event: SubmitEvent) => this.#ready(event, room.id)}
    >
      <fieldset aria-describedby="check-error">
        <legend>${texts['check.title']}</legend>
        ${checks.map(
          (check) =>
            html`<label class="choice">
              <input type="checkbox" name="check" value=${check} />
              <span>${texts[check]}</span>
            </label>`,
        )}
      </fieldset>
      <div class="field">
        <span class="error" id="check-error" role="alert">
          ${this.missing ? texts['check.missing'] : ''}
        </span>
      </div>
      <p class="row">
        <button class="button primary">${icon('check')}${texts['check.ready']}</button>
        <button class="button" type="button" @click=${() => this.#note(room.id, false)}>
          ${texts['check.unfit']}
        </button>
      </p>
    </form>`
  }

  #look(roomId: Id) {
    this.checking = roomId
    this.missing = false
    void this.updateComplete.then(() =>
      this.querySelector<HTMLInputElement>('.choice input')?.focus(),
    )
  }

  #ready(event: SubmitEvent, roomId: Id) {
    event.preventDefault()
    const ticked = this.querySelectorAll('.room-check input:checked').length
    this.missing = ticked < checks.length
    if (!this.missing) void this.#note(roomId, true)
  }

  async #note(roomId: Id, fit: boolean) {
    this.failure = null
    try {
      await this.ports.noteRoomCheck(roomId, fit)
      this.checking = null
    } catch (error) {
      this.failure = error
    }
    await this.reload()
  }
}

/** "Tuesday 24 November, 09:00–12:00" */
function toSpan(span: { startsAt: Instant; endsAt: Instant }, format: Format): string {
  return `${format.day(span.startsAt)}, ${format.time(span.startsAt)}–${format.time(span.endsAt)}`
}

declare global {
  interface HTMLElementTagNameMap {
    'employer-app': EmployerApp
  }
}
