import type { Employer, Site, WorkerDraft } from '../../../signaling/protocol/planning.ts'
import type { Locale } from '../../../signaling/protocol/primitives.ts'
import type { Texts } from '../texts.ts'
import { orNull, toChoices, type Choice, type Values } from './field.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Office } from './office-element.ts'
import { nameOf } from './person.ts'

/** The form for one worker by hand. `added` is called with the name once it is stored. */
export function planWorker(
  places: { readonly employers: readonly Employer[]; readonly sites: readonly Site[] },
  { texts, api }: Office,
  added: (name: string) => void,
): FormPlan {
  const employers = toChoices(places.employers)
  const sites = places.sites.map(({ id, name, employerId }) => ({
    value: id,
    label: `${places.employers.find((employer) => employer.id === employerId)?.name ?? ''} · ${name}`,
  }))
  return {
    heading: texts['workers.add'],
    submit: texts['workers.add'],
    fields: [
      {
        name: 'firstName',
        label: texts['workers.first-name'],
        kind: 'text',
        required: true,
        maxLength: 120,
      },
      {
        name: 'lastName',
        label: texts['workers.last-name'],
        kind: 'text',
        required: true,
        maxLength: 120,
      },
      {
        name: 'birthDate',
        label: texts['workers.birth-date'],
        kind: 'date',
        required: true,
      },
      {
        name: 'language',
        label: texts['common.language'],
        kind: 'select',
        required: true,
        choices: languageChoices(texts),
      },
      {
        name: 'email',
        label: texts['workers.email'],
        kind: 'email',
        required: false,
        maxLength: 254,
      },
      {
        name: 'phone',
        label: texts['workers.phone'],
        kind: 'tel',
        required: false,
        hint: texts['workers.phone-hint'],
      },
      {
        name: 'needsPicture',
        label: texts['workers.needs-picture'],
        kind: 'select',
        required: true,
        value: 'no',
        choices: [
          { value: 'no', label: texts['workers.no'] },
          { value: 'yes', label: texts['workers.yes'] },
        ],
        hint: texts['workers.needs-picture-hint'],
      },
      {
        name: 'employerId',
        label: texts['common.employer'],
        kind: 'select',
        required: true,
        choices: employers,
        ...(employers.length === 1 && { value: employers[0]?.value ?? '' }),
      },
      {
        name: 'siteId',
        label: texts['common.site'],
        kind: 'select',
        required: false,
        value: '',
        choices: [{ value: '', label: texts['common.no-site'] }, ...sites],
      },
      {
        name: 'personnelNumber',
        label: texts['workers.number'],
        kind: 'text',
        required: false,
        maxLength: 200,
      },
    ],
    check: ({ employerId, siteId }) =>
      isOfAnother(places.sites, siteId, employerId) ? { siteId: texts['form.wrong'] } : {},
    save: async (values) => {
      added(nameOf(await api.createWorker(toDraft(values))))
    },
  }
}

export function languageChoices(texts: Texts): readonly Choice[] {
  return Object.entries(texts.language).map(([value, label]) => ({ value, label }))
}

function isOfAnother(
  sites: readonly Site[],
  siteId: string | undefined,
  employerId: string | undefined,
): boolean {
  const site = sites.find(({ id }) => id === siteId)
  return site !== undefined && site.employerId !== employerId
}

function toDraft(values: Values): WorkerDraft {
  return {
    employerId: values['employerId'] ?? '',
    siteId: orNull(values['siteId']),
    personnelNumber: orNull(values['personnelNumber']),
    firstName: values['firstName'] ?? '',
    lastName: values['lastName'] ?? '',
    birthDate: values['birthDate'] ?? '',
    email: orNull(values['email']),
    // People write blanks and dots; the server takes E.164.
    phone: orNull(values['phone']?.replaceAll(/[^+\d]/g, '')),
    // One of the choices that we offered.
    language: values['language'] as Locale,
    needsPicture: values['needsPicture'] === 'yes',
    postId: null,
  }
}
