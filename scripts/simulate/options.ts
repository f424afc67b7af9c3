/** What may be said after `npm run simulate --`. */
import { parseArgs } from 'node:util'
import { usualRates, type Rates } from './people.ts'

export interface SimulateOptions {
  readonly seed: number
  readonly workers: number
  readonly reserve: number
  /** Of each talk. */
  readonly slotMinutes: number
  readonly rates: Rates
  /** Whether freed slots are offered, and the day then lived through once more without. */
  readonly refill: boolean
}

export type Parsed =
  | { readonly ok: true; readonly options: SimulateOptions }
  | { readonly ok: false; readonly sentence: string }

const shares = {
  'cancel': 'cancel',
  'in-person': 'inPerson',
  'no-show': 'noShow',
  'failure': 'failure',
  'examined': 'examined',
  'accept': 'accept',
  'confirm': 'confirm',
  'move': 'move',
  'earlier': 'earlier',
  'ask': 'ask',
} as const satisfies Record<string, keyof Rates>
type Share = keyof typeof shares

const percent = (rate: keyof Rates) => Math.round(usualRates[rate] * 100)

export const usage = [
  'npm run simulate -- [--seed 1] [--workers 180] [--reserve 60] [--slot 10] [--no-refill] and shares in percent:',
  `  --cancel ${percent('cancel')}      let the service know that they cannot come`,
  `  --in-person ${percent('inPerson')}   choose a visit in person, before or when it rings`,
  `  --no-show ${percent('noShow')}     stay away without a word`,
  `  --failure ${percent('failure')}     come, and no connection stands`,
  `  --examined ${percent('examined')}    are asked by the physician to come in person`,
  `  --accept ${percent('accept')}     take a freed slot that they are offered`,
  `  --confirm ${percent('confirm')}    say on their page that they come`,
  `  --move ${percent('move')}        look on their page for another time`,
  `  --earlier ${percent('earlier')}    say that they would come earlier`,
  `  --ask ${percent('ask')}         ask for a talk of their own accord`,
].join('\n')

export function readOptions(words: readonly string[]): Parsed {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        'seed': { type: 'string', default: '1' },
        'workers': { type: 'string', default: '180' },
        'reserve': { type: 'string', default: '60' },
        'slot': { type: 'string', default: '10' },
        'cancel': { type: 'string' },
        'in-person': { type: 'string' },
        'no-show': { type: 'string' },
        'failure': { type: 'string' },
        'examined': { type: 'string' },
        'accept': { type: 'string' },
        'confirm': { type: 'string' },
        'move': { type: 'string' },
        'earlier': { type: 'string' },
        'ask': { type: 'string' },
        'no-refill': { type: 'boolean', default: false },
      },
    })
    const rate = (share: Share) => {
      const word = values[share]
      return word === undefined ? usualRates[shares[share]] : read(share, word, 0, 100) / 100
    }
    const rates: Rates = {
      cancel: rate('cancel'),
      inPerson: rate('in-person'),
      noShow: rate('no-show'),
      failure: rate('failure'),
      examined: rate('examined'),
      accept: rate('accept'),
      confirm: rate('confirm'),
      move: rate('move'),
      earlier: rate('earlier'),
      ask: rate('ask'),
    }
    if (rates.cancel + rates.inPerson + rates.noShow > 1)
      throw new Error('--cancel, --in-person and --no-show together are more than everybody')
    if (rates.confirm + rates.move > 1)
      throw new Error('--confirm and --move together are more than everybody')
    return {
      ok: true,
      options: {
        seed: read('seed', values.seed, 0, 2 ** 32 - 1),
        workers: read('workers', values.workers, 1, 720),
        reserve: read('reserve', values.reserve, 0, 720),
        slotMinutes: read('slot', values.slot, 10, 60),
        rates,
        refill: !values['no-refill'],
      },
    }
  } catch (error) {
    return { ok: false, sentence: error instanceof Error ? error.message : String(error) }
  }
}

function read(name: string, word: string, least: number, most: number): number {
  const value = Number(word)
  if (word.trim() === '' || !Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} is a whole number from ${least} to ${most}, not "${word}"`)
  return value
}
