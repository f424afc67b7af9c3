import { describe, expect, test } from 'vitest'
import { loadConfig } from '../signaling/config.ts'
import { turnOptions } from './turn-options.ts'

const secret = 'x'.repeat(32)
const settings = {
  VISITE_TURN_URLS: 'turns:turn.example.be:443?transport=tcp,turn:turn.example.be:3478',
  VISITE_TURN_SECRET_FILE: '/etc/visite/turn-secret',
  VISITE_TURN_ADDRESS: '192.0.2.10',
  VISITE_TURN_CERT_FILE: '/etc/visite/chain.pem',
  VISITE_TURN_KEY_FILE: '/etc/visite/key.pem',
}
function turnOf(changes: Record<string, string> = {}) {
  const loaded = loadConfig({ ...settings, ...changes })
  if (!loaded.ok) throw new Error(loaded.mistakes.join(' '))
  return loaded.config.turn
}

describe('options of coturn', () => {
  test('take ports and realm from the addresses that browsers are given', () => {
    const result = turnOptions(turnOf(), secret)
    expect(result).toMatchObject({
      ok: true,
      options: {
        realm: 'turn.example.be',
        port: 3478,
        tls: { port: 443, certFile: '/etc/visite/chain.pem' },
      },
    })
  })

  test.each([
    ['no addresses', null, secret, 'VISITE_TURN_URLS'],
    ['no machine', turnOf({ VISITE_TURN_ADDRESS: '' }), secret, 'VISITE_TURN_ADDRESS'],
    ['a short secret', turnOf(), 'secret', '32 random characters'],
    [
      'a secure address without a certificate',
      turnOf({ VISITE_TURN_CERT_FILE: '', VISITE_TURN_KEY_FILE: '' }),
      secret,
      'VISITE_TURN_CERT_FILE',
    ],
  ])('are refused with one sentence for %s', (_case, turn, secretText, part) => {
    const result = turnOptions(turn, secretText)
    expect(result.ok ? '' : result.mistake).toContain(part)
  })
})
