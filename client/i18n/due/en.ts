/** Posts, what is due by them, and cohorts: a part of the planner's office. Dates arrive ready-made from `format.ts`. */
import type { CohortReason } from '../../../signaling/protocol/cohort.ts'
import type { PostCategory } from '../../../signaling/protocol/post-categories.ts'
import type { TechnicalAct } from '../../../signaling/protocol/technical-acts.ts'
import { plural } from '../format.ts'

const count = (n: number, one: string, other: string) => `${n} ${plural('en', n, { one, other })}`
const workers = (n: number) => count(n, 'worker', 'workers')
const workingDays = (n: number) => count(n, 'working day', 'working days')

export const texts = {
  'nav.due': 'Due',
  'act': {
    'eye-test': 'Eye test',
    'hearing-test': 'Hearing test',
    'spirometry': 'Lung function test',
    'ecg': 'Heart trace (ECG)',
    'blood-sample': 'Blood sample',
    'urine-sample': 'Urine sample',
    'blood-pressure': 'Blood pressure',
    'vaccination': 'Vaccination',
    'tuberculin-test': 'Tuberculin test',
    'x-ray': 'X-ray',
    'ergometry': 'Exercise test',
  } satisfies Record<TechnicalAct, string>,

  // posts, on the page of places
  'post.add': 'Add post',
  'post.add-to': (employer: string) => `Add a post to ${employer}`,
  'post.change': 'Change',
  'post.none': 'No post yet: nothing becomes due by itself.',
  'post.list': 'Posts',
  'post.name-hint': 'As the employer names the work: technician on masts',
  'post.period': 'Months from one examination to the next',
  'post.category': 'Legal category',
  'post.no-category': 'None, or not known',
  'post.categories': {
    'safety-post': 'Safety post (Code, art. I.4-1)',
    'vigilance-post': 'Post with increased vigilance (Code, art. I.4-1)',
    'defined-risk': 'Activity with a defined risk (Code, art. I.4-1)',
  } satisfies Record<PostCategory, string>,
  'post.period-hint': 'Leave it empty for the period that the service has set for the category.',
  'post.acts': 'Acts that it needs',
  'post.acts-hint': 'Only possible where the worker is. While one is due, it is not by video.',
  'post.every': (months: number) => `every ${count(months, 'month', 'months')}`,
  'post.no-act': 'no technical act',
  'post.changed': (name: string) => `${name} is changed. What is due follows.`,
  'post.of': (worker: string) => `The post of ${worker}`,
  'post.give': 'Change post',
  'post.nothing': 'No post',
  'post.post': 'Post',

  // the due list
  // a list in which somebody is missing
  'import.gone': (n: number) => `${n} gone`,
  'import.gone-who': (names: string) => `Not on this list any more: ${names}.`,
  'import.gone-note': 'Note that they have left. They are no longer due, and no longer listed.',
  'import.gone-done': (n: number) => `It is noted that ${workers(n)} left.`,

  'due.title': 'Due',
  'due.lead': 'Whose examination must take place by when. The post decides.',
  'due.empty': 'Nothing is due. Workers need a post: give them one by hand, or in the list.',
  'due.all': 'Everything',
  'due.next-month': 'The next month',
  'due.next-quarter': 'The next three months',
  'due.late': 'Already late',
  'due.unplanned': 'Only without an appointment',
  'due.invite': 'Plan and invite',
  'due.last-day': 'Last day',
  'due.acts': 'Acts first',
  'due.planned': 'Appointment',
  'due.left': (n: number) => (n === 0 ? 'Today is the last day' : `${workingDays(n)} left`),
  'due.over': (n: number) => `${workingDays(n)} late`,
  'due.not-planned': 'Not planned',
  'due.shown': (n: number) => `${workers(n)}, the most urgent first`,
  'due.shown-first': (n: number) => `The first ${n}, the most urgent first`,
  'due.more': 'Show more',
  'due.correct': 'Last day and acts',
  'due.correct-of': (name: string) => `What is due for ${name}`,
  'due.correct-hint': 'Untick what was done: then the talk can be by video.',
  'due.done': 'Done in person',
  'due.done-of': (name: string) => `${name} was examined in person`,
  'due.done-on': 'Day of the examination',
  'due.done-yes': 'Note it',
  'due.noted': (name: string) => `It is noted for ${name}.`,

  // a cohort
  'cohort.title': 'Plan and invite',
  'cohort.lead': 'Due workers in the free slots. Nothing is sent before you confirm.',
  'cohort.back': 'Back to what is due',
  'cohort.pilot': 'Pilot',
  'cohort.every-pilot': 'All that is due',
  'cohort.from': 'Slots from',
  'cohort.until': 'Slots until',
  'cohort.due-until': 'Due until',
  'cohort.nobody': 'Nobody is due without an appointment until this day.',
  'cohort.fits': (n: number, free: number) =>
    `${workers(n)} ${n === 1 ? 'has' : 'have'} a slot, ${count(free, 'slot stays', 'slots stay')} free.`,
  'cohort.are-late': (n: number) =>
    `${workers(n)} can only be examined after the last day. Make a session sooner, or go on.`,
  'cohort.more': 'More are due than can be planned at once. These are the most urgent.',
  'cohort.kept': (n: number) =>
    `${count(n, 'free slot is', 'free slots are')} kept for waiting requests, which come first.`,
  'cohort.to-requests': 'Plan these requests',
  'cohort.placed': 'Who gets which slot',
  'cohort.slot': 'Slot',
  'cohort.late': 'after the last day',
  'cohort.no-email': 'no e-mail: phone',
  'cohort.take-out': 'Take out',
  'cohort.put-back': 'Put back',
  'cohort.move': 'Other slot',
  'cohort.move-of': (name: string) => `Another slot for ${name}`,
  'cohort.move-yes': 'Choose this slot',
  'cohort.no-other': 'No other slot is free.',
  'cohort.chosen': 'chosen by you',
  'cohort.left-out': 'Without a slot',
  'cohort.taken-out': 'Taken out by you',
  'cohort.why': {
    'no-free-slot': 'No slot is left. Make a session.',
    'kept-for-request': 'The free slots are for waiting requests, which come first.',
    'worker-already-planned': 'Has an appointment already.',
    'wants-in-person': 'Chose a visit in person.',
    'not-at-their-site': 'The free slots are in rooms of another site.',
    'not-in-their-language': 'No physician with free slots speaks this language.',
    'remote-not-allowed': 'This examination may not be by video. Plan it in person.',
    'act-due':
      'Plan the act as an appointment of its own, and the talk by video after it. Or all of it in person.',
    'approval-begins-later': 'The approval for video begins later. Choose later days.',
    'approval-expired': 'The approval for video is over by then. Plan it in person.',
  } satisfies Record<CohortReason, string>,
  'cohort.acts-first': (acts: string) => `First: ${acts}.`,
  'cohort.confirm': (n: number) => `Plan and invite ${workers(n)}`,
  'cohort.leaves':
    'The invitations leave as soon as you confirm. If you change something later, the worker gets an e-mail.',
  'cohort.changed': 'Nothing was planned. The list below is as it stands now: look again.',
  'cohort.done': (n: number) => `${workers(n)} planned.`,
  'cohort.sent': (n: number) => `${count(n, 'invitation goes', 'invitations go')} out now.`,
  'cohort.phone': (names: string) => `No e-mail address, so phone: ${names}.`,
}
export type DueTexts = typeof texts
