/** Two ends, the sockets between them, and whatever can happen to those. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  createConversation,
  keptCharacters,
  keptMessages,
  keptMs,
  type Conversation,
} from './conversation.ts'
import type { Numbers } from './messages.ts'

interface Word {
  readonly word: number
}

const now = () => 0

describe('a conversation', () => {
  test('numbers what is said from 1, and tells along how far it heard', () => {
    const page = createConversation<Word>(now)
    expect(page.say({ word: 5 })).toEqual({ word: 5, n: 1, heard: 0 })
    page.hear(1)
    expect(page.say({ word: 6 })).toEqual({ word: 6, n: 2, heard: 1 })
  })

  test('repeats what was not acknowledged, and hears a repetition once', () => {
    const page = createConversation<Word>(now)
    for (const word of [1, 2, 3]) page.say({ word })
    page.acknowledge(1)
    expect(page.replay()).toMatchObject([{ n: 2 }, { n: 3 }])
    expect([page.hear(1), page.hear(1), page.hear(2), page.hear(1)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('knows an acknowledgement of what was never said, and drops nothing for it', () => {
    const page = createConversation<Word>(now)
    page.say({ word: 1 })
    expect(page.acknowledge(2)).toBe(false)
    expect(page.unheard()).toEqual([{ word: 1 }])
    expect(page.acknowledge(1)).toBe(true)
    expect(page.unheard()).toEqual([])
  })

  test('owes a word after 32 messages, once', () => {
    const page = createConversation<Word>(now)
    const owed = Array.from({ length: 40 }, (_, index) => page.hear(index + 1) && page.owesWord())
    expect(owed.filter(Boolean)).toHaveLength(1)
    expect(owed[31]).toBe(true)
  })

  test.each([
    ['more messages', keptMessages + 1, 1],
    ['more characters', 5, keptCharacters / 4],
  ])('that has said %s than are kept cannot be resumed', (_, count, length) => {
    const page = createConversation<{ text: string }>(now)
    for (let said = 0; said < count; said++) page.say({ text: 'x'.repeat(length) })
    expect(page.canResume()).toBe(false)
    expect(page.replay()).toEqual([])
  })

  test('cannot be resumed once something unheard is older than a minute', () => {
    let at = 0
    const page = createConversation<Word>(() => at)
    page.say({ word: 1 })
    at = keptMs
    expect(page.canResume()).toBe(true)
    at = keptMs + 1
    expect(page.canResume()).toBe(false)
    page.acknowledge(1)
    expect(page.canResume()).toBe(true)
  })
})

/** One end with its present socket's two queues: what it sent there, and what has arrived for it. */
interface End {
  conversation: Conversation<Word>
  /** By number: what was said in the present conversation, and what was heard. */
  said: number[]
  heard: number[]
}

const newEnd = (): End => ({ conversation: createConversation<Word>(now), said: [], heard: [] })

/**
 * Two ends and a socket between them, by hand. A socket keeps order and may lose its tail at any moment, in both directions;
 * an older one may deliver late, as a proxy does.
 */
function createTalk() {
  let page = newEnd()
  let server = newEnd()
  let toServer: (Word & Numbers)[] = []
  let toPage: (Word & Numbers)[] = []
  let late: { readonly to: 'page' | 'server'; readonly frame: Word & Numbers }[] = []
  let words = 0

  function receive(end: End, { word, n = 0, heard = 0 }: Word & Numbers): void {
    expect(end.conversation.acknowledge(heard)).toBe(true)
    if (end.conversation.hear(n)) end.heard.push(word)
  }

  function check(): void {
    expect(server.heard).toEqual(page.said.slice(0, server.heard.length))
    expect(page.heard).toEqual(server.said.slice(0, page.heard.length))
  }

  const talk = {
    say(by: 'page' | 'server') {
      const end = by === 'page' ? page : server
      words += 1
      end.said.push(words)
      const frame = end.conversation.say({ word: words })
      if (by === 'page') toServer.push(frame)
      else toPage.push(frame)
    },
    deliver(to: 'page' | 'server') {
      const frame = (to === 'page' ? toPage : toServer).shift()
      if (frame !== undefined) receive(to === 'page' ? page : server, frame)
    },
    /** A frame of an older socket, which a proxy held back. */
    deliverLate(index: number) {
      const held = late[index % Math.max(1, late.length)]
      if (held !== undefined) receive(held.to === 'page' ? page : server, held.frame)
    },
    /** A new socket: hello with how far the page heard, the missed, the welcome, the rest. */
    reconnect() {
      late.push(...toServer.map((frame) => ({ to: 'server', frame }) as const))
      toServer = []
      toPage = []
      const resumes =
        page.conversation.canResume() &&
        server.conversation.acknowledge(page.conversation.heard) &&
        server.conversation.canResume()
      if (!resumes) return talk.startAfresh()
      for (const frame of server.conversation.replay()) receive(page, frame)
      page.conversation.acknowledge(server.conversation.heard)
      toServer = page.conversation.replay()
    },
    /** The server was restarted, or one end kept too little. Frames of before belong to sockets that are closed. */
    startAfresh() {
      check()
      page = newEnd()
      server = newEnd()
      toServer = []
      toPage = []
      late = []
    },
    check,
    settle() {
      talk.reconnect()
      while (toServer.length > 0) talk.deliver('server')
      while (toPage.length > 0) talk.deliver('page')
    },
    expectAllHeard() {
      expect(server.heard).toEqual(page.said)
      expect(page.heard).toEqual(server.said)
    },
  }
  return talk
}

const end = fc.constantFrom('page' as const, 'server' as const)
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('say' as const), end }) },
  { weight: 6, arbitrary: fc.record({ what: fc.constant('deliver' as const), end }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('reconnect' as const) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('late' as const), index: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const) }) },
)

test('whatever sockets do, everything is heard once and in order, and in the end all of it', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 150 }), (acts) => {
      const talk = createTalk()
      for (const each of acts) {
        if (each.what === 'say') talk.say(each.end)
        if (each.what === 'deliver') talk.deliver(each.end)
        if (each.what === 'reconnect') talk.reconnect()
        if (each.what === 'late') talk.deliverLate(each.index)
        if (each.what === 'restart') talk.startAfresh()
        talk.check()
      }
      talk.settle()
      talk.expectAllHeard()
    }),
    { numRuns: 1000 },
  )
})
