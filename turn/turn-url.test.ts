import { expect, test } from 'vitest'
import { parseTurnUrl } from './turn-url.ts'

test.each([
  ['turn:turn.example.be', 'turn.example.be', 3478, 'udp'],
  ['turn:turn.example.be:3479?transport=udp', 'turn.example.be', 3479, 'udp'],
  ['turn:192.0.2.10:443?transport=tcp', '192.0.2.10', 443, 'tcp'],
  ['turns:turn.example.be', 'turn.example.be', 5349, 'tls'],
  ['turns:turn.example.be:443?transport=tcp', 'turn.example.be', 443, 'tls'],
  ['turn:[2001:db8::1]:3478', '2001:db8::1', 3478, 'udp'],
])('%s is reached at %s, port %i, over %s', (url, host, port, transport) => {
  expect(parseTurnUrl(url)).toEqual({ host, port, transport })
})
