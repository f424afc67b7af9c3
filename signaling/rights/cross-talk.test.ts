/**
 * Two calls at once: nothing that the people of one say reaches the other, by whatever ids, and nothing of one is told in the
 * other. The table is made of the protocol's own schemas: a message or a field that is not known here fails.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { candidate } from '../consultation/specimens.ts'
import { parseClientMessage } from '../protocol/parse.ts'
import { clientMessages, serverMessages, type ClientMessage } from '../protocol/messages.ts'
import type { TestPage } from '../socket/test-house.ts'
import { heardBy, openTwoCalls, type Ids, type TwoCalls } from './two-calls.ts'

type Type = ClientMessage['type']

/** They name nothing: they are about the sender's own consultation, whichever that is. `hello` has tests of its own. */
const aboutOneself: readonly Type[] = ['hello', 'ping', 'readiness']

/** What a message may carry beside ids. */
const others: Readonly<Record<string, readonly unknown[]>> = {
  attempt: [1],
  signal: [candidate],
  with: ['worker', 'physician', 'guest'],
}

const closers: (() => void | Promise<void>)[] = []
let world: TwoCalls

beforeAll(async () => {
  world = await openTwoCalls((close) => closers.unshift(close))
})
afterAll(async () => {
  for (const close of closers) await close()
})

test.each(Object.entries(clientMessages))(
  '%s is about oneself, or names whose it is by fields that are known here',
  (type, schema) => {
    const fields = Object.keys(schema.properties).filter((field) => field !== 'type')
    if (aboutOneself.includes(type as Type)) {
      return expect(fields.filter((field) => Object.hasOwn(world.one.ids, field))).toEqual([])
    }
    expect(fields).toContain('appointmentId')
    const known = [...Object.keys(world.one.ids), ...Object.keys(others)]
    expect(fields.filter((field) => !known.includes(field))).toEqual([])
  },
)

/** The message in every form: with these ids, and one for each value that its other fields may have. */
function specimens(type: Type, ids: Ids): ClientMessage[] {
  const fields = Object.keys(clientMessages[type].properties).filter((field) => field !== 'type')
  const forms = fields.reduce<object[]>(
    (all, field) => {
      const values = others[field] ?? [ids[field as keyof Ids]]
      return all.flatMap((each) => values.map((value) => ({ ...each, [field]: value })))
    },
    [{ type }],
  )
  return forms.map((form) => {
    const message = parseClientMessage(JSON.stringify(form))
    if (message === null) throw new Error(`no ${type}: ${JSON.stringify(form)}`)
    return message
  })
}

/** Everyone who has no business in the first call. */
function strangers({ one, two }: TwoCalls): Record<string, TestPage> {
  return {
    'the other worker': two.pages.worker,
    'the other physician': two.pages.physician,
    'the other guest': two.pages.guest,
    'the same physician’s next worker': one.next,
  }
}

/** All that `by` may hold of the first call, beside what is its own. */
function mixtures({ one, two }: TwoCalls, by: TestPage): Ids[] {
  const ownId = by === one.next ? one.nextId : two.ids.appointmentId
  return [
    one.ids,
    { ...two.ids, appointmentId: one.ids.appointmentId },
    { ...one.ids, appointmentId: ownId },
  ]
}

describe.each(Object.keys(clientMessages).filter((type) => !isAboutOneself(type)) as Type[])(
  '%s',
  (type) => {
    test('of a stranger reaches nobody in the call, whatever ids it names', async () => {
      const { one } = world
      const pages = Object.values(one.pages)
      const before = heardBy(pages)
      for (const by of Object.values(strangers(world))) {
        for (const ids of mixtures(world, by)) {
          for (const message of specimens(type, ids)) by.say(message)
        }
        await by.settled()
      }
      await one.settled()
      expect(heardBy(pages)).toEqual(before)
    })
  },
)

function isAboutOneself(type: string): boolean {
  return aboutOneself.includes(type as Type)
}

test('a readiness is told to one’s own physician alone', async () => {
  const { one, two } = world
  const before = heardBy(Object.values(one.pages))
  for (const by of [two.pages.worker, two.pages.physician, two.pages.guest]) {
    by.say({ type: 'readiness', readiness: 'blocked', visible: false })
    await by.settled()
  }
  await one.settled()
  expect(heardBy(Object.values(one.pages))).toEqual(before)
})

