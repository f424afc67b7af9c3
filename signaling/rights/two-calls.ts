/** Two calls at once on one server, each with its worker, its physician and a guest who was let in. */
import type { ServerMessage } from '../protocol/messages.ts'
import type { Id } from '../protocol/primitives.ts'
import { openTestHouse, type Later, type TestPage } from '../socket/test-house.ts'

/** All by which a message or a route can name something of a consultation. */
export interface Ids {
  readonly appointmentId: Id
  readonly callId: Id
  readonly ringId: Id
  readonly guestId: Id
  readonly admissionId: Id
  readonly slotId: Id
}

export type TwoCalls = Awaited<ReturnType<typeof openTwoCalls>>
export type CallOfTwo = TwoCalls['one']

export async function openTwoCalls(later?: Later) {
  const house = await openTestHouse({}, later)

  async function openOne(name: string) {
    const call = await house.openCallWithGuest(name)
    const { desk, first, second, guest, firstId, callId, guestId, clinic, cookies } = call
    await second.hello()
    desk.say({ type: 'admit-guest', appointmentId: firstId, guestId })
    const { admissionId } = await guest.next('guest-connection-opened')
    const ids: Ids = {
      appointmentId: firstId,
      callId,
      ringId: ringIn(desk),
      guestId,
      admissionId,
      slotId: clinic.slotIds[0] ?? '',
    }
    const pages = { worker: first, physician: desk, guest }
    return {
      ids,
      /** Of the three who are in the call. */
      pages,
      /** The same physician's next worker, who waits. */
      next: second,
      nextId: call.secondId,
      clinic,
      cookies: {
        worker: cookies.first,
        next: cookies.second,
        physician: cookies.desk,
        guest: call.guestCookie,
      },
      settled: () => Promise.all(Object.values(pages).map((page) => page.settled())),
    }
  }

  const one = await openOne('Meridiaan')
  const two = await openOne('Zenit')
  await Promise.all([one, two].map((each) => each.settled()))
  return { ...house, one, two }
}

/**
 * How much came to each of these pages, but for the answers to their own heartbeats. `otherId`: another appointment of the
 * same physician, whose desk may hear of it.
 */
export function heardBy(pages: readonly TestPage[], otherId: Id | null = null): number[] {
  const isOfOther = (message: ServerMessage) =>
    message.type === 'agenda-changed' ||
    (message.type === 'consultation' && message.consultation.appointmentId === otherId)
  const counts = (message: ServerMessage) =>
    message.type !== 'pong' && !(otherId !== null && isOfOther(message))
  return pages.map(({ received }) => received.filter(counts).length)
}

function ringIn({ received }: TestPage): Id {
  const ids = received.flatMap((message) =>
    message.type === 'consultation' ? (message.consultation.ring?.id ?? []) : [],
  )
  return ids.at(-1) ?? ''
}
