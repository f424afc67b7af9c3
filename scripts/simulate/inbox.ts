/** A worker's mail: what each says is told by its own words. The first about an appointment is why they take part in it. */
import { fromInstant } from '../../signaling/clock.ts'
import type { OutreachTexts } from '../../client/i18n/outreach/en.ts'
import { outreachTexts } from '../../signaling/outreach/texts.ts'
import type { Mail } from '../../signaling/protocol/mailbox.ts'
import { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import { MyOffer } from '../../signaling/protocol/offers.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import type { Browser } from './browser.ts'
import type { Person } from './people.ts'
import type { Sight, Tally } from './tally.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface Inbox {
  /** Resolves when the worker has done what the mail asks for, but for coming. */
  read(mail: Mail): Promise<void>
  /** Of the first link that came; null before. */
  readonly token: string | null
  /** They asked for a talk: what comes next is what they wanted. */
  expectAnswer(): void
}

/** An appointment, as the mails tell of it: a later one may have moved it. */
export interface Link {
  readonly token: string
  readonly appointmentId: Id
  readonly startsAt: number
  /** They wanted it, or took the slot a moment ago: nobody then changes their mind. */
  readonly isChosen: boolean
  /** Resolves when a mail tells of another time. */
  moved(): Promise<void>
}

export interface InboxOptions {
  readonly person: Person
  readonly browser: Browser
  readonly time: VirtualTime
  readonly tally: Tally
  readonly attend: (link: Link) => void
}

/** By which words each is known. */
const words = [
  ['invited', 'invitation.intro'],
  ['reminded', 'reminder.intro'],
  ['told-late', 'delay.told-again'],
  ['called-in', 'call-in.body'],
] as const satisfies readonly (readonly [Sight, keyof OutreachTexts])[]

export function openInbox({ person, browser, time, tally, attend }: InboxOptions): Inbox {
  const known = new Map<Id, KnownLink>()
  const texts = outreachTexts[person.language]
  let hasChosen = false

  /** A mail is folded into lines. */
  const says = (text: string, words: string) => flat(text).includes(flat(words))

  function whatItIs(text: string): Sight | null {
    const found = words.find(([, key]) => says(text, texts[key]))
    return found?.[0] ?? null
  }

  async function readOfAppointment(text: string, token: string): Promise<void> {
    const what = whatItIs(text)
    const mine = await browser.post('/api/call-link/look', { token }, MyAppointment)
    const startsAt = fromInstant(mine.startsAt)
    const subject = subjectOf(token)
    if (what !== null) tally.note({ what, subject, at: time.clock.now(), startsAt })
    const before = known.get(subject)
    if (before !== undefined) return before.moveTo({ token, startsAt, isChosen: hasChosen })
    const link = createLink({ token, appointmentId: subject, startsAt, isChosen: hasChosen })
    known.set(subject, link)
    attend(link)
  }

  async function readOffer(token: string): Promise<void> {
    const { startsAt } = await browser.post('/api/offer-link/look', { token }, MyOffer)
    const seen = { subject: subjectOf(token), startsAt: fromInstant(startsAt) }
    tally.note({ what: 'offered', at: time.clock.now(), ...seen })
    await time.sleep(person.decidesMs)
    if (!person.takesOffer) return
    const { state } = await browser.post('/api/offer-link/accept', { token }, MyOffer)
    if (state !== 'accepted') return
    hasChosen = true
    tally.note({ what: 'accepted', at: time.clock.now(), ...seen })
  }

  return {
    get token() {
      return [...known.values()][0]?.token ?? null
    },
    expectAnswer: () => void (hasChosen = true),
    async read({ text }) {
      const [, offer] = /\/ask\/\S*#offer=(\S+)/.exec(text) ?? []
      const [, token] = /\/worker\/\S*#(\S+)/.exec(text) ?? []
      if (offer !== undefined) await readOffer(offer)
      else if (token !== undefined) await readOfAppointment(text, token)
    },
  }
}

interface KnownLink extends Link {
  /** An older link ends with the time for which it was made. */
  moveTo(next: Pick<Link, 'token' | 'startsAt' | 'isChosen'>): void
}

function createLink(first: Omit<Link, 'moved'>): KnownLink {
  let now: Pick<Link, 'token' | 'startsAt' | 'isChosen'> = first
  let waiting: (() => void)[] = []
  return {
    appointmentId: first.appointmentId,
    get token() {
      return now.token
    },
    get startsAt() {
      return now.startsAt
    },
    get isChosen() {
      return now.isChosen
    },
    moved: () => new Promise((resolve) => void waiting.push(resolve)),
    moveTo(next) {
      if (next.startsAt === now.startsAt) return
      now = next
      const told = waiting
      waiting = []
      for (const resolve of told) resolve()
    },
  }
}

/** What a link is about stands in its token for everyone to read (RFC 7519, 4.1.2). */
function subjectOf(token: string): Id {
  const claims: unknown = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'),
  )
  if (typeof claims === 'object' && claims !== null && 'sub' in claims) return String(claims.sub)
  throw new Error('a link about nothing')
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
