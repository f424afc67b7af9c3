/**
 * Who may see what: the one place that says it. A datum is of one kind (`fields.ts`), a kind has its readers here, and a test
 * walks every field of every reply and of every message. Not being listed is being refused.
 *
 * Sources: Code on Well-being at Work, art. I.4-37 (the employer is told of no spontaneous consultation) and I.4-83 and after
 * (health file); GDPR, art. 5.1.c (nobody reads what their work does not need).
 */
export const roles = [
  'anyone', // nobody knows who asks
  'link', // holds a link that was mailed to someone, and perhaps forwarded
  'worker', // of this one appointment
  'guest', // who sits in the third seat of this one appointment
  'physician', // whose session it is
  'planner',
  'api-key', // the service's own planning program
  'employer', // a contact of the company that made its workers come
  'evaluator', // of the pilot: counts, and nobody's
] as const
export type Role = (typeof roles)[number]

const everyone = roles
const office = ['planner', 'api-key'] as const
const staff = ['physician', ...office] as const
const insiders = ['link', 'worker', 'guest', ...staff] as const
const theTwo = ['worker', 'physician'] as const
const all = ['worker', 'guest', 'physician'] as const

/** The kinds of data that leave the server, and who may be sent each. */
export const readers = {
  /** How the service is called and reached, its zone, its clock, what is allowed there. */
  'service': everyone,
  /** Whether the server does its work, in one word: a program that watches it has no login. */
  'health': everyone,
  /** When, where, and with which physician. To the employer it is "a medical appointment": working time, and a room. */
  'slot': [...insiders, 'employer'],
  /** The employer lets its workers go to a mandatory examination, and lends the room. */
  'worker-name': [...staff, 'employer'],
  'worker-details': staff,
  /** The physician telephones when the picture fails. */
  'worker-contact': staff,
  /** To the worker it is their own; a forwarded link does not tell it. */
  'worker-needs': ['worker', ...staff],
  /** By video or in person, confirmed or not: nobody has to give the employer a reason. */
  'worker-choice': ['link', 'worker', ...staff],
  /** Which ways for calls behind firewalls fail, and why: whoever hears of a failed call should know. */
  'relay': office,
  /** To whom they agreed; to a planner it is the modality that matters. */
  'consents': ['worker', 'physician'],
  /**
   * How the worker proved who they are, and what of it matched. What itsme said, its ID token, is no field of this: the worker's
   * page itself shows it to the physician's browser, over their own connection.
   */
  'identity': theTwo,
  /**
   * Where the worker's own browser finds itsme, what itsme signed of them, and by which name they are greeted then; the end of the
   * number to which a code went.
   */
  'own-identification': ['worker'],
  'worker-language': ['link', 'worker', ...staff],
  'exam-type': staff,
  /** Whether it took place, and how the appointment stands. */
  'outcome': staff,
  /** That someone asked for a consultation of their own accord, when it suits them, and until when it must be. */
  'request': office,
  /** The last day of the term, told to whoever has just asked. */
  'own-request': ['anyone', 'link', ...office],
  /** An offered slot that takes the place of the holder's own. */
  'own-offer': ['link', 'worker'],
  /** Who is being asked for a slot that became free. */
  'refill': staff,
  /** Posts, examinations that are due, rules, rosters, what is sent to whom: the planner's own work. */
  'planning': office,
  'mail-copy': ['planner'],
  /** The name in a link for signing in, and one's own account. */
  'own-account': ['link', ...staff, 'employer', 'evaluator'],
  /** What an authenticator is asked to sign, and for whom it makes a passkey. */
  'challenge': ['anyone', 'link', 'physician', 'planner', 'employer', 'evaluator'],
  'staff': ['planner'],
  /** Who of an employer has an account. */
  'contact': ['planner'],
  /** The employer's own name, and whether its rooms are fit: what it told the service itself. */
  'employer-own': ['employer', ...office],
  /** Counts of no small group. */
  'figures': ['evaluator'],
  /** A link that is shown once to whoever made it. */
  'new-link': staff,
  /** The link to one's own appointment, in answer to an accepted offer. */
  'own-link': ['link'],
  /** Names one thing among others, and says nothing of it. */
  'reference': [...insiders, 'employer'],
  /** Who sits in the third seat; the guest's own link says it to them. */
  'guest': ['link', ...all],
  /** Who is where, who rings whom, and how it ended. */
  'presence': theTwo,
  /** What two browsers need to find each other. */
  'connection': all,
  /** Who the identity provider is, for the browser that checks what it signed. */
  'provider': ['physician'],
  /** With which the identity provider signs, and we towards it: the public halves. */
  'public-keys': ['anyone', 'physician'],
  /** How a conversation between page and server goes on. */
  'conversation': all,
} as const satisfies Record<string, readonly Role[]>
export type DataKind = keyof typeof readers

export function mayRead(role: Role, kind: DataKind): boolean {
  const allowed: readonly Role[] = readers[kind]
  return allowed.includes(role)
}
