/** Not a packet before the answer, and none after the end, in every order of events on both pages. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { appointmentId } from '../../client/call/specimens.ts'
import { createTwoPages, sides, type TwoPages } from './two-pages.ts'

/** What a test knows of the people: whether the worker wanted this. */
interface World extends TwoPages {
  /** The worker pressed Answer or Return, and did neither leave nor reload since. */
  wants: boolean
  /** The worker answered once. */
  answered: boolean
  over: boolean
}
type Deed = readonly [name: string, act: (world: World) => void]

const side = fc.constantFrom(...sides)
const ofBoth = (name: string, act: (world: World, who: (typeof sides)[number]) => void) =>
  side.map((who): Deed => [`${who} ${name}`, (world) => act(world, who)])
const one = (name: string, act: (world: World) => void) => fc.constant<Deed>([name, act])

function answers(world: World, camera: boolean): void {
  const { live } = world.page('worker')
  if (live.state.consultations.get(appointmentId)?.ring?.phase !== 'ringing') return
  world.wants = true
  world.answered = true
  live.answer(appointmentId, { camera })
}

function returns(world: World): void {
  const { live } = world.page('worker')
  if (live.state.consultations.get(appointmentId)?.call?.phase !== 'open') return
  world.wants = true
  live.rejoin(appointmentId)
}

/** Whoever hangs up before there is anything stays as they were. */
function leaves(world: World, who: (typeof sides)[number]): void {
  world.page(who).live.hangUp()
  if (who === 'worker') world.wants = false
}

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: one('all is delivered', (world) => world.deliverAll()) },
  { weight: 8, arbitrary: ofBoth('is delivered one', (world, who) => world.deliverOne(who)) },
  { weight: 3, arbitrary: one('paths open', (world) => world.connectPeers()) },
  { weight: 3, arbitrary: one('texts pass', (world) => world.passTexts()) },
  {
    weight: 3,
    arbitrary: ofBoth('turns devices on', (world, who) => world.page(who).useDevices()),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('ready' as const, 'sound-only' as const, 'blocked' as const)
      .map((readiness): Deed => [
        readiness,
        (world) => world.page('worker').live.reportReadiness(readiness, true),
      ]),
  },
  {
    weight: 6,
    arbitrary: one('rings', (world) => world.page('physician').live.ring(appointmentId)),
  },
  {
    weight: 1,
    arbitrary: one('stops', (world) => world.page('physician').live.stopRing(appointmentId)),
  },
  {
    weight: 6,
    arbitrary: fc.boolean().map((camera): Deed => ['answers', (world) => answers(world, camera)]),
  },
  {
    weight: 1,
    arbitrary: one('defers', (world) => world.page('worker').live.defer(appointmentId)),
  },
  { weight: 2, arbitrary: one('returns', returns) },
  {
    weight: 1,
    arbitrary: one('physician returns', (world) =>
      world.page('physician').live.rejoin(appointmentId),
    ),
  },
  { weight: 1, arbitrary: ofBoth('hangs up', leaves) },
  {
    weight: 1,
    arbitrary: ofBoth('pauses and goes on', (world, who) => {
      world.page(who).live.setPaused(true)
      world.page(who).live.setPaused(false)
    }),
  },
  {
    weight: 1,
    arbitrary: ofBoth('reloads', (world, who) => {
      world.reload(who)
      if (who === 'worker') world.wants = false
    }),
  },
  { weight: 1, arbitrary: ofBoth('loses the line', (world, who) => world.loseLine(who)) },
  { weight: 3, arbitrary: ofBoth('has a line', (world, who) => world.openLine(who)) },
  { weight: 1, arbitrary: ofBoth('fails', (world, who) => world.failPeers(who)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('in-person-instead' as const, 'completed' as const)
      .map((reason): Deed => [
        reason,
        (world) => {
          world.finish(reason)
          world.over = true
        },
      ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(1_000, 5_000, 50_000)
      .map((ms): Deed => [`${ms} ms pass`, (world) => world.pass(ms)]),
  },
)

function checkAlways(world: World): void {
  if (!world.answered) {
    for (const who of sides) expect(world.page(who).isSending(), who).toBe(false)
  }
  if (!world.wants) expect(world.page('worker').isSending(), 'a worker who left').toBe(false)
}

/** Everybody hears everything, and three seconds pass: longer than tracks may run ahead of the server's word. */
function checkSettled(world: World): void {
  for (const who of sides) world.openLine(who)
  world.deliverAll()
  world.pass(5_000)
  world.deliverAll()
  checkAlways(world)
  for (const who of sides) {
    const { live, isSending } = world.page(who)
    const inCall = live.state.call.phase !== 'none'
    if (world.over) expect(isSending(), `${who} after the end`).toBe(false)
    if (!inCall) expect(isSending(), `${who} outside a call`).toBe(false)
  }
}

describe('two pages and the server’s consultations', () => {
  test('come to a call in which both send: the walks go somewhere', () => {
    const world = begin()
    ringOverStandby(world)
    checkAlways(world)
    answers(world, true)
    expect(sides.map((who) => world.page(who).isSending())).toEqual([true, false])
    // Beside the server: the physician's side follows before the server says anything.
    world.passTexts()
    expect(sides.map((who) => world.page(who).isSending())).toEqual([true, true])
    world.deliverAll()
    expect(world.page('physician').live.state.call.phase).toBe('connected')
    world.close()
  })

  test('send nothing before the worker answered, after they left, or after the end, on every walk', () => {
    let answered = 0
    fc.assert(
      fc.property(fc.boolean(), fc.array(deed, { maxLength: 50 }), (isRung, deeds) => {
        const world = begin()
        if (isRung) ringOverStandby(world)
        for (const [, act] of deeds) {
          act(world)
          checkAlways(world)
        }
        checkSettled(world)
        if (world.answered) answered += 1
        world.close()
      }),
      { numRuns: 80 },
    )
    expect(answered).toBeGreaterThan(10)
  })
})

function begin(): World {
  const world = { ...createTwoPages(), wants: false, answered: false, over: false }
  for (const who of sides) world.openLine(who)
  world.deliverAll()
  return world
}

/** As it mostly goes: both are ready, a connection stands by, and the worker is rung. */
function ringOverStandby(world: World): void {
  for (const who of sides) world.page(who).useDevices()
  world.page('worker').live.reportReadiness('ready', true)
  world.deliverAll()
  world.connectPeers()
  world.page('physician').live.ring(appointmentId)
  world.deliverAll()
}
