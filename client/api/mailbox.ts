import type { Mail, MailSummary } from '../../signaling/protocol/mailbox.ts'
import type { Id } from '../../signaling/protocol/primitives.ts'
import { request } from './request.ts'

/** The mails that were kept because no mail server is set, newest first. */
export function loadMailbox(signal?: AbortSignal): Promise<MailSummary[]> {
  return request('/api/mailbox', signal === undefined ? {} : { signal })
}

export function loadMail(id: Id, signal?: AbortSignal): Promise<Mail> {
  return request(`/api/mailbox/${encodeURIComponent(id)}`, signal === undefined ? {} : { signal })
}
