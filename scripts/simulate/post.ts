/** Mail: what the server kept in its local mailbox is carried to those to whom it is addressed. */
import * as Type from 'typebox'
import { Mail, MailSummary } from '../../signaling/protocol/mailbox.ts'
import type { Browser } from './browser.ts'

export interface Post {
  /** Carries what came since the last time, the oldest first. */
  carry(): Promise<void>
}

/** `planner`'s browser reads the mailbox; `deliver` is told the bare address. */
export function createPost(planner: Browser, deliver: (address: string, mail: Mail) => void): Post {
  const carried = new Set<string>()
  return {
    async carry() {
      const summaries = await planner.get('/api/mailbox', Type.Array(MailSummary))
      const fresh = summaries.filter(({ id }) => !carried.has(id)).toReversed()
      for (const { id } of fresh) {
        carried.add(id)
        const mail = await planner.get(`/api/mailbox/${id}`, Mail)
        deliver(/<(.+)>$/.exec(mail.to)?.[1] ?? mail.to, mail)
      }
    },
  }
}
