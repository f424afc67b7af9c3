import { describe, expect, test } from 'vitest'
import type { RelayFacts } from '../../turn/examine.ts'
import { judge } from './relay.ts'

const url = 'turn:turn.example.be:3478'
const facts: RelayFacts = {
  relayed: { address: '203.0.114.7', port: 50_000 },
  meeting: 'works',
  openTo: [],
  refusesStrangers: true,
  clock: 'alike',
}
const turn = { address: '10.0.0.7', publicAddress: '203.0.114.7' }

function notWell(change: Partial<RelayFacts>, settings = turn, isPublic = true): string[] {
  return judge(url, { ...facts, ...change }, { turn: settings, isPublic }).flatMap(
    ({ kind, says }) => (kind === 'not-well' ? [says] : []),
  )
}

describe('a relay', () => {
  test('that does all that calls need is well', () => {
    expect(notWell({})).toEqual([])
  })

  test.each<[string, Partial<RelayFacts>, string]>([
    ['that forbids its own address', { meeting: 'forbidden' }, 'allowed-peer-ip=203.0.114.7'],
    ['that loses what it sends to itself', { meeting: 'lost' }, 'firewall'],
    ['that leads into private networks', { openTo: ['10.0.0.1'] }, '10.0.0.1'],
    ['that serves strangers', { refusesStrangers: false }, 'no credentials'],
    ['whose clock is behind', { clock: 'behind' }, 'behind'],
    [
      'that relays elsewhere than the settings say',
      { relayed: { address: '10.0.0.7', port: 50_000 } },
      'the settings say 203.0.114.7',
    ],
    [
      'that relays at a port which the firewall keeps shut',
      { relayed: { address: '203.0.114.7', port: 40_000 } },
      'outside 49152 to 65535',
    ],
  ])('%s is not, and the line says what to do', (_what, change, part) => {
    const found = notWell(change)
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(part)
    expect(found[0]).toContain(': ')
  })

  test('that relays at a private address is of no use to people outside, and enough for this machine', () => {
    const inside = { relayed: { address: '192.168.1.7', port: 50_000 } }
    const settings = { address: '192.168.1.7', publicAddress: '192.168.1.7' }
    expect(notWell(inside, settings)[0]).toContain('nobody outside')
    expect(notWell(inside, settings, false)).toEqual([])
  })

  test('with a configuration of its own may have ports and an address of its own', () => {
    const settings = { address: null, publicAddress: null } as unknown as typeof turn
    expect(notWell({ relayed: { address: '203.0.114.9', port: 40_000 } }, settings)).toEqual([])
  })
})
