/** A staff member comes in: a new login behind a new cookie, whatever the browser showed before. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { toInstant, type Clock } from '../clock.ts'
import type { SignInMethod } from '../protocol/own-access.ts'
import type { Id } from '../protocol/primitives.ts'
import type { Live } from '../socket/live.ts'
import type { Writer } from '../store/store.ts'
import type { Access } from './access.ts'
import { deviceMarkMs, type DeviceMarks } from './device-mark.ts'
import { toDevice } from './device.ts'
import { hashToken, type MakeToken } from './token.ts'

/** A working day with its evening: nobody signs in twice on one day, and a forgotten screen is locked by the next. */
export const staffLoginMs = 12 * 60 * 60_000

export interface StaffLoginDeps {
  readonly clock: Clock
  readonly makeToken: MakeToken
  readonly access: Access
  readonly live: Pick<Live, 'loginEnded'>
  readonly deviceMarks: DeviceMarks
}

/** By what somebody came in. */
export interface Entrance {
  readonly method: SignInMethod
  /** The login that the browser had, by its hash, where no cookie says so: coming from another site it sends none. */
  readonly before?: string | null
}

export type StaffLogins = ReturnType<typeof createStaffLogins>

export function createStaffLogins({ clock, makeToken, access, live, deviceMarks }: StaffLoginDeps) {
  return {
    /** Returns how to write the login, and how to give it to the browser once it is written. */
    begin(request: FastifyRequest, reply: FastifyReply, { method, before: known }: Entrance) {
      const cookie = makeToken()
      const now = clock.now()
      const at = toInstant(now)
      let mark: string | null = null
      const shown = access.cookies.read(request, 'staff')
      const before = shown === null ? (known ?? null) : hashToken(shown)
      return {
        async write(writer: Writer, staffId: Id): Promise<void> {
          mark = deviceMarks.markOf(staffId)
          await writer.logins.add({
            kind: 'staff',
            staffId,
            cookieHash: hashToken(cookie),
            device: toDevice(request.headers['user-agent']),
            method,
            at,
            expiresAt: toInstant(now + staffLoginMs),
          })
          if (before !== null) await writer.logins.end(before, at)
        },
        give(): void {
          access.cookies.set(reply, 'staff', cookie, now + staffLoginMs)
          if (mark !== null) access.cookies.set(reply, 'device', mark, now + deviceMarkMs)
          if (before !== null) live.loginEnded(before)
        },
      }
    },
  }
}
