/** What a TURN address says (RFC 7065). */

export interface TurnWay {
  readonly host: string
  readonly port: number
  readonly transport: 'udp' | 'tcp' | 'tls'
}

/** Without a port it is 3478, and 5349 for TLS; without a transport `turn:` goes over UDP. DTLS is not offered: `turns:` is TLS. */
export function parseTurnUrl(url: string): TurnWay {
  const isSecure = url.startsWith('turns:')
  const [address = '', query = ''] = url.slice(url.indexOf(':') + 1).split('?')
  const [, host = '', port] = /^(.*?)(?::(\d+))?$/.exec(address) ?? []
  return {
    host: host.replace(/^\[(.*)\]$/, '$1'),
    port: port === undefined ? (isSecure ? 5349 : 3478) : Number(port),
    transport: isSecure ? 'tls' : query === 'transport=tcp' ? 'tcp' : 'udp',
  }
}
