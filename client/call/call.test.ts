import { describe, expect, test } from 'vitest'
import { events, eventNames, type EventName } from './call-events.ts'
import { situations, type SituationName } from './call-situations.ts'
import { initialCall, step } from './call.ts'
import tableText from './call-table.txt?raw'
import { describeStep } from './describe-step.ts'
import { inCall, linkTo, opened, callId } from './specimens.ts'

const situationNames = Object.keys(situations) as SituationName[]
const table = readTable(tableText)

test('the table names every state once', () => {
  expect([...table.keys()]).toEqual(situationNames)
})

describe.each(situationNames)('%s', (situation) => {
  const cells = table.get(situation) ?? []

  test('says of every event once what it does', () => {
    expect(cells.map(({ event }) => event).toSorted()).toEqual(eventNames.toSorted())
  })

  test.each(cells)('$event: $outcome', ({ event, outcome }) => {
    const state = situations[situation]
    expect(describeStep(state, step(state, events[event]))).toBe(outcome)
  })
})

test('a page starts outside', () => {
  expect(initialCall('worker')).toEqual({ phase: 'idle', participant: 'worker' })
})

test('the new attempt is opened as the server says, and asked for with the present number', () => {
  const failed = step(inCall('connected'), { type: 'peer-failed', link: linkTo(2) })
  expect(failed.effects[0]).toEqual({ type: 'request-renew', link: linkTo(2) })
  const renewed = step(failed.state, opened(3, callId, true))
  expect(renewed.effects[1]).toEqual({ type: 'open-peer', opened: opened(3, callId, true) })
  expect(renewed.state).toMatchObject({
    phase: 'recovering',
    cause: 'failed',
    means: 'attempt',
    link: linkTo(3),
    initiator: true,
  })
})

interface Cell {
  readonly event: EventName
  readonly outcome: string
}

/** A state stands at the margin, an outcome two columns in, and its events four. */
function readTable(text: string): ReadonlyMap<string, readonly Cell[]> {
  const cellsByState = new Map<string, Cell[]>()
  let cells: Cell[] = []
  let outcome = ''
  const [, ...paragraphs] = text.trim().split('\n\n')
  for (const line of paragraphs.join('\n').split('\n')) {
    const words = line.trim()
    if (line.startsWith('    ')) {
      const names = words.split(';').map((name) => name.trim())
      for (const name of names) if (name !== '') cells.push({ event: name as EventName, outcome })
    } else if (line.startsWith('  ')) {
      outcome = words
    } else {
      cells = []
      cellsByState.set(words, cells)
    }
  }
  return cellsByState
}
