/** The forms for posts and for what is due. The last argument is called with the name once it is stored. */
import type { DueRow, Post, PostChange } from '../../../signaling/protocol/due.ts'
import { postCategories } from '../../../signaling/protocol/post-categories.ts'
import { examTypes, type ExamType } from '../../../signaling/protocol/exam-types.ts'
import type { Employer } from '../../../signaling/protocol/planning.ts'
import { technicalActs, type TechnicalAct } from '../../../signaling/protocol/technical-acts.ts'
import { dayOf } from '../calendar.ts'
import type { Texts } from '../texts.ts'
import { orNull, toChoices, type Choice, type Field, type Values } from './field.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Office } from './office-element.ts'

type Done = (name: string) => void

export function planPost(employer: Employer, { texts, api }: Office, added: Done): FormPlan {
  return {
    heading: texts['post.add-to'](employer.name),
    submit: texts['post.add'],
    fields: postFields(texts, null),
    save: async (values) => {
      const post = toPost(values)
      await api.createPost({ employerId: employer.id, ...post })
      added(post.name)
    },
  }
}

export function planPostChange(post: Post, { texts, api }: Office, changed: Done): FormPlan {
  return {
    heading: post.name,
    submit: texts['post.change'],
    fields: postFields(texts, post),
    save: async (values) => {
      const change = toPost(values)
      await api.changePost(post.id, change)
      changed(change.name)
    },
  }
}

export function planWorkerPost(
  worker: { readonly id: string; readonly name: string; readonly postId: string | null },
  posts: readonly Post[],
  { texts, api }: Office,
  given: Done,
): FormPlan {
  return {
    heading: texts['post.of'](worker.name),
    submit: texts['post.give'],
    fields: [
      {
        name: 'postId',
        label: texts['post.post'],
        kind: 'select',
        required: false,
        value: worker.postId ?? '',
        choices: [{ value: '', label: texts['post.nothing'] }, ...toChoices(posts)],
      },
    ],
    save: async ({ postId }) => {
      await api.givePost(worker.id, orNull(postId))
      given(worker.name)
    },
  }
}

export function planDueChange(row: DueRow, { texts, api }: Office, noted: Done): FormPlan {
  return {
    heading: texts['due.correct-of'](row.workerName),
    submit: texts['due.done-yes'],
    fields: [
      {
        name: 'dueOn',
        label: texts['due.last-day'],
        kind: 'date',
        required: true,
        value: row.dueOn,
      },
      actsField(texts, texts['due.acts'], texts['due.correct-hint'], row.acts),
    ],
    save: async ({ dueOn = '', acts }) => {
      await api.changeDue(row.workerId, { dueOn, acts: toActs(acts) })
      noted(row.workerName)
    },
  }
}

export function planExamDone(
  row: DueRow,
  { texts, api, now, format }: Office,
  noted: Done,
): FormPlan {
  return {
    heading: texts['due.done-of'](row.workerName),
    submit: texts['due.done-yes'],
    fields: [
      {
        name: 'on',
        label: texts['due.done-on'],
        kind: 'date',
        required: true,
        value: dayOf(now(), format.timeZone),
      },
    ],
    save: async ({ on = '' }) => {
      await api.noteExamDone(row.workerId, on)
      noted(row.workerName)
    },
  }
}

function postFields(texts: Texts, post: Post | null): Field[] {
  return [
    {
      name: 'name',
      label: texts['common.name'],
      kind: 'text',
      required: true,
      maxLength: 120,
      hint: texts['post.name-hint'],
      ...(post !== null && { value: post.name }),
    },
    {
      name: 'examType',
      label: texts['common.exam-type'],
      kind: 'select',
      required: true,
      choices: examTypes.map((code) => ({ value: code, label: texts.examTypes[code] })),
      value: post?.examType ?? 'periodic',
    },
    {
      name: 'category',
      label: texts['post.category'],
      kind: 'select',
      required: false,
      value: post?.category ?? '',
      choices: [
        { value: '', label: texts['post.no-category'] },
        ...postCategories.map((category) => ({
          value: category,
          label: texts['post.categories'][category],
        })),
      ],
    },
    {
      name: 'periodMonths',
      label: texts['post.period'],
      hint: texts['post.period-hint'],
      kind: 'number',
      required: false,
      min: 1,
      max: 120,
      value: post === null ? '' : String(post.periodMonths),
    },
    actsField(texts, texts['post.acts'], texts['post.acts-hint'], post?.acts ?? []),
  ]
}

function actsField(
  texts: Texts,
  label: string,
  hint: string,
  acts: readonly TechnicalAct[],
): Field {
  const choices: readonly Choice[] = technicalActs.map((act) => ({
    value: act,
    label: texts.act[act],
  }))
  return {
    name: 'acts',
    label,
    hint,
    kind: 'checks',
    required: false,
    choices,
    value: acts.join(' '),
  }
}

function toActs(values: string | undefined): TechnicalAct[] {
  const ticked = (values ?? '').split(' ')
  return technicalActs.filter((act) => ticked.includes(act))
}

function toPost({ name = '', category, examType, periodMonths, acts }: Values): PostChange {
  const known = postCategories.find((each) => each === category)
  return {
    name,
    ...(known !== undefined && { category: known }),
    // One of the choices that we offered.
    examType: examType as ExamType,
    ...(Number(periodMonths) > 0 && { periodMonths: Number(periodMonths) }),
    acts: toActs(acts),
  }
}
