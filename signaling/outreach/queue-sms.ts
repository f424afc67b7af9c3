/** Queues an SMS, in the transaction that decides that somebody is told. */
import type { MakeId } from '../clock.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { SmsSubject } from '../store/outbox.ts'
import type { Writer } from '../store/store.ts'
import { isMobile } from './sms.ts'

export interface SmsQueue {
  readonly makeId: MakeId
  /** Whether a gateway is set. */
  readonly bySms: boolean
}

/** Returns whether one is on its way: not without a gateway, nor to somebody without a mobile number. */
export async function queueSms(
  writer: Pick<Writer, 'outbox'>,
  { makeId, bySms }: SmsQueue,
  draft: SmsSubject & { readonly at: Instant },
  mobile: string | null,
): Promise<boolean> {
  if (!bySms || !isMobile(mobile)) return false
  await writer.outbox.queue({ ...draft, id: makeId() })
  return true
}
