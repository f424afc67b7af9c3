/**
 * Separate networks on one machine: a server's and two clients'. Each client reaches the server and nothing else, as two
 * people behind two firewalls do. Needs root; the names and addresses belong to this run alone.
 */
import { execFileSync } from 'node:child_process'

export interface Networks {
  /** The server's address, reachable from both clients. */
  readonly serverAddress: string
  /** Words to put before a command so that it runs in that network. */
  readonly inside: {
    readonly server: string[]
    readonly worker: string[]
    readonly physician: string[]
  }
  /** Lets the two clients reach each other through the server's machine, or not. */
  connectClients(open: boolean): void
  close(): void
}

export function openNetworks(): Networks {
  // Three digits of the process id keep two runs on one machine apart.
  const run = String(process.pid % 250)
  const [server, worker, physician] = ['s', 'w', 'p'].map((side) => `visite-${side}${run}`) as [
    string,
    string,
    string,
  ]
  const serverAddress = `10.${run}.0.1`
  const clients = [
    { name: worker, near: `vw${run}s`, far: `vw${run}c`, net: `10.${run}.1` },
    { name: physician, near: `vp${run}s`, far: `vp${run}c`, net: `10.${run}.2` },
  ]
  const close = () => {
    for (const name of [server, worker, physician]) ip(['netns', 'del', name], { mayFail: true })
  }
  try {
    for (const name of [server, worker, physician]) {
      ip(['netns', 'add', name])
      ip(['-n', name, 'link', 'set', 'lo', 'up'])
    }
    ip(['-n', server, 'addr', 'add', `${serverAddress}/32`, 'dev', 'lo'])
    for (const { name, near, far, net } of clients) {
      ip(['link', 'add', near, 'netns', server, 'type', 'veth', 'peer', 'name', far, 'netns', name])
      ip(['-n', server, 'addr', 'add', `${net}.1/24`, 'dev', near])
      ip(['-n', name, 'addr', 'add', `${net}.2/24`, 'dev', far])
      ip(['-n', server, 'link', 'set', near, 'up'])
      ip(['-n', name, 'link', 'set', far, 'up'])
      ip(['-n', name, 'route', 'add', 'default', 'via', `${net}.1`])
    }
    forward(server, false)
  } catch (error) {
    close()
    throw error
  }
  return {
    serverAddress,
    inside: { server: within(server), worker: within(worker), physician: within(physician) },
    connectClients: (open) => forward(server, open),
    close,
  }
}

function within(name: string): string[] {
  return ['ip', 'netns', 'exec', name]
}

function forward(server: string, open: boolean): void {
  ip(['netns', 'exec', server, 'sysctl', '-qw', `net.ipv4.ip_forward=${open ? 1 : 0}`])
}

function ip(words: string[], { mayFail = false } = {}): void {
  try {
    execFileSync('ip', words, { stdio: ['ignore', 'ignore', mayFail ? 'ignore' : 'inherit'] })
  } catch (error) {
    if (!mayFail) throw error
  }
}
