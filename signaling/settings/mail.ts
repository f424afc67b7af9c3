/** The mail server and the sender: both or neither. */
import type { Reading } from './reading.ts'

export interface MailConfig {
  /** Parses as a URL, and its user and password decode. */
  readonly smtpUrl: string
  readonly from: string
}

export function readMail({ read, refuse }: Reading): MailConfig | null {
  const smtpUrl = read('VISITE_SMTP_URL')
  const from = read('VISITE_MAIL_FROM')
  if (smtpUrl && !from)
    refuse('VISITE_SMTP_URL is set without VISITE_MAIL_FROM; set the sender too.')
  if (from && !smtpUrl)
    refuse('VISITE_MAIL_FROM is set without VISITE_SMTP_URL; set the mail server too.')
  const mistake = smtpUrl ? mistakeIn(smtpUrl) : null
  if (mistake !== null) refuse(mistake)
  if (from && !/^[^\r\n<>]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/.test(from)) {
    refuse('VISITE_MAIL_FROM must be an address, or a name followed by <address>.')
  }
  return smtpUrl ? { smtpUrl, from } : null
}

/** The sentences never repeat the value: it holds a password. */
function mistakeIn(smtpUrl: string): string | null {
  if (!/^smtps?:\/\/[^\s]+$/.test(smtpUrl)) {
    return 'VISITE_SMTP_URL must begin with smtp:// or smtps://.'
  }
  if (!URL.canParse(smtpUrl) || new URL(smtpUrl).hostname === '') {
    return 'VISITE_SMTP_URL must be an address such as smtps://user:password@mail.example.be:465.'
  }
  const { username, password } = new URL(smtpUrl)
  if (!isEncoded(username) || !isEncoded(password)) {
    return 'VISITE_SMTP_URL has a user or password with a bare percent sign; write it as %25.'
  }
  return null
}

function isEncoded(value: string): boolean {
  try {
    decodeURIComponent(value)
    return true
  } catch {
    return false
  }
}
