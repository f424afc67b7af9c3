/** Who takes part, and what each of them is going to do: all of it drawn before the day begins. */
import type { CalendarDate, Locale } from '../../signaling/protocol/primitives.ts'
import type { Moments } from '../../signaling/protocol/requests.ts'
import { createRandom, type Random } from './random.ts'

/** Shares of the workers, 0 to 1. */
export interface Rates {
  /** Let the service know that they cannot come. */
  readonly cancel: number
  /** Choose a visit in person, before the day or when it rings. */
  readonly inPerson: number
  /** Stay away without a word. */
  readonly noShow: number
  /** Come, and no connection stands. */
  readonly failure: number
  /** Are asked by the physician to come in person. */
  readonly examined: number
  /** Of those who are offered a freed slot: take it. */
  readonly accept: number
  /** Say on their page that they come. */
  readonly confirm: number
  /** Look on their page for another time, and take one where there is any. */
  readonly move: number
  /** Say that they would come earlier. */
  readonly earlier: number
  /** Ask for a talk of their own accord: with the link of their mail, or on the public page. */
  readonly ask: number
}

/** Assumptions, no statistics: `npm run simulate -- --help` names the option for each. */
export const usualRates: Rates = {
  cancel: 0.08,
  inPerson: 0.04,
  noShow: 0.06,
  failure: 0.03,
  examined: 0.04,
  accept: 0.5,
  confirm: 0.4,
  move: 0.05,
  earlier: 0.1,
  ask: 0.04,
}

const minute = 60_000
const hour = 60 * minute

export type Intent =
  | { readonly kind: 'comes' }
  | { readonly kind: 'stays-away' }
  /** So long before the beginning. */
  | { readonly kind: 'cancels'; readonly beforeMs: number }
  /** By the link in the mail, so long before; or when it rings. */
  | { readonly kind: 'prefers-in-person'; readonly beforeMs: number | 'at-the-ring' }

/** What they do on their page before the day, whatever they do later. */
export type Reply =
  | { readonly kind: 'none' }
  /** So long after they read the invitation. */
  | { readonly kind: 'confirms'; readonly afterMs: number }
  /** From so long before the beginning; which of the times that suit, 0 up to 1. */
  | { readonly kind: 'moves'; readonly beforeMs: number; readonly which: number }

export interface Asking {
  /** So long before ten o'clock of the pilot day. */
  readonly beforeMs: number
  readonly moments: Moments
  readonly tellEmployer: boolean
}

export interface Person {
  readonly personnelNumber: string
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: CalendarDate
  readonly email: string
  /** Nobody else has it. */
  readonly phone: string
  readonly language: Locale
  readonly intent: Intent
  /** How long before the beginning they open their page. */
  readonly earlyMs: number
  /** From the ring to the press on Answer. */
  readonly answerMs: number
  /** What the talk takes. */
  readonly talkMs: number
  readonly connects: boolean
  readonly ends: 'done-by-video' | 'needs-in-person'
  /** What they say to an offer, and how long after it came. */
  readonly takesOffer: boolean
  readonly decidesMs: number
  readonly reply: Reply
  readonly wantsEarlier: boolean
  /** Null: they ask for nothing. */
  readonly asking: Asking | null
}

const names: readonly (readonly [Locale, readonly string[], readonly string[]])[] = [
  ['nl', ['Anna', 'Jan', 'Noor', 'Wout'], ['Peeters', 'D’Hondt', 'Van den Broeck', 'Yılmaz']],
  ['fr', ['Élodie', 'Youssef', 'Chloé', 'Luc'], ['Lambert', 'El Amrani', 'Gérard', 'O’Brien']],
  ['nl', ['Emma', 'Pieter', 'Lotte', 'Bram'], ['Claes', 'Wouters', 'Öztürk', 'De Smet']],
  ['fr', ['Manon', 'Karim', 'Zoé', 'Thomas'], ['Dubois', 'Leroy', 'Ndiaye', 'Lefèvre']],
  ['de', ['Jürgen', 'Käthe', 'Lukas', 'Miriam'], ['Müller', 'Schröder', 'Weiß', 'Kaya']],
]

/** The same person is the same on the same seed, whoever else is there. */
export function createPerson(seed: number, number: number, rates: Rates): Person {
  const random = createRandom(seed, `worker ${number}`)
  const [language, firstNames, lastNames] = names[number % names.length] ?? names[0]!
  const pick = (list: readonly string[]) => list[random.whole(0, list.length - 1)] ?? ''
  return {
    personnelNumber: `M${String(number).padStart(5, '0')}`,
    firstName: pick(firstNames),
    lastName: pick(lastNames),
    birthDate: `${random.whole(1962, 2004)}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`,
    email: `m${number}@meridiaan.example`,
    phone: `+3247${String(number).padStart(7, '0')}`,
    language,
    intent: drawIntent(random, rates),
    earlyMs: random.between(1 * minute, 12 * minute),
    answerMs: random.between(2_000, 12_000),
    talkMs: Math.min(25 * minute, random.around(7 * minute, 0.3)),
    connects: !random.chance(rates.failure),
    ends: random.chance(rates.examined) ? 'needs-in-person' : 'done-by-video',
    takesOffer: random.chance(rates.accept),
    decidesMs: random.between(0.5 * minute, 8 * minute),
    reply: drawReply(random, rates),
    wantsEarlier: random.chance(rates.earlier),
    asking: drawAsking(random, rates),
  }
}

function drawIntent(random: Random, rates: Rates): Intent {
  // Drawn whatever comes of it, so that other rates leave the later draws as they are.
  const [drawn, byLink, beforeMs] = [random.next(), random.next(), drawNotice(random)]
  const { noShow, cancel, inPerson } = rates
  if (drawn < noShow) return { kind: 'stays-away' }
  if (drawn < noShow + cancel) return { kind: 'cancels', beforeMs }
  if (drawn < noShow + cancel + inPerson)
    return { kind: 'prefers-in-person', beforeMs: byLink < 0.25 ? 'at-the-ring' : beforeMs }
  return { kind: 'comes' }
}

function drawReply(random: Random, { confirm, move }: Rates): Reply {
  const [drawn, afterMs, which] = [
    random.next(),
    random.between(0.2 * hour, 48 * hour),
    random.next(),
  ]
  const beforeMs = random.between(30 * hour, 96 * hour)
  if (drawn < move) return { kind: 'moves', beforeMs, which }
  return drawn < move + confirm ? { kind: 'confirms', afterMs } : { kind: 'none' }
}

function drawAsking(random: Random, { ask }: Rates): Asking | null {
  const asks = random.chance(ask)
  const beforeMs = random.between(18 * hour, 9 * 24 * hour)
  const part = ([null, 'morning', 'afternoon'] as const)[random.whole(0, 2)] ?? null
  const moments = { weekdays: [], parts: part === null ? [] : [part] }
  const tellEmployer = random.chance(0.5)
  return asks ? { beforeMs, moments, tellEmployer } : null
}

/** Half of them on the day itself, from half an hour before; the others in the days before. */
function drawNotice(random: Random): number {
  return random.chance(0.5)
    ? random.between(0.5 * hour, 4 * hour)
    : random.between(12 * hour, 72 * hour)
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
