/**
 * A model of the worst server: it swaps the descriptions, so that each side is connected to somebody in the middle, who
 * speaks the exchange with both and tries every order and every lie. 1,000 runs from one seed.
 */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { commitmentOf, picksOf } from './derive.ts'
import { initialExchange, step } from './exchange.ts'
import type { Exchange, ExchangeEvent, Keys, TrustMessage } from './exchange-state.ts'

const callId = 'call-000000000000001'

/** As the browser's, at once. */
async function hash(parts: readonly string[]): Promise<string> {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Chance with a seed: a failure can be looked at again. */
function createChance(seed: string) {
  let count = 0
  const digits = () =>
    createHash('sha256')
      .update(`${seed} ${(count += 1)}`)
      .digest('hex')
  return { digits, below: (limit: number) => Number(BigInt(`0x${digits()}`) % BigInt(limit)) }
}
type Chance = ReturnType<typeof createChance>

interface Page {
  readonly exchange: Exchange
  /** Returns what this page says next. */
  open(keys: Keys): Promise<readonly TrustMessage[]>
  hear(message: TrustMessage): Promise<readonly TrustMessage[]>
}

function openPage(side: Participant, chance: Chance): Page {
  const other = side === 'worker' ? 'physician' : 'worker'
  let exchange = initialExchange
  function advance(event: ExchangeEvent): readonly TrustMessage[] {
    const next = step(exchange, event)
    exchange = next.state
    return next.say
  }
  return {
    get exchange() {
      return exchange
    },
    async open(keys) {
      const nonce = chance.digits()
      const commitment = await commitmentOf(side, callId, keys, nonce, hash)
      return advance({ type: 'opened', own: { keys, nonce, commitment } })
    },
    async hear(message) {
      if (message.step === 'commit')
        return advance({ type: 'commit', commitment: message.commitment })
      if (message.step === 'stop' || !('own' in exchange)) return advance({ type: 'told' })
      const { keys, nonce: own } = exchange.own
      const { nonce } = message
      const commitment = await commitmentOf(other, callId, keys, nonce, hash)
      const nonces =
        side === 'worker' ? { worker: own, physician: nonce } : { worker: nonce, physician: own }
      const picks = await picksOf(callId, keys, nonces, hash)
      return advance({ type: 'reveal', nonce, commitment, picks })
    },
  }
}

/** The worker's page, the physician's, and whoever stands between them with a key towards each. */
async function openTriangle(chance: Chance) {
  const worker = openPage('worker', chance)
  const physician = openPage('physician', chance)
  const [workerKey, physicianKey, middleKey] = [chance.digits(), chance.digits(), chance.digits()]
  const towardsWorker = { worker: workerKey, physician: middleKey }
  const towardsPhysician = { worker: middleKey, physician: physicianKey }
  return {
    worker,
    physician,
    towardsWorker,
    towardsPhysician,
    begin: [await worker.open(towardsWorker), await physician.open(towardsPhysician)] as const,
  }
}
type Triangle = Awaited<ReturnType<typeof openTriangle>>

/** What the middle says as the other side of each. */
async function bind(triangle: Triangle, as: Participant, nonce: string): Promise<TrustMessage> {
  const keys = as === 'worker' ? triangle.towardsPhysician : triangle.towardsWorker
  return { step: 'commit', commitment: await commitmentOf(as, callId, keys, nonce, hash) }
}

/** Gives everything on until nobody says anything more. */
async function pass(
  { worker, physician }: Triangle,
  toPhysician: readonly TrustMessage[],
  toWorker: readonly TrustMessage[],
): Promise<void> {
  if (toPhysician.length + toWorker.length === 0) return
  const fromPhysician: TrustMessage[] = []
  const fromWorker: TrustMessage[] = []
  for (const message of toPhysician) fromPhysician.push(...(await physician.hear(message)))
  for (const message of toWorker) fromWorker.push(...(await worker.hear(message)))
  await pass({ worker, physician } as Triangle, fromWorker, fromPhysician)
}

/** A whole run with one of the two; returns the number that the page gave away. */
async function fool(page: Page, binding: TrustMessage, nonce: string): Promise<string> {
  const said = await page.hear(binding)
  const revealed = said.find((message) => message.step === 'reveal')
  await page.hear({ step: 'reveal', nonce })
  return revealed?.nonce ?? ''
}

const tricks: Record<string, (triangle: Triangle, chance: Chance) => Promise<void>> = {
  'gives everything on': async (triangle) => pass(triangle, ...triangle.begin),
  'speaks with each for itself': async (triangle, chance) => {
    const nonces = [chance.digits(), chance.digits()] as const
    await fool(triangle.worker, await bind(triangle, 'physician', nonces[0]), nonces[0])
    await fool(triangle.physician, await bind(triangle, 'worker', nonces[1]), nonces[1])
  },
  'binds itself late, and uses the number that it has learned': async (triangle, chance) => {
    const nonce = chance.digits()
    const learned = await fool(triangle.worker, await bind(triangle, 'physician', nonce), nonce)
    await fool(triangle.physician, await bind(triangle, 'worker', learned), learned)
  },
  'uses one number towards both': async (triangle, chance) => {
    const nonce = chance.digits()
    await fool(triangle.physician, await bind(triangle, 'worker', nonce), nonce)
    await fool(triangle.worker, await bind(triangle, 'physician', nonce), nonce)
  },
  'reveals another number than it was bound to': async (triangle, chance) => {
    const nonce = chance.digits()
    await fool(triangle.worker, await bind(triangle, 'physician', nonce), nonce)
    const bound = await bind(triangle, 'worker', chance.digits())
    await fool(triangle.physician, bound, chance.digits())
  },
  'binds itself again': async (triangle, chance) => {
    await triangle.physician.hear(await bind(triangle, 'worker', chance.digits()))
    const nonce = chance.digits()
    await fool(triangle.physician, await bind(triangle, 'worker', nonce), nonce)
  },
  'says back what it hears': async (triangle) => {
    for (const message of triangle.begin[1]) await triangle.physician.hear(message)
    for (const message of triangle.begin[0]) await triangle.worker.hear(message)
  },
  'reveals before it is bound': async (triangle, chance) => {
    await triangle.physician.hear({ step: 'reveal', nonce: chance.digits() })
    await triangle.worker.hear({ step: 'reveal', nonce: chance.digits() })
  },
  'plays back an earlier run': async (triangle, chance) => {
    const earlier = await openTriangle(chance)
    const nonce = chance.digits()
    await fool(earlier.physician, await bind(earlier, 'worker', nonce), nonce)
    await fool(triangle.physician, await bind(earlier, 'worker', nonce), nonce)
  },
}

/** How it ends for the one of whom the trick wants most; `words` where it is not found out by the pages themselves. */
const ends: Record<keyof typeof tricks, string> = {
  'gives everything on': 'wrong-reveal',
  'speaks with each for itself': 'words',
  'binds itself late, and uses the number that it has learned': 'words',
  'uses one number towards both': 'words',
  'reveals another number than it was bound to': 'wrong-reveal',
  'binds itself again': 'commitment-changed',
  'says back what it hears': 'reflected',
  'reveals before it is bound': 'reveal-first',
  'plays back an earlier run': 'wrong-reveal',
}

describe('somebody in the middle', () => {
  test('in 1,000 runs never has both sides see the same words, and each lie has its name', async () => {
    const chance = createChance('in the middle')
    const names = Object.keys(tricks)
    for (let run = 0; run < 1000; run += 1) {
      const name = names[run % names.length] ?? ''
      const triangle = await openTriangle(chance)
      await tricks[name]?.(triangle, chance)
      const { worker, physician } = triangle
      const [one, other] = [worker.exchange, physician.exchange]
      const end = other.phase === 'broken' ? other.breach : 'words'
      expect(`${name}: ${end}`).toBe(`${name}: ${ends[name]}`)
      if (one.phase === 'agreed' && other.phase === 'agreed') {
        expect(one.picks).not.toEqual(other.picks)
      }
    }
  })

  test('who is not there is not seen: the two agree, whoever begins', async () => {
    const chance = createChance('nobody')
    for (let run = 0; run < 50; run += 1) {
      const worker = openPage('worker', chance)
      const physician = openPage('physician', chance)
      const keys = { worker: chance.digits(), physician: chance.digits() }
      const triangle = { worker, physician } as Triangle
      const first = await worker.open(keys)
      const second = await physician.open(keys)
      // One of them may have begun to listen when the other had spoken.
      const isFirstLost = chance.below(2) === 0
      await pass(triangle, isFirstLost ? [] : first, second)
      expect(worker.exchange).toMatchObject({ phase: 'agreed' })
      expect(physician.exchange).toMatchObject({ phase: 'agreed' })
      const [one, other] = [worker.exchange, physician.exchange]
      if (one.phase !== 'agreed' || other.phase !== 'agreed') throw new Error('not agreed')
      expect(one.picks).toEqual(other.picks)
    }
  })
})
