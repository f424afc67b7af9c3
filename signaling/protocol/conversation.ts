/**
 * What two ends say to each other over as many sockets as it takes: each message is numbered, kept until the other end says
 * that it heard it, and said again on the next socket if it did not. So nothing is lost with a socket and nothing is heard
 * twice. Both the page and the server hold one of these; where one of them cannot go on, both start afresh.
 *
 * A socket keeps order and loses only its tail, so that a number says all: what is not above the last one heard is a
 * repetition, and "heard 7" means 1 to 7.
 */
import type { Numbers } from './messages.ts'

/** More than is kept was said into the void: the conversation cannot be resumed. */
export const keptMessages = 128
/** JavaScript's characters, which is bytes for all but names; thirty offers of an ICE restart. */
export const keptCharacters = 256 * 1024
/** What nobody heard for a minute is not meant any more: a ring must not sound long after its click. */
export const keptMs = 60_000
/** So many messages may come before they are acknowledged by a word of one's own: a quarter of what the other end keeps. */
const acknowledgeEvery = 32

/** What is about the socket itself, or true for a moment only, is said once and has no number. */
const saidOnce: readonly string[] = ['hello', 'ping', 'welcome', 'pong', 'elsewhere', 'call-proof']

export function isNumbered(type: string): boolean {
  return !saidOnce.includes(type)
}

interface Said<Message> {
  readonly n: number
  readonly message: Message
  readonly characters: number
  readonly at: number
}

export interface Conversation<Message> {
  /** Numbers a message and keeps it. */
  say(message: Message): Message & Numbers
  /** What the other end has not acknowledged, in order, with the numbers it had. */
  replay(): (Message & Numbers)[]
  /** The same without its numbers: for an end that starts afresh. */
  unheard(): Message[]
  /** Takes note of a number that came; false for one that came before, and for one whose predecessor is still to come. */
  hear(n: number): boolean
  /** The other end heard so far; false if that much was never said. */
  acknowledge(heard: number): boolean
  /** Whether all that is unheard is still here and young enough to be said again. */
  canResume(): boolean
  /** The last number that was heard: to be said along with every frame. */
  readonly heard: number
  /** Whether it is time to acknowledge, having nothing else to say; asking counts as doing it. */
  owesWord(): boolean
}

/** `now` in milliseconds, of any start. */
export function createConversation<Message extends object>(
  now: () => number,
): Conversation<Message> {
  let unheard: Said<Message>[] = []
  let lastSaid = 0
  let lastHeard = 0
  let acknowledged = 0
  let isWhole = true

  const frame = ({ n, message }: Said<Message>) => ({ ...message, n, heard: lastHeard })

  function keep(said: Said<Message>): void {
    if (!isWhole) return
    unheard.push(said)
    const characters = unheard.reduce((sum, each) => sum + each.characters, 0)
    if (unheard.length <= keptMessages && characters <= keptCharacters) return
    isWhole = false
    unheard = []
  }

  return {
    say(message) {
      lastSaid += 1
      const { length } = JSON.stringify(message)
      const said = { n: lastSaid, message, characters: length, at: now() }
      keep(said)
      acknowledged = lastHeard
      return frame(said)
    },
    replay: () => unheard.map(frame),
    unheard: () => unheard.map(({ message }) => message),
    hear(n) {
      if (n !== lastHeard + 1) return false
      lastHeard = n
      return true
    },
    acknowledge(heard) {
      if (heard > lastSaid) return false
      unheard = unheard.filter(({ n }) => n > heard)
      return true
    },
    canResume() {
      const [oldest] = unheard
      return isWhole && (oldest === undefined || now() - oldest.at <= keptMs)
    },
    get heard() {
      return lastHeard
    },
    owesWord() {
      if (lastHeard - acknowledged < acknowledgeEvery) return false
      acknowledged = lastHeard
      return true
    },
  }
}
