/** What goes wrong between two people, as verbs. All of it happens at the router: the two machines notice nothing but silence. */
import { run } from './command.ts'
import type { Client, Networks } from './networks.ts'

export interface Faults {
  /** Nothing gets through any more, in either direction, and nobody is told. */
  cut(side: Client): void
  /** The network is there or gone, and the machine knows it. */
  cableOut(side: Client): void
  cableIn(side: Client): void
  blockUdp(side: Client): void
  /** As behind a strict firewall: pages and TLS to the relay, and nothing else. */
  onlyTls(side: Client): void
  /** The two reach the server and the relay, not each other. */
  blockPair(): void
  /** Of the packets of sound and picture, in both directions. */
  lose(percent: number): void
  /** What each of the two may receive. */
  limit(kbitPerSecond: number): void
  changeAddress(side: Client): void
  /** Undoes every rule at this side, or all there are. Cables and addresses stay as they are. */
  heal(side?: Client): void
}

/** @param tcpPorts what a strict firewall lets out: the page's own and the relay's for TLS */
export function createFaults(networks: Networks, tcpPorts: readonly number[]): Faults {
  const { router } = networks.inside
  /** The tables that stand, by name; each with the side whose it is. */
  const standing = new Map<string, Client | 'both'>()

  /** One table for each fault, put in at one stroke and taken out as a whole. */
  function stand(fault: string, at: Client | 'both', rules: readonly string[]): void {
    const table = `${fault}_${at}`
    lift(table)
    const chain = ['type filter hook forward priority 0', ...rules].join('\n')
    run([...router, 'nft', '-f', '-'], {
      input: `table inet ${table} {\nchain crossing {\n${chain}\n}\n}\n`,
    })
    standing.set(table, at)
  }

  function lift(table: string): void {
    if (standing.delete(table)) run([...router, 'nft', 'delete', 'table', 'inet', table])
  }

  const link = (side: Client, words: readonly string[]) =>
    run([...router, 'ip', 'link', 'set', side, ...words])
  const shape = (side: Client, words: readonly string[], mayFail = false) =>
    run([...router, 'tc', 'qdisc', words[0] ?? '', 'dev', side, 'root', ...words.slice(1)], {
      mayFail,
    })

  return {
    cut: (side) => stand('cut', side, [`iifname ${side} drop`, `oifname ${side} drop`]),
    cableOut: (side) => void link(side, ['down']),
    cableIn: (side) => void link(side, ['up']),
    blockUdp: (side) =>
      stand('udp', side, [
        `iifname ${side} meta l4proto udp drop`,
        `oifname ${side} meta l4proto udp drop`,
      ]),
    onlyTls: (side) => {
      const ports = tcpPorts.join(', ')
      stand('strict', side, [
        `iifname ${side} tcp dport { ${ports} } accept`,
        `oifname ${side} tcp sport { ${ports} } accept`,
        `iifname ${side} drop`,
        `oifname ${side} drop`,
      ])
    },
    blockPair: () =>
      stand('pair', 'both', [
        'iifname worker oifname physician drop',
        'iifname physician oifname worker drop',
      ]),
    lose: (percent) =>
      stand('loss', 'both', [`meta l4proto udp numgen random mod 100 < ${percent} drop`]),
    limit(kbitPerSecond) {
      for (const side of ['worker', 'physician'] as const) {
        // The queue of a cheap router: a third of a second.
        shape(side, `replace tbf rate ${kbitPerSecond}kbit burst 4kb latency 300ms`.split(' '))
      }
    },
    changeAddress: (side) => networks.changeAddress(side),
    heal(side) {
      for (const [table, at] of standing) if (side === undefined || at === side) lift(table)
      for (const each of side === undefined ? (['worker', 'physician'] as const) : [side]) {
        shape(each, ['del'], true)
      }
    },
  }
}
