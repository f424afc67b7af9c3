/**
 * Hands SMS over to the service's gateway: one POST each, its body made from the service's own template, since every
 * gateway names its fields differently. The outbox row's id goes with it, also as `Idempotency-Key`.
 */
import type { SmsConfig } from '../settings/sms.ts'
import type { Delivery } from './mailer.ts'
import type { OutgoingSms, SmsGateway } from './sms.ts'

/** A gateway that has not answered by then is tried again later: a slow one must not hold the queue. */
const answerMs = 15_000

export interface HttpSmsOptions extends SmsConfig {
  readonly fetch?: typeof fetch
}

export function createHttpSmsGateway(options: HttpSmsOptions): SmsGateway {
  const { url, token, fetch: ask = fetch } = options
  return {
    async send(sms, signal) {
      try {
        const reply = await ask(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'idempotency-key': sms.id,
            ...(token !== null && { authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify(fill(options.body, toFields(sms, options.sender))),
          // A redirect would carry the number and the link elsewhere.
          redirect: 'error',
          signal: AbortSignal.any([signal, AbortSignal.timeout(answerMs)]),
        })
        // It has answered: a connection that breaks after that would have the SMS sent a second time.
        void reply.body?.cancel().catch(() => null)
        return toDelivery(reply.status)
      } catch {
        return { kind: 'postponed', error: 'gateway-unreachable' }
      }
    },
  }
}

function toFields({ id, to, text }: OutgoingSms, from: string): Readonly<Record<string, string>> {
  return { id, to, text, from }
}

/** Replaces `{to}` and its like in every text of the template, in one look: what is put in is not looked at again. */
function fill(template: unknown, fields: Readonly<Record<string, string>>): unknown {
  if (typeof template === 'string') {
    return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => fields[name] ?? whole)
  }
  if (Array.isArray(template)) return template.map((part) => fill(part, fields))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(
    Object.entries(template).map(([name, part]) => [name, fill(part, fields)]),
  )
}

/** Not now: too many, or the gateway's own trouble, or a token that the administrator must mend first. */
const passing = new Set([401, 403, 408, 425, 429])

function toDelivery(status: number): Delivery {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  const error = `gateway-${status}`
  const later = status >= 500 || passing.has(status)
  return later ? { kind: 'postponed', error } : { kind: 'refused', error }
}
