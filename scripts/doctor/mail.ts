/** Whether messages can leave. None does: the mail server is greeted, and a gateway for SMS would want money. */
import type { Config } from '../../signaling/config.ts'
import { greetMailServer } from '../../signaling/outreach/smtp-mailer.ts'
import { findingsAbout, type Finding } from './finding.ts'

/** A server in good health greets within a second or two. */
const patienceMs = 10_000

export async function lookAtMail({
  mail,
  publicUrl,
}: Pick<Config, 'mail' | 'publicUrl'>): Promise<Finding> {
  const { well, notWell, notSet } = findingsAbout('Mail')
  if (mail === null) return notSet('nothing leaves, the office shows the mails as a local mailbox')
  // Never the whole address: it holds a user, who may be a person, and a password.
  const { host } = new URL(mail.smtpUrl)
  const code = await greetMailServer({ url: mail.smtpUrl, publicUrl }, patienceMs)
  if (code === null) return well(`${host} answers and accepts us`)
  return notWell(`${host} ${inWords(code)}`)
}

function inWords(code: string): string {
  if (code === 'eauth' || code === 'smtp-535') {
    return `refuses the user or the password (${code}): correct them in VISITE_SMTP_URL`
  }
  if (code === 'edns') return `is not known (${code}): correct the name in VISITE_SMTP_URL`
  if (code === 'etls') {
    return `offers no TLS that can be trusted (${code}): ask its administrator, or use smtps://`
  }
  if (code.startsWith('smtp-')) {
    return `refuses us (${code}): ask its administrator to accept this machine`
  }
  return `cannot be reached (${code}): look whether it runs, and whether the firewall lets this machine out to it`
}

export function lookAtSms({ sms }: Pick<Config, 'sms'>): Finding {
  const { well, notSet } = findingsAbout('SMS')
  return sms === null
    ? notSet('people are reached by mail only')
    : well('a gateway is set; it is not tried, since each SMS costs')
}
