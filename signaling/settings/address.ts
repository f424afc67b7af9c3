/** Where the server listens, and the address by which people and browsers know it. */
import { isIP } from 'node:net'
import type { Reading } from './reading.ts'

export interface AddressConfig {
  readonly port: number
  readonly host: string
  /** Without a trailing slash. Links in mails and the Origin check use it, never the request's Host header. */
  readonly publicUrl: string
  readonly trustedProxy: string | null
}

export function readAddress({ read, refuse }: Reading): AddressConfig {
  const port = Number(read('VISITE_PORT'))
  const isPort = Number.isInteger(port) && port >= 1 && port <= 65_535
  if (!isPort) refuse('VISITE_PORT must be a whole number from 1 to 65535.')

  const publicUrl = read('VISITE_PUBLIC_URL').replace(/\/+$/, '') || localUrl(isPort ? port : 80)
  if (!isPublicUrl(publicUrl)) {
    refuse(
      'VISITE_PUBLIC_URL must be an https address without a path, such as https://visite.example.be (http only for localhost: browsers give the camera to no other).',
    )
  }

  const trustedProxy = read('VISITE_TRUSTED_PROXY')
  if (trustedProxy && isIP(trustedProxy) === 0) {
    refuse('VISITE_TRUSTED_PROXY must be one IP address such as 127.0.0.1.')
  }
  return { port, host: read('VISITE_HOST'), publicUrl, trustedProxy: trustedProxy || null }
}

/** As browsers write it: without the port that http has anyway. */
function localUrl(port: number): string {
  return new URL(`http://localhost:${port}`).origin
}

function isPublicUrl(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const local = url.hostname === 'localhost' || url.hostname === '127.0.0.1'
  return (url.protocol === 'https:' || (url.protocol === 'http:' && local)) && url.origin === value
}
