/** OpenID Connect Discovery 1.0, 2: https, no query, no fragment. Plain http on one's own machine alone. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username } = new URL(text)
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1'
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal)
  return isSafe && search === '' && hash === '' && username === ''
}
