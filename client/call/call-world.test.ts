import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFakeWorld, sides, type FakeWorld } from './fake-world.ts'

type Deed = readonly [name: string, act: (world: FakeWorld) => void]

const side = fc.constantFrom(...sides)
const part = fc.constantFrom('worker', 'physician', 'server', 'udp')

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .integer({ min: 1, max: 80 })
      .map((tenths): Deed => [`${tenths * 100} ms pass`, (world) => world.pass(tenths * 100)]),
  },
  {
    weight: 3,
    arbitrary: part.map((name): Deed => [`${name} goes`, ({ up }) => (up[name] = false)]),
  },
  {
    weight: 4,
    arbitrary: part.map((name): Deed => [`${name} returns`, ({ up }) => (up[name] = true)]),
  },
  { weight: 2, arbitrary: fc.constant<Deed>(['the worker presses', (world) => world.press()]) },
  {
    weight: 1,
    arbitrary: side.map((who): Deed => [
      `${who} hangs up`,
      ({ pages }) => pages[who].runner.dispatch({ type: 'hang-up' }),
    ]),
  },
  {
    weight: 1,
    arbitrary: side.map((who): Deed => [
      `${who} changes networks`,
      ({ pages }) => pages[who].runner.dispatch({ type: 'network-changed' }),
    ]),
  },
  {
    weight: 1,
    arbitrary: side.map((who): Deed => [
      `${who} looks again`,
      ({ pages }) => pages[who].runner.dispatch({ type: 'page-shown' }),
    ]),
  },
  {
    weight: 1,
    arbitrary: side.map((who): Deed => [`${who} hears twice`, (world) => world.double(who)]),
  },
  {
    weight: 1,
    arbitrary: side.map((who): Deed => [
      `${who}'s browser gives up`,
      (world) => world.peerOf(who)?.tell({ type: 'failed' }),
    ]),
  },
)

const isInCall = (world: FakeWorld, who: (typeof sides)[number]) =>
  ['connecting', 'connected', 'recovering'].includes(world.pages[who].runner.state.phase)

function checkAlways(world: FakeWorld): void {
  for (const who of sides) {
    const { peers, attached, notes, toServer } = world.pages[who]
    const open = peers.filter((peer) => peer.isOpen)
    expect(open.length, 'one peer at most').toBe(isInCall(world, who) ? 1 : 0)
    expect(attached, 'media is out only in the call').toBe(isInCall(world, who) ? 1 : 0)
    expect(notes.length, 'what waits is bounded').toBeLessThanOrEqual(20)
    expect(toServer.length, 'what waits is bounded').toBeLessThanOrEqual(60)
  }
  expect(world.ends, 'one end').toBeLessThanOrEqual(1)
}

function checkSettled(world: FakeWorld): void {
  const { worker, physician } = world.pages
  if (world.call === null) {
    expect(
      sides.filter((who) => isInCall(world, who)),
      'nobody is left in it',
    ).toEqual([])
    return
  }
  if (!world.call.in.worker) {
    expect(isInCall(world, 'worker'), 'who left is out').toBe(false)
    return
  }
  const { attempt } = world.call
  for (const page of [worker, physician]) {
    expect(page.runner.state).toMatchObject({ phase: 'connected', link: { attempt } })
  }
  expect(sides.map((who) => world.peerOf(who)?.quietMs)).toEqual([0, 0])
}

function heal(world: FakeWorld): void {
  Object.assign(world.up, { worker: true, physician: true, server: true, udp: true })
  world.pass(5_000)
}

function createTalk(): FakeWorld {
  const world = createFakeWorld()
  world.press()
  world.pass(500)
  return world
}

describe('two pages and a server', () => {
  test('hold every rule on every walk, and are of one mind 5 s after the last fault', () => {
    fc.assert(
      fc.property(fc.array(deeds, { maxLength: 40 }), (walk) => {
        const world = createTalk()
        for (const [, act] of walk) {
          act(world)
          checkAlways(world)
        }
        heal(world)
        checkAlways(world)
        checkSettled(world)
      }),
      { numRuns: 1_000 },
    )
    // Some seconds on a busy machine.
  }, 30_000)

  test.each([
    ['a second', 1_000],
    ['five seconds', 5_000],
    ['twenty seconds', 20_000],
    ['eighty-nine seconds', 89_000],
  ])('talk again within 2 s after %s without a network, and nobody ended it', (_name, ms) => {
    const world = createTalk()
    world.up.worker = false
    world.pass(ms)
    expect(world.pages.worker.runner.state.phase).not.toBe('ended')
    world.up.worker = true
    world.pass(2_000)
    checkSettled(world)
  })

  test('keep their connection through an outage of five seconds', () => {
    const world = createTalk()
    world.up.physician = false
    world.pass(5_000)
    world.up.physician = true
    world.pass(300)
    checkSettled(world)
    expect(world.call?.attempt).toBe(1)
  })

  test('talk on while the server is away, and restart beside the media', () => {
    const world = createTalk()
    world.up.server = false
    world.pass(15_000)
    world.pages.worker.runner.dispatch({ type: 'network-changed' })
    world.pass(1_000)
    const agreed = sides.map((who) => world.peerOf(who)?.agreed)
    expect(agreed).toEqual([2, 2])
    expect(world.pages.physician.runner.state.phase).toBe('connected')
  })

  test('leave a path alone that broke while the server was away: it heals by itself', () => {
    const world = createTalk()
    world.up.server = false
    world.pass(15_000)
    world.up.udp = false
    world.pass(9_000)
    world.up.udp = true
    world.pass(200)
    expect(sides.map((who) => world.pages[who].runner.state.phase)).toEqual([
      'connected',
      'connected',
    ])
    expect(sides.map((who) => world.peerOf(who)?.agreed)).toEqual([1, 1])
  })

  test('build a new attempt when both are heard and nothing comes in', () => {
    const world = createTalk()
    world.up.udp = false
    world.pass(4_000)
    expect(world.call?.attempt).toBe(2)
    world.up.udp = true
    world.pass(1_000)
    checkSettled(world)
  })

  test.each([
    ['before the restart is answered', 1_100],
    ['while servers are asked for', 1_000],
    ['when a new attempt was asked for', 2_800],
  ])('end for both when one hangs up %s', (_name, ms) => {
    const world = createTalk()
    world.up.udp = false
    world.pass(ms)
    world.pages.physician.runner.dispatch({ type: 'hang-up' })
    heal(world)
    expect(sides.map((who) => world.pages[who].runner.state.phase)).toEqual(['ended', 'ended'])
    expect(world.ends).toBe(1)
    checkAlways(world)
  })

  test('end once when both hang up at once, without a line too', () => {
    const world = createTalk()
    world.up.server = false
    world.pass(12_000)
    for (const who of sides) world.pages[who].runner.dispatch({ type: 'hang-up' })
    heal(world)
    expect(world.ends).toBe(1)
    expect(sides.map((who) => world.pages[who].runner.state.phase)).toEqual(['ended', 'ended'])
  })
})