test('a stranger’s hello that claims the call, its pages and its conversations gets none of them', async () => {
  const { one, two, upgrade } = world
  const entrances = [
    ['/ws/worker', two.cookies.worker],
    ['/ws/desk', two.cookies.physician],
    ['/ws/guest', two.cookies.guest],
    ['/ws/worker', one.cookies.next],
  ] as const
  const { appointmentId, callId } = one.ids
  const heard = () => heardBy(Object.values(one.pages), one.nextId)
  const before = heard()
  for (const [path, cookie] of entrances) {
    for (const owner of Object.values(one.pages)) {
      const page = await upgrade(path, cookie)
      const welcome = await page.hello({
        page: owner.id,
        takeOver: true,
        held: { appointmentId, callId, attempt: 1, ...proofOf(owner) },
        resume: { conversation: conversationOf(owner), heard: 0 },
      })
      expect(welcome.resumed).toBe(false)
      await page.settled()
      expect(told(page, one.ids)).toEqual([])
    }
  }
  await one.settled()
  expect(heard()).toEqual(before)
})

test('what follows from a whole call is told in it alone, in every kind of message', async () => {
  const own = await openTwoCalls()
  const { one, two } = own
  const outside = [...Object.values(two.pages), two.next]
  const before = heardBy(outside)
  const inside = [...Object.values(one.pages), one.next, ...(await liveThrough(own))]
  await Promise.all(outside.map((page) => page.settled()))
  expect(heardBy(outside)).toEqual(before)
  for (const page of outside) expect(told(page, one.ids)).toEqual([])
  const kinds = new Set(inside.flatMap(({ received }) => received.map(({ type }) => type)))
  expect([...kinds].toSorted()).toEqual(Object.keys(serverMessages).toSorted())
})

/** Everything that may happen in the first call, and the beginning of the next. Returns the page that was asked to wait. */
async function liveThrough({ one, upgrade, app, origin }: TwoCalls): Promise<TestPage[]> {
  const { worker, physician, guest } = one.pages
  const { appointmentId, callId, guestId, admissionId } = one.ids
  const seat = { appointmentId, admissionId, attempt: 1, signal: candidate }
  const elsewhere = await upgrade('/ws/worker', one.cookies.worker)
  elsewhere.say({ type: 'hello', version: 1, page: elsewhere.id, takeOver: false, held: null })
  await elsewhere.next('elsewhere')
  worker.say({ type: 'signal', appointmentId, callId, attempt: 1, signal: candidate })
  worker.say({ type: 'guest-signal', ...seat, with: 'guest' })
  guest.say({ type: 'guest-signal', ...seat, with: 'physician' })
  worker.say({ type: 'ice-servers', appointmentId, callId })
  worker.say({ type: 'ring', appointmentId })
  worker.say({ type: 'object-to-guest', appointmentId, guestId })
  await worker.settled()
  physician.say({ type: 'remove-guest', appointmentId, guestId })
  worker.say({ type: 'renew', appointmentId, callId, attempt: 1 })
  one.next.say({ type: 'readiness', readiness: 'ready', visible: true })
  await worker.settled()
  await physician.settled()
  await app.inject({
    method: 'POST',
    url: `/api/appointments/${appointmentId}/outcome`,
    headers: { cookie: one.cookies.physician, origin },
    payload: { outcome: 'done-by-video' },
  })
  await one.next.next('standby-opened')
  one.next.say({ type: 'readiness', readiness: 'blocked', visible: true })
  await one.next.settled()
  await physician.settled()
  return [elsewhere]
}

/** Which of these ids stand in what this page was told. */
function told({ received }: TestPage, ids: Ids): string[] {
  const all = JSON.stringify(received)
  return Object.values(ids).filter((id) => all.includes(`"${id}"`))
}

function conversationOf({ received }: TestPage): string {
  return (
    received.flatMap((each) => (each.type === 'welcome' ? [each.conversation] : [])).at(-1) ?? ''
  )
}

function proofOf({ received }: TestPage): { proof?: string } {
  const proof = received.flatMap((each) => (each.type === 'call-proof' ? [each.proof] : [])).at(-1)
  return proof === undefined ? {} : { proof }
}
