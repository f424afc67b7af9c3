/** Whose page is asking. A page of another site may send requests here; its Origin header gives it away. */
import type { IncomingHttpHeaders } from 'node:http'

/** Returns the origins of our own pages. On one's own machine people type either name of it. */
export function ownOrigins(publicUrl: string): ReadonlySet<string> {
  const { protocol, hostname, port } = new URL(publicUrl)
  const local = hostname === 'localhost' || hostname === '127.0.0.1'
  if (!local) return new Set([publicUrl])
  const suffix = port === '' ? '' : `:${port}`
  return new Set([`${protocol}//localhost${suffix}`, `${protocol}//127.0.0.1${suffix}`])
}

/**
 * Whether the request comes from one of our own pages. Exact comparison: `null`, a missing header and two headers
 * are not ours. Sec-Fetch-Site is the browser's own word where it sends one (W3C Fetch Metadata, 2.3).
 */
export function isOwnPage(headers: IncomingHttpHeaders, origins: ReadonlySet<string>): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  if (origin === undefined || !origins.has(origin)) return false
  return site === undefined || site === 'same-origin'
}
