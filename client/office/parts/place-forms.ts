/** The forms for physicians, employers and their contacts, sites and rooms. `added` is called with the name once it is stored. */
import type {
  Employer,
  Physician,
  Site,
  SiteLanguages,
} from '../../../signaling/protocol/planning.ts'
import { locales, type Locale } from '../../../signaling/protocol/primitives.ts'
import { seatLanguages, type SeatLanguage } from '../../../signaling/protocol/seat-languages.ts'
import type { Texts } from '../texts.ts'
import { orNull, type Field, type Values } from './field.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Office } from './office-element.ts'
import { languageChoices } from './worker-form.ts'

type Added = (name: string) => void

const nameField = (texts: Texts, hint?: string): Field => ({
  name: 'name',
  label: texts['common.name'],
  kind: 'text',
  required: true,
  maxLength: 120,
  ...(hint !== undefined && { hint }),
})

export function planPhysician({ texts, api }: Office, added: Added): FormPlan {
  return {
    heading: texts['places.add-physician'],
    submit: texts['places.add-physician'],
    fields: [
      nameField(texts, texts['places.physician-name-hint']),
      {
        name: 'registration',
        label: texts['places.registration'],
        kind: 'text',
        required: false,
        maxLength: 200,
      },
      {
        name: 'email',
        label: texts['places.email'],
        kind: 'email',
        required: false,
        maxLength: 254,
      },
      languagesField(texts, []),
    ],
    save: async ({ name = '', registration, email, languages }) => {
      await api.createPhysician({
        name,
        registration: orNull(registration),
        email: orNull(email),
        languages: toLanguages(languages),
      })
      added(name)
    },
  }
}

export function planLanguages(
  { id, name, languages }: Physician,
  { texts, api }: Office,
  noted: (name: string) => void,
): FormPlan {
  return {
    heading: texts['places.languages-of'](name),
    submit: texts['places.note'],
    fields: [languagesField(texts, languages)],
    save: async (values) => {
      await api.notePhysicianLanguages(id, { languages: toLanguages(values['languages']) })
      noted(name)
    },
  }
}

function languagesField(texts: Texts, languages: readonly Locale[]): Field {
  return {
    name: 'languages',
    label: texts['places.languages'],
    kind: 'checks',
    required: false,
    hint: texts['places.languages-hint'],
    choices: languageChoices(texts),
    value: languages.join(' '),
  }
}

/** English is never the language of a seat. */
function seatChoices(texts: Texts) {
  return seatLanguages.map((value) => ({ value, label: texts.language[value] }))
}

function toLanguages(ticked = ''): Locale[] {
  return locales.filter((locale) => ticked.split(' ').includes(locale))
}

export function planEmployer({ texts, api }: Office, added: Added): FormPlan {
  return {
    heading: texts['places.add-employer'],
    submit: texts['places.add-employer'],
    fields: [nameField(texts)],
    save: async ({ name = '' }) => {
      await api.createEmployer({ name })
      added(name)
    },
  }
}

export function planSite(employer: Employer, { texts, api }: Office, added: Added): FormPlan {
  return {
    heading: texts['places.add-site-to'](employer.name),
    submit: texts['places.add-site'],
    fields: [
      nameField(texts),
      ...seatFields(texts),
      {
        name: 'address',
        label: texts['places.address'],
        kind: 'text',
        required: false,
        maxLength: 200,
      },
    ],
    save: async ({ name = '', address, ...values }) => {
      const { language, otherLanguages } = toSeat(values)
      const employerId = employer.id
      await api.createSite({ employerId, name, address: orNull(address), language, otherLanguages })
      added(name)
    },
  }
}

export function planSiteLanguages(
  { id, name, language, otherLanguages = [] }: Site,
  { texts, api }: Office,
  noted: (name: string) => void,
): FormPlan {
  return {
    heading: texts['places.languages-of'](name),
    submit: texts['places.note'],
    fields: seatFields(texts, language, otherLanguages),
    save: async (values) => {
      await api.noteSiteLanguages(id, toSeat(values))
      noted(name)
    },
  }
}

function seatFields(
  texts: Texts,
  language?: Locale,
  others: readonly SeatLanguage[] = [],
): readonly Field[] {
  const choices = seatChoices(texts)
  return [
    {
      name: 'language',
      label: texts['common.language'],
      kind: 'select',
      required: true,
      hint: texts['places.language-hint'],
      choices,
      ...(language !== undefined && { value: language }),
    },
    {
      name: 'otherLanguages',
      label: texts['places.other-languages'],
      kind: 'checks',
      required: false,
      hint: texts['places.other-languages-hint'],
      choices,
      value: others.join(' '),
    },
  ]
}

function toSeat({ language, otherLanguages = '' }: Values): SiteLanguages {
  const others = otherLanguages.split(' ')
  return {
    // One of the choices that we offered.
    language: language as SeatLanguage,
    otherLanguages: seatLanguages.filter((each) => each !== language && others.includes(each)),
  }
}

export function planRoom(site: Site, { texts, api }: Office, added: Added): FormPlan {
  return {
    heading: texts['places.add-room-to'](site.name),
    submit: texts['places.add-room'],
    fields: [nameField(texts, texts['places.room-name-hint'])],
    save: async ({ name = '' }) => {
      await api.createRoom({ siteId: site.id, name })
      added(name)
    },
  }
}

export function planContact(
  { id: employerId, name: employer }: Employer,
  { texts, api }: Office,
  added: Added,
): FormPlan {
  return {
    heading: texts['contacts.add-to'](employer),
    submit: texts['contacts.add'],
    fields: [
      nameField(texts),
      {
        name: 'email',
        label: texts['places.email'],
        kind: 'email',
        required: true,
        maxLength: 254,
        hint: texts['contacts.email-hint'],
      },
      {
        name: 'language',
        label: texts['common.language'],
        kind: 'select',
        required: true,
        choices: languageChoices(texts),
      },
    ],
    save: async ({ name = '', email = '', language }) => {
      // One of the choices that we offered.
      await api.createContact({ employerId, name, email, language: language as Locale })
      added(name)
    },
  }
}
