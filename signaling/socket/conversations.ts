/** The conversation with each person's page: goes on while a line is replaced, and waits a while where there is none. */
import type { MakeId } from '../clock.ts'
import { keyOf, type Person } from '../consultation/person.ts'
import { createConversation, keptMs, type Conversation } from '../protocol/conversation.ts'
import type { ClientMessageOf, ServerMessage } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Timers } from './timers.ts'

export type PageConversation = Conversation<ServerMessage>

interface Kept {
  readonly id: Id
  readonly page: Id
  readonly conversation: PageConversation
  lostAt: number | null
}

export type Entered = ReturnType<Conversations['enter']>
export type Conversations = ReturnType<typeof createConversations>

export function createConversations(makeId: MakeId, timers: Timers) {
  const all = new Map<string, Kept>()

  function canResume(kept: Kept, page: Id, resume: ClientMessageOf<'hello'>['resume']): boolean {
    if (resume === undefined || kept.page !== page || kept.id !== resume.conversation) return false
    return kept.conversation.acknowledge(resume.heard) && kept.conversation.canResume()
  }

  return {
    /** A page leads for its person: the one conversation that counts is with it. */
    enter(person: Person, page: Id, resume: ClientMessageOf<'hello'>['resume']) {
      const kept = all.get(keyOf(person))
      if (kept !== undefined && canResume(kept, page, resume)) {
        kept.lostAt = null
        return { id: kept.id, conversation: kept.conversation, resumed: true }
      }
      const conversation = createConversation<ServerMessage>(() => timers.monotonic())
      const fresh: Kept = { id: makeId(), page, conversation, lostAt: null }
      all.set(keyOf(person), fresh)
      return { id: fresh.id, conversation, resumed: false }
    },

    /** The person has no line now; the page may come back with another. */
    lose(person: Person): void {
      const kept = all.get(keyOf(person))
      if (kept !== undefined) kept.lostAt = timers.monotonic()
    },

    /** To be said when the page is back. */
    keep(person: Person, message: ServerMessage): void {
      all.get(keyOf(person))?.conversation.say(message)
    },

    /** Forgets those that nobody came back for. */
    sweep(now: number): void {
      for (const [key, { lostAt }] of all) {
        if (lostAt !== null && now - lostAt > 2 * keptMs) all.delete(key)
      }
    },
  }
}
