/** What the third seat saw, written down: the audit log, and that a link is dead once its guest is out. */
import { toInstant, type Clock } from '../clock.ts'
import type { GuestHappening } from '../consultation/events.ts'
import type { Actor } from '../identity/identity.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { RecordGuest } from '../socket/house.ts'
import type { Log } from '../socket/log.ts'
import type { Store, Writer } from '../store/store.ts'

export interface GuestRecordOptions {
  readonly store: Pick<Store, 'write'>
  readonly clock: Clock
  readonly log: Log
}

type Happened = GuestHappening & { readonly appointmentId: Id }

export function createGuestRecords({ store, clock, log }: GuestRecordOptions): RecordGuest {
  return (happened) => {
    const at = toInstant(clock.now())
    store
      .write((writer) => write(writer, happened, at))
      .catch((error: unknown) => log.error({ ...happened, err: error }, 'guest not recorded'))
  }
}

async function write(writer: Writer, happened: Happened, at: Instant): Promise<void> {
  const { guestId, appointmentId } = happened
  const entry = (actor: Actor, action: string) =>
    writer.audit.append({ at, actor, appointmentId, action, details: { guestId } })
  const physician = async (): Promise<Actor> => ({
    kind: 'staff',
    id: await writer.guests.madeBy(guestId),
  })
  switch (happened.what) {
    case 'guest-came': // every reload is one; that the link was used has its entry already
      return
    case 'guest-admitted':
      await writer.guests.admit(guestId, happened.callId)
      return entry(await physician(), 'guest-admitted')
    case 'guest-objected-to':
      await writer.guests.admit(guestId, null)
      return entry({ kind: 'worker', id: appointmentId }, 'guest-objected-to')
    case 'guest-ended': {
      const { reason } = happened
      // Who left, and a link that was revoked, have their entry already.
      if (reason === 'left' || !(await writer.guests.end(guestId, at))) return
      if (reason === 'removed') return entry(await physician(), 'guest-removed')
      return entry({ kind: 'system', id: null }, 'guest-ended-with-call')
    }
    default:
      return happened satisfies never
  }
}
