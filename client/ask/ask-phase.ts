/**
 * What the page is at.
 *
 *   no fragment, or a call link ──▶ asking ──send──▶ received
 *                                     └──would come earlier──▶ earlier
 *   an offer's link ──▶ looking ──▶ offered ──take · no──▶ offered, in its new state
 *                          └──▶ invalid · failed
 */
import type { ServiceContact } from '../../signaling/protocol/my-appointment.ts'
import type { MyOffer } from '../../signaling/protocol/offers.ts'
import { tokenIn } from '../ui/link-token.ts'

export type AskPhase =
  | { readonly phase: 'looking' }
  | {
      readonly phase: 'asking'
      /** Of a call link, which says who asks; null where they say it themselves. */
      readonly token: string | null
      /** Their appointment is still to come: they may want an earlier one. */
      readonly mayBeEarlier: boolean
      readonly busy: boolean
      readonly problem: Problem | null
    }
  | { readonly phase: 'earlier' }
  | { readonly phase: 'received'; readonly dueOn: string; readonly service: ServiceContact }
  | {
      readonly phase: 'offered'
      readonly offer: MyOffer
      readonly token: string
      readonly busy: boolean
    }
  | { readonly phase: 'invalid' }
  | { readonly phase: 'failed' }

/** Named as the keys of the texts are: `problem.…`. */
export type Problem = 'missing' | 'birth-date' | 'reach' | 'email' | 'phone' | 'often' | 'failed'

/** What the address's fragment holds: `#offer=…`, `#link=…`, or nothing. */
export function readFragment(hash: string): AskPhase {
  const query = new URLSearchParams(hash.replace(/^#/, ''))
  const link = tokenIn(`#${query.get('link') ?? ''}`)
  return query.has('offer')
    ? { phase: 'looking' }
    : { phase: 'asking', token: link, mayBeEarlier: false, busy: false, problem: null }
}

export function offerToken(hash: string): string | null {
  return tokenIn(`#${new URLSearchParams(hash.replace(/^#/, '')).get('offer') ?? ''}`)
}

/** Belgian numbers as people write them, `0470 12 34 56`, in E.164. */
export function toPhone(typed: string): string | null {
  const digits = typed.replaceAll(/[\s./()-]/g, '')
  if (digits === '') return null
  return digits.replace(/^00/, '+').replace(/^0/, '+32')
}

export function problemOf(code: unknown, at: unknown): Problem {
  if (code === 'too-many-requests') return 'often'
  if (code === 'no-address') return 'reach'
  if (code !== 'invalid') return 'failed'
  switch (at) {
    case '/birthDate':
      return 'birth-date'
    case '/email':
      return 'email'
    case '/phone':
      return 'phone'
    default:
      return 'missing'
  }
}
