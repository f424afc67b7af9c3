/**
 * Closes the lines of logins that ended while their page was open: expired, withdrawn with a link, or ended by an
 * administrator's command, which runs beside the server and cannot tell it. Nobody is cut off in the middle of a call
 * because the hour has come: while a person is in a call, their login is prolonged, so that a line that is lost finds its way
 * back. A login that was withdrawn is over at once.
 */
import { fromInstant, toInstant, type Clock } from '../clock.ts'
import type { Consultations } from '../consultation/consultations.ts'
import { noteUseMs } from '../identity/access.ts'
import type { Instant } from '../protocol/primitives.ts'
import type { Connection } from './connection.ts'
import type { Connections } from './connections.ts'
import { loginInCallMs, loginsEveryMs } from './limits.ts'
import type { Log } from './log.ts'
import type { Timers } from './timers.ts'

/** Who is signed in, as it is written down: until when, by the hash of the cookie. */
export interface LoginsReader {
  open(now: Instant): Promise<ReadonlyMap<string, Instant>>
}

/** Whoever talks is using their login, though their page asks for nothing meanwhile. */
export type NoteUse = (loginKeys: readonly string[], now: Instant) => Promise<void>

/** Moves the end of the login, where it comes before this one. */
export type ProlongLogin = (loginKey: string, until: Instant) => Promise<void>

export interface LoginWatchOptions {
  readonly connections: Connections
  readonly consultations: Pick<Consultations, 'isTalking'>
  readonly logins: LoginsReader
  readonly noteUse: NoteUse
  readonly prolongLogin: ProlongLogin
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
}

export function watchLogins(options: LoginWatchOptions): { close(): void } {
  const { connections, consultations, logins, noteUse, prolongLogin, clock, timers, log } = options
  /** As it was last read: rows of expired logins are soon removed. */
  const expiry = new WeakMap<Connection, Instant>()
  let notedAt = clock.now()
  let cancel = timers.after(loginsEveryMs, look)

  function look(): void {
    cancel = timers.after(loginsEveryMs, look)
    check().catch((error: unknown) => log.error({ err: error }, 'logins not read'))
  }

  async function check(): Promise<void> {
    // Who comes while it is read has just been let in.
    const present = connections.all()
    if (present.length === 0) return
    const now = toInstant(clock.now())
    const open = await logins.open(now)
    for (const connection of present) {
      const until = open.get(connection.loginKey)
      if (until === undefined) {
        if (!isOnlyLate(connection, now)) connection.close('signed-out')
        continue
      }
      expiry.set(connection, until)
      await prolongForCall(connection, until)
    }
    await noteTalks(now)
  }

  async function prolongForCall({ loginKey, person }: Connection, until: Instant): Promise<void> {
    const now = clock.now()
    // A guest is let in by the physician, call by call: their link ends with the appointment.
    if (person.side === 'guest' || !consultations.isTalking(person)) return
    // Written once in a minute.
    if (fromInstant(until) > now + loginInCallMs - 60_000) return
    await prolongLogin(loginKey, toInstant(now + loginInCallMs))
  }

  async function noteTalks(now: Instant): Promise<void> {
    if (clock.now() - notedAt < noteUseMs) return
    notedAt = clock.now()
    const talking = connections.all().filter(({ person }) => consultations.isTalking(person))
    if (talking.length > 0)
      await noteUse(
        talking.map(({ loginKey }) => loginKey),
        now,
      )
  }

  function isOnlyLate(connection: Connection, now: Instant): boolean {
    const until = expiry.get(connection)
    return until !== undefined && until <= now && consultations.isTalking(connection.person)
  }

  return { close: () => cancel() }
}
