/**
 * The worker's call link. Looking changes nothing, so that a mail scanner that runs the page's script spends nothing;
 * entering, on a click, gives the browser its cookie.
 */
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyReply } from 'fastify'
import { toInstant, type Clock } from '../clock.ts'
import type { Access } from '../identity/access.ts'
import type { CallLinks } from '../identity/call-link.ts'
import type { MakeToken } from '../identity/token.ts'
import { newWorkerLogin } from '../identity/worker-login.ts'
import { comeIfGivenUp, mayComeAfterAll } from '../planning/come-after-all.ts'
import { noteHere } from '../planning/note-here.ts'
import { preferInPerson } from '../planning/prefer-in-person.ts'
import { notIdentified } from '../protocol/identification.ts'
import { CallLinkBody, EarlierWish, MyAppointment, SeenByLink } from '../protocol/my-appointment.ts'
import type { Live } from '../socket/live.ts'
import type { AppointmentContext } from '../store/appointment-context.ts'
import { callLinkEntered } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import { guardLinks } from './link-scope.ts'
import { readLinked } from './linked-appointment.ts'
import { Nothing } from './planning-options.ts'
import type { BadLinkLimit } from './rate-limits.ts'
import { toEntered, toMyAppointment, type ServiceSettings } from './worker-view.ts'

export interface CallLinkRoutes {
  readonly store: Store
  readonly clock: Clock
  readonly makeToken: MakeToken
  readonly callLinks: CallLinks
  readonly access: Access
  readonly live: Live
  readonly settings: ServiceSettings
  readonly badLinks: BadLinkLimit
}

export const callLink: FastifyPluginAsyncTypebox<CallLinkRoutes> = async (app, deps) => {
  const { store, clock, callLinks, settings, badLinks } = deps
  guardLinks(app, badLinks)

  const contextOf = async (token: string): Promise<AppointmentContext> =>
    readLinked(store.read, await callLinks.read(token))
  const view = (context: AppointmentContext) =>
    toMyAppointment(asIfTheyCame(context, clock.now()), settings, clock.now())
  const giveLogin = async (
    context: AppointmentContext,
    reply: FastifyReply,
    why: 'entered' | 'chose-in-person',
  ): Promise<void> => {
    const login = newWorkerLogin(context, deps)
    await store.write(async (writer) => {
      await writer.logins.add(login.draft)
      // Their choice stands in the log already: one entry for one tap.
      if (why === 'chose-in-person') return
      const { id } = context.appointment
      await writer.audit.append({
        at: login.draft.at,
        actor: { kind: 'worker', id },
        appointmentId: id,
        action: callLinkEntered,
      })
    })
    login.give(reply)
  }
  const described = { tags: ['worker'], body: CallLinkBody }
  const seen = { ...described, response: { 200: SeenByLink } }
  const entered = { ...described, response: { 200: MyAppointment } }

  app.post('/api/call-link/look', { schema: seen }, async ({ body }) =>
    view(await contextOf(body.token)),
  )

  app.post('/api/call-link/enter', { schema: entered }, async ({ body }, reply) => {
    const come = async () => {
      const { appointment } = await contextOf(body.token)
      await comeIfGivenUp(appointment, deps)
      const context = await contextOf(body.token)
      return { context, mine: toEntered(context, settings, clock.now(), notIdentified, []) }
    }
    const { context, mine } = await come()
    if (mine.state === 'over') return mine
    await giveLogin(context, reply, 'entered')
    // The clock may have given them up since they were looked up; from now on their entry holds it back.
    return (await come()).mine
  })

  /** The page in a browser that cannot call: nobody pressed anything there, and yet they came. */
  app.post(
    '/api/call-link/cannot-call',
    { schema: { ...described, response: { 204: Nothing } } },
    async ({ body }, reply) => {
      const { appointment } = await contextOf(body.token)
      await noteHere(appointment, 'call-link-cannot-call', { ...deps, timeZone: settings.timeZone })
      // The clock may have given them up before: a window that cannot call is no reason to.
      await comeIfGivenUp((await contextOf(body.token)).appointment, deps)
      return reply.code(204).send(null)
    },
  )

  app.post('/api/call-link/in-person', { schema: seen }, async ({ body }, reply) => {
    const context = await contextOf(body.token)
    await preferInPerson(context.appointment.id, deps)
    // They choose a slot for the visit next.
    await giveLogin(context, reply, 'chose-in-person')
    return view(await contextOf(body.token))
  })

  app.post(
    '/api/call-link/earlier',
    { schema: { tags: ['worker'], body: EarlierWish, response: { 204: Nothing } } },
    async ({ body }, reply) => {
      const { id } = (await contextOf(body.token)).appointment
      const deed = { actor: { kind: 'worker', id } as const, at: toInstant(clock.now()) }
      await store.write((writer) => writer.appointments.wishEarlier(id, body.wanted, deed))
      return reply.code(204).send(null)
    },
  )
}

/** Whom the clock gave up finds the button by which they come after all. */
function asIfTheyCame(context: AppointmentContext, now: number): AppointmentContext {
  const { appointment } = context
  if (!mayComeAfterAll(appointment, now)) return context
  return { ...context, appointment: { ...appointment, status: 'accepted' } }
}
