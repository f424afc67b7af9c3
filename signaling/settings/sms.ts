/** The SMS gateway: none, or an address with a sender. */
import type { Reading } from './reading.ts'

export interface SmsConfig {
  readonly url: string
  readonly token: string | null
  readonly sender: string
  /** JSON in whose texts `{to}`, `{from}`, `{text}` and `{id}` are replaced. */
  readonly body: unknown
}

const usualBody = '{"from":"{from}","to":"{to}","text":"{text}","reference":"{id}"}'

export function readSms({ read, refuse }: Reading): SmsConfig | null {
  const [url, token, sender] = [
    read('VISITE_SMS_URL'),
    read('VISITE_SMS_TOKEN'),
    read('VISITE_SMS_SENDER'),
  ]
  const body = readBody(read('VISITE_SMS_BODY') || usualBody)
  if (body === null) {
    refuse('VISITE_SMS_BODY must be JSON with {to} and {text} in it.')
  }
  if (url === '') {
    if (token !== '') refuse('VISITE_SMS_TOKEN is set without VISITE_SMS_URL; set the gateway too.')
    if (sender !== '')
      refuse('VISITE_SMS_SENDER is set without VISITE_SMS_URL; set the gateway too.')
    return null
  }
  if (!isAddress(url)) {
    refuse('VISITE_SMS_URL must be an https:// address, or http:// of this machine.')
  }
  if (sender === '') refuse('VISITE_SMS_URL is set without VISITE_SMS_SENDER; set the sender too.')
  // What operators take: a number, or up to eleven letters and digits.
  else if (!/^\+?\d{3,15}$|^[A-Za-z0-9 ]{1,11}$/.test(sender)) {
    refuse('VISITE_SMS_SENDER must be a telephone number, or up to 11 letters and digits.')
  }
  return { url, token: token || null, sender, body }
}

/** What is sent holds people’s numbers and links that are theirs: in the clear only to this machine. */
function isAddress(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  const isOwn = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isOwn)
}

function readBody(text: string): unknown {
  if (!text.includes('{to}') || !text.includes('{text}')) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
