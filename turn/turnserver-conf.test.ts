import { describe, expect, test } from 'vitest'
import { renderTurnserverConf, type TurnServerOptions } from './turnserver-conf.ts'

const options: TurnServerOptions = {
  realm: 'turn.example.be',
  address: '192.0.2.10',
  publicAddress: null,
  port: 3478,
  tls: { port: 5349, certFile: '/etc/visite/chain.pem', keyFile: '/etc/visite/key.pem' },
  relayPorts: { min: 49_152, max: 65_535 },
  secret: 'a-long-secret',
  totalQuota: 600,
  workFolder: '/var/lib/visite',
}
const linesOf = (changes: Partial<TurnServerOptions> = {}) =>
  renderTurnserverConf({ ...options, ...changes }).split('\n')

describe('turnserver.conf', () => {
  test('listens and relays on the one IPv4 address that was given', () => {
    expect(linesOf()).toEqual(
      expect.arrayContaining(['listening-ip=192.0.2.10', 'relay-ip=192.0.2.10']),
    )
    expect(linesOf().filter((line) => line.startsWith('relay-ip='))).toHaveLength(1)
  })

  test('lets two relayed people meet at the relay itself', () => {
    expect(linesOf()).toContain('allowed-peer-ip=192.0.2.10')
    expect(linesOf({ publicAddress: '198.51.100.4' })).toEqual(
      expect.arrayContaining([
        'external-ip=198.51.100.4/192.0.2.10',
        'allowed-peer-ip=198.51.100.4',
      ]),
    )
  })

  test('denies private networks, and in their IPv6 disguises', () => {
    const denied = linesOf().filter((line) => line.startsWith('denied-peer-ip='))
    for (const range of [
      '10.0.0.0-',
      '192.168.0.0-',
      '169.254.0.0-',
      '::ffff:0.0.0.0-',
      '64:ff9b::-',
      'fc00::-',
    ]) {
      expect(denied.some((line) => line.startsWith(`denied-peer-ip=${range}`))).toBe(true)
    }
  })

  test('starts no denied range at ::, which coturn 4.6 takes as all of IPv4', () => {
    expect(linesOf().filter((line) => line.startsWith('denied-peer-ip=::-'))).toEqual([])
  })

  test('lets loopback peers in only when asked', () => {
    expect(linesOf()).not.toContain('allow-loopback-peers')
    expect(linesOf({ loopbackPeers: true })).toContain('allow-loopback-peers')
  })

  test('opens no TLS listener without a certificate', () => {
    expect(linesOf({ tls: null })).toContain('no-tls')
    expect(linesOf({ tls: null }).some((line) => line.startsWith('tls-listening-port'))).toBe(false)
  })

  test('holds no comment behind a value, which coturn would read as part of it', () => {
    expect(linesOf().filter((line) => line.includes('#') && !line.startsWith('#'))).toEqual([])
  })

  test('sets quotas', () => {
    expect(linesOf()).toEqual(expect.arrayContaining(['user-quota=12', 'total-quota=600']))
  })
})
