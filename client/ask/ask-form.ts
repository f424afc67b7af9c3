/** The form: who asks, unless their link says so; when it suits; whether the employer may know. */
import { html, nothing } from 'lit'
import type { LinkRequestDraft, RequestDraft } from '../../signaling/protocol/requests.ts'
import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { AskTexts } from '../i18n/ask/en.ts'
import { languageNames, languageTags, pageLocales, toLocale } from '../i18n/locale.ts'
import { icon } from '../ui/icon.ts'
import { toPhone, type AskPhase, type Problem } from './ask-phase.ts'

type Asking = Extract<AskPhase, { phase: 'asking' }>

export function renderForm(
  now: Asking,
  texts: AskTexts,
  locale: Locale,
  send: (event: SubmitEvent) => void,
) {
  return html`<h1>${texts['form.title']}</h1>
    <p>${texts['form.intro']}</p>
    <p class="banner">${icon('shield-check')}<span>${texts['form.secret']}</span></p>
    <form class="stack" novalidate @submit=${send}>
      ${now.token === null ? renderPerson(texts) : html`<p>${texts['form.known']}</p>`}
      <div class="field">
        <label for="ask-language">${texts['form.language']}</label>
        <select id="ask-language" name="language">
          ${pageLocales.map(
            (each) =>
              html`<option value=${each} lang=${each} ?selected=${each === locale}>
                ${languageNames[each]}
              </option>`,
          )}
        </select>
      </div>
      ${renderMoments(texts, locale)}
      <fieldset>
        <legend>${texts['tell.title']}</legend>
        ${renderChoice('radio', 'tell', 'no', texts['tell.no'], true)}
        ${renderChoice('radio', 'tell', 'yes', texts['tell.yes'], false)}
      </fieldset>
      <div role="alert">
        ${
          now.problem === null
            ? nothing
            : html`<p class="banner stop">
                ${icon('circle-alert')}<span>${texts[`problem.${now.problem}`]}</span>
              </p>`
        }
      </div>
      <button class="button primary" aria-busy=${now.busy ? 'true' : 'false'}>
        ${texts['form.send']}
      </button>
    </form>`
}

function renderPerson(texts: AskTexts) {
  return html`${renderInput('firstName', 'text', texts['form.first-name'], 'given-name')}
    ${renderInput('lastName', 'text', texts['form.last-name'], 'family-name')}
    ${renderInput('birthDate', 'date', texts['form.birth-date'], 'bday')}
    ${renderInput('employerName', 'text', texts['form.employer'], 'organization')}
    <p class="muted">${texts['form.reach']}</p>
    ${renderInput('email', 'email', texts['form.email'], 'email')}
    ${renderInput('phone', 'tel', texts['form.phone'], 'tel')}`
}

function renderInput(name: string, type: string, label: string, autocomplete: string) {
  return html`<div class="field">
    <label for="ask-${name}">${label}</label>
    <input
      id="ask-${name}"
      name=${name}
      type=${type}
      maxlength="120"
      autocomplete=${autocomplete}
    />
  </div>`
}

function renderMoments(texts: AskTexts, locale: Locale) {
  // 1 January 2024 was a Monday.
  const day = new Intl.DateTimeFormat(languageTags[locale], { weekday: 'long', timeZone: 'UTC' })
  const nameOf = (weekday: number) => day.format(Date.UTC(2024, 0, weekday))
  return html`<fieldset aria-describedby="ask-moments">
      <legend>${texts['moments.days']}</legend>
      <p class="muted" id="ask-moments">${texts['moments.hint']}</p>
      <div class="choices">
        ${[1, 2, 3, 4, 5].map((weekday) =>
          renderChoice('checkbox', 'weekday', String(weekday), nameOf(weekday), false),
        )}
      </div>
    </fieldset>
    <fieldset>
      <legend>${texts['moments.parts']}</legend>
      <div class="choices">
        ${renderChoice('checkbox', 'part', 'morning', texts['moments.morning'], false)}
        ${renderChoice('checkbox', 'part', 'afternoon', texts['moments.afternoon'], false)}
      </div>
    </fieldset>`
}

function renderChoice(
  type: 'radio' | 'checkbox',
  name: string,
  value: string,
  label: string,
  checked: boolean,
) {
  return html`<label class="choice">
    <input type=${type} name=${name} value=${value} .defaultChecked=${checked} />${label}
  </label>`
}

type Filled =
  | { readonly ok: true; readonly kind: 'link'; readonly draft: LinkRequestDraft }
  | { readonly ok: true; readonly kind: 'claim'; readonly draft: RequestDraft }
  | { readonly ok: false; readonly problem: Problem }

/** Returns what is to be sent, or the first thing that is missing. */
export function readForm(form: HTMLFormElement, token: string | null, locale: Locale): Filled {
  const data = new FormData(form)
  const text = (name: string) => {
    const value = data.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const parts = (['morning', 'afternoon'] as const).filter((part) =>
    data.getAll('part').includes(part),
  )
  const wish = {
    language: toLocale(text('language')) ?? locale,
    moments: { weekdays: data.getAll('weekday').map(Number), parts },
    tellEmployer: text('tell') === 'yes',
  }
  if (token !== null) return { ok: true, kind: 'link', draft: { token, ...wish } }
  const [firstName, lastName, employerName] = ['firstName', 'lastName', 'employerName'].map(text)
  if (!firstName || !lastName || !employerName) return { ok: false, problem: 'missing' }
  const birthDate = text('birthDate')
  if (birthDate === '') return { ok: false, problem: 'birth-date' }
  const email = text('email') === '' ? null : text('email')
  const phone = toPhone(text('phone'))
  if (email === null && phone === null) return { ok: false, problem: 'reach' }
  const draft = { firstName, lastName, employerName, birthDate, email, phone, ...wish }
  return { ok: true, kind: 'claim', draft }
}
