/** What runs beside the requests. Each is opened here, and closed with the app. */
import type { FastifyInstance } from 'fastify'
import type { Deps } from './app.ts'
import type { Config } from './config.ts'
import { createAbsence } from './due-work/absence.ts'
import { createApprovalsEnding } from './due-work/approvals-ending.ts'
import { startDueWork } from './due-work/due-work.ts'
import { createNoAnswer } from './due-work/no-answer.ts'
import { createReminders } from './due-work/reminders.ts'
import { createCallRecordSweep } from './http/call-records.ts'
import { createGuestRecords } from './http/guest-records.ts'
import type { Access } from './identity/access.ts'
import { openOutbox } from './outreach/outbox.ts'
import { toHouse } from './outreach/sender.ts'
import { openRefiller } from './refill/refiller.ts'
import { watchRelay, type RelayWatch } from './relay/relay-watch.ts'
import { comingBackMs, watchDelays } from './running-late/running-late.ts'
import { createLive } from './socket/create-live.ts'
import type { Live } from './socket/live.ts'

export interface Background {
  readonly live: Live
  /** Called when a message was queued: it leaves at once. */
  readonly wakeOutbox: () => void
  readonly relay: RelayWatch
}

export function openBackground(
  app: FastifyInstance,
  config: Config,
  deps: Deps,
  access: Access,
): Background {
  const { store, clock, makeId, eachMinute } = deps
  const { log } = app
  const { timeZone } = config
  const bySms = deps.smsGateway !== null
  const live = openLive(app, config, deps, access)
  const outbox = openMail(app, config, deps)
  const wakeOutbox = () => outbox.wake()

  const dueWork = startDueWork({
    store,
    clock,
    keepers: {
      'reminder': createReminders({ store, makeId, bySms, leads: config.reminders, timeZone }),
      'no-answer': createNoAnswer({ store, cutOff: config.choiceCutOff, timeZone }),
      'absence': createAbsence({
        store,
        live,
        waitMs: config.noAnswerMs,
        knowsSince: clock.now() + comingBackMs,
        timeZone,
        wakeRefiller: () => refiller.wake(),
      }),
      'approval-ending': createApprovalsEnding({ store, timeZone }),
    },
    wakeOutbox,
    eachMinute,
    log,
  })
  app.addHook('onClose', () => dueWork.close())

  const world = { store, live, clock, makeId, bySms, timeZone, eachMinute, wakeOutbox, log }
  const delays = watchDelays(world)
  app.addHook('onClose', () => delays.close())

  const refiller = openRefiller({ ...world, config: config.refill })
  // Whatever was asked for may have freed a slot, or answered an offer.
  app.addHook('onResponse', async ({ method }) => {
    if (method !== 'GET') refiller.wake()
  })
  app.addHook('onClose', () => refiller.close())

  const { timers, relayProbes: probes } = deps
  const relay = watchRelay({ probes, clock, timers, chance: Math.random, log })
  app.addHook('onClose', async () => relay.close())
  return { live, wakeOutbox, relay }
}

function openLive(app: FastifyInstance, config: Config, deps: Deps, access: Access): Live {
  const { store, clock, makeId, timers, iceServers, callProofs } = deps
  const { timeZone, icePolicy, standby } = config
  const { log } = app
  const sweepCallRecords = createCallRecordSweep({ store, clock, log })
  app.addHook('onReady', sweepCallRecords)
  const live = createLive({
    store,
    clock,
    makeId,
    timers,
    log,
    iceServers,
    icePolicy,
    standby,
    timeZone,
    callProofs,
    recordGuest: createGuestRecords({ store, clock, log }),
    noteUse: (loginKeys, at) =>
      store.write(async ({ logins }) => {
        for (const loginKey of loginKeys) await logins.use(loginKey, at)
      }),
    prolongLogin: (loginKey, until) =>
      store.write((writer) => writer.logins.prolong(loginKey, until)),
    newDay: () => void sweepCallRecords(),
  })
  live.register(app, access)
  return live
}

function openMail(app: FastifyInstance, config: Config, deps: Deps) {
  const { store, mailer, smsGateway, clock, makeId, mailedLinks } = deps
  const { callLinks, offerLinks, shortLinks } = deps
  const outbox = openOutbox({
    store,
    mailer,
    smsGateway,
    shortLinks,
    clock,
    makeId,
    urlFor: callLinks.urlFor,
    offerUrlFor: offerLinks.urlFor,
    house: toHouse(config),
    mailedLinks,
    log: app.log,
  })
  app.addHook('onClose', () => outbox.close())
  return outbox
}
