/** A worker's mail: what each says is told by its own words, and the first with a new link is why they take part. */
import { fromInstant } from '../../signaling/clock.ts'
import { outreachTexts } from '../../signaling/outreach/texts.ts'
import type { Mail } from '../../signaling/protocol/mailbox.ts'
import { MyAppointment } from '../../signaling/protocol/my-appointment.ts'
import type { Browser } from './browser.ts'
import type { Person } from './people.ts'
import type { Sight, Tally } from './tally.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface Inbox {
  read(mail: Mail): Promise<void>
}

export interface InboxOptions {
  readonly person: Person
  readonly browser: Browser
  readonly time: VirtualTime
  readonly tally: Tally
  readonly attend: (token: string, startsAt: number) => void
}

export function openInbox({ person, browser, time, tally, attend }: InboxOptions): Inbox {
  /** When the appointment of each link begins. */
  const known = new Map<string, number>()
  const texts = outreachTexts[person.language]

  function whatItIs(text: string): Sight | null {
    // A mail is folded into lines: the first words are enough.
    if (flat(text).includes(flat(texts['reminder.intro']))) return 'reminded'
    return flat(text).includes(flat(texts['invitation.intro'])) ? 'invited' : null
  }

  return {
    async read({ text }) {
      const [, token] = /\/worker\/\S*#(\S+)/.exec(text) ?? []
      const what = whatItIs(text)
      if (token === undefined || what === null) return
      let startsAt = known.get(token)
      if (startsAt === undefined) {
        const mine = await browser.post('/api/call-link/look', { token }, MyAppointment)
        startsAt = fromInstant(mine.startsAt)
        known.set(token, startsAt)
        attend(token, startsAt)
      }
      tally.note({ what, subject: person.personnelNumber, at: time.clock.now(), startsAt })
    },
  }
}

const flat = (text: string) => text.replaceAll(/\s+/g, ' ')
