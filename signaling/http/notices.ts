/** What became due and is still so: approvals that end, invitations without an answer; and a relay that does not work. */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { toInstant, type Clock } from '../clock.ts'
import type { IcePolicy } from '../protocol/consultation.ts'
import { Notices } from '../protocol/notices.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import { dateAt } from '../rules/calendar.ts'
import { endingApprovals } from '../rules/remote-policy.ts'
import { toNotice } from '../relay/relay-state.ts'
import type { RelayWatch } from '../relay/relay-watch.ts'
import type { Store } from '../store/store.ts'

export interface NoticesOptions {
  readonly store: Store
  readonly clock: Clock
  readonly timeZone: string
  readonly relay: Pick<RelayWatch, 'stands'>
  readonly icePolicy: IcePolicy
}

export const notices: FastifyPluginAsyncTypebox<NoticesOptions> = async (app, options) => {
  const { store, clock, timeZone, relay, icePolicy } = options
  app.get(
    '/notices',
    {
      schema: {
        summary:
          'Read what became due (approvals that end soon, invitations without an answer), and whether the relay fails',
        tags: ['notices'],
        response: { 200: Notices },
      },
    },
    async () => ({
      relay: toNotice(relay.stands(), icePolicy),
      approvals: await readApprovals(store, dateAt(clock.now(), timeZone)),
      unanswered: await readUnanswered(store, toInstant(clock.now())),
    }),
  )
}

async function readApprovals(store: Store, today: string): Promise<Notices['approvals']> {
  const noted = new Set((await store.read.dueWork.done('approval-ending')).map((w) => w.subject))
  return endingApprovals(await store.read.remotePolicy.list())
    .filter(({ version, validUntil }) => noted.has(String(version)) && validUntil >= today)
    .map(({ examType, employerId, reference, validUntil }) => ({
      examType,
      employerId,
      reference,
      validUntil,
    }))
}

async function readUnanswered(store: Store, now: Instant): Promise<Notices['unanswered']> {
  const sessions = new Map<Id, Notices['unanswered'][number]>()
  for (const { sessionId, startsAt } of await store.read.dueWork.unanswered(now)) {
    const before = sessions.get(sessionId)
    sessions.set(sessionId, {
      sessionId,
      startsAt: before?.startsAt ?? startsAt,
      count: (before?.count ?? 0) + 1,
    })
  }
  return [...sessions.values()]
}
