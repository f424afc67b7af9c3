/** Whether the server can do its work, for whoever watches it: a program, or a page of the office. */
import * as Type from 'typebox'
import { strict } from './primitives.ts'

/** `partly`: some of its addresses fail. `unknown`: not asked yet. */
export const relayHealths = ['not-set', 'unknown', 'working', 'partly', 'failing'] as const
export type RelayHealth = (typeof relayHealths)[number]

export const Health = strict({
  ok: Type.Boolean(),
  /** No reason to take the server for ill: most calls need no relay. */
  relay: Type.Unsafe<RelayHealth>(Type.Union(relayHealths.map((each) => Type.Literal(each)))),
  /** How often since the start an address of it failed, failed otherwise, or worked again: to know that something changed. */
  relayChanges: Type.Integer({ minimum: 0 }),
})
export type Health = Type.Static<typeof Health>
