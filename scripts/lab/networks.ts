/**
 * Four separate networks on one machine: a worker's, a physician's, the server's with its relay, and a router that joins
 * them. Needs root. The names belong to this run alone, and what a run left behind that was killed is swept by the next.
 *
 *   worker ──┐
 *            ├── router ── server
 *   physician┘
 */
import { run } from './command.ts'

export type Client = 'worker' | 'physician'
export type Place = Client | 'server' | 'router'

export interface Networks {
  /** Reachable from both clients. */
  readonly serverAddress: string
  /** Words to put before a command so that it runs there. */
  readonly inside: Readonly<Record<Place, readonly string[]>>
  /** Moves a client to another address of its network, as from Wi-Fi to mobile data. */
  changeAddress(side: Client): void
  /** Makes `localhost` at this port the server's there, for a browser that cannot be told so: pages keep their trusted origin. */
  bringLocalhost(side: Client, port: number): void
  /** Ends what still runs inside, and removes all of it. */
  close(): void
}

/** Inside, nobody else's addresses are met: every run may use the same ones. */
const nets = { worker: '10.77.1', physician: '10.77.2', server: '10.77.0' } as const
const sides = ['worker', 'physician', 'server'] as const
const places = [...sides, 'router'] as const

/** The one network device of each side; the router's three are called as the sides. */
const device = 'eth0'

let opened = 0

export function openNetworks(): Networks {
  sweep()
  opened += 1
  const nameOf = (place: Place) => `visite-${process.pid}-${opened}-${place}`
  const ip = (words: string) => run(['ip', ...words.split(' ')])
  const hosts = { worker: 2, physician: 2 }

  function build(): void {
    const router = nameOf('router')
    for (const place of places) {
      ip(`netns add ${nameOf(place)}`)
      ip(`-n ${nameOf(place)} link set lo up`)
    }
    for (const side of sides) {
      const far = nameOf(side)
      ip(`link add ${side} netns ${router} type veth peer name ${device} netns ${far}`)
      ip(`-n ${router} addr add ${nets[side]}.1/24 dev ${side}`)
      ip(`-n ${router} link set ${side} up`)
      ip(`-n ${far} link set ${device} up`)
      address(far, nets[side], 2)
    }
    switchOn(router, 'net/ipv4/ip_forward')
  }

  function address(name: string, net: string, host: number): void {
    ip(`-n ${name} addr add ${net}.${host}/24 dev ${device}`)
    ip(`-n ${name} route add default via ${net}.1`)
  }

  const close = () => places.forEach((place) => remove(nameOf(place)))
  try {
    build()
  } catch (error) {
    close()
    throw error
  }
  return {
    serverAddress: `${nets.server}.2`,
    inside: {
      worker: within(nameOf('worker')),
      physician: within(nameOf('physician')),
      server: within(nameOf('server')),
      router: within(nameOf('router')),
    },
    changeAddress(side) {
      const [name, net, old] = [nameOf(side), nets[side], hosts[side]]
      hosts[side] = old < 250 ? old + 1 : 2
      // The default route goes with the last address.
      ip(`-n ${name} addr del ${net}.${old}/24 dev ${device}`)
      address(name, net, hosts[side])
    },
    bringLocalhost(side, port) {
      const name = nameOf(side)
      switchOn(name, 'net/ipv4/conf/all/route_localnet')
      run([...within(name), 'nft', '-f', '-'], {
        input: `table ip localhost {
          chain leaving {
            type nat hook output priority -100
            ip daddr 127.0.0.1 tcp dport ${port} dnat to ${nets.server}.2:${port}
          }
          chain left {
            type nat hook postrouting priority 100
            ip saddr 127.0.0.1 oifname ${device} masquerade
          }
        }
`,
      })
    },
    close,
  }
}

function within(name: string): readonly string[] {
  return ['ip', 'netns', 'exec', name]
}

/** Switches one of the kernel's settings on, for this network alone. */
function switchOn(name: string, setting: string): void {
  run([...within(name), 'sh', '-c', `echo 1 > /proc/sys/${setting}`])
}

function remove(name: string): void {
  const pids = run(['ip', 'netns', 'pids', name], { mayFail: true }).split('\n').filter(Boolean)
  for (const pid of pids) kill(Number(pid))
  run(['ip', 'netns', 'del', name], { mayFail: true })
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Removes the networks of runs that ended without closing them. */
function sweep(): void {
  for (const line of run(['ip', 'netns', 'list'], { mayFail: true }).split('\n')) {
    const [, name, pid] = /^(visite-(\d+)-\d+-[a-z]+)/.exec(line) ?? []
    if (name !== undefined && !isAlive(Number(pid))) remove(name)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
