/** The mails about a move. They wait for as long as the move can be taken back, so that nobody is told of a slip of the hand. */
import { fromInstant, toInstant } from '../clock.ts'
import type { Moved } from '../protocol/board.ts'
import type { Id, Instant } from '../protocol/primitives.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { SettledMessage } from '../store/outbox.ts'
import type { Writer } from '../store/store.ts'
import type { PlanningOptions } from './planning-options.ts'

type Told = Pick<Moved, 'mailsAt' | 'toPhone'>
type Options = Pick<PlanningOptions, 'makeId' | 'undoMs'>

/** Queues a mail for each who was invited. Who never got the invitation gets that: it says what holds when it leaves. */
export async function tellMoved(
  writer: Writer,
  { makeId, undoMs }: Options,
  appointmentIds: readonly Id[],
  at: Instant,
): Promise<Told> {
  const toPhone: Id[] = []
  const dueAt = toInstant(fromInstant(at) + undoMs)
  let mailsAt: Instant | null = null
  for (const appointmentId of appointmentIds) {
    const context = await writer.appointments.context(appointmentId)
    if (context === null || context.appointment.status === 'planned') continue
    if (context.worker.email === null) {
      toPhone.push(appointmentId)
      continue
    }
    const kind = (await writer.outbox.wasTold(appointmentId)) ? 'moved' : 'invitation'
    await writer.outbox.queue({ id: makeId(), appointmentId, kind, at, dueAt })
    mailsAt = dueAt
  }
  return { mailsAt, toPhone }
}

/** Takes back what a move queued; who was told of the move is told again. `moves` are the audit log's entries of it. */
export async function tellTakenBack(
  writer: Writer,
  options: Options,
  moves: readonly AuditEntry[],
  at: Instant,
): Promise<Told> {
  const toldAlready: Id[] = []
  let mailsAt: Instant | null = null
  for (const move of moves) {
    const appointmentId = move.appointmentId ?? ''
    const message = await messageOf(writer, move)
    if (message?.state === 'sent') toldAlready.push(appointmentId)
    if (message?.state !== 'queued') continue
    if (message.kind === 'moved') await writer.outbox.supersede(message.id, at)
    else {
      await writer.outbox.queue({ id: options.makeId(), appointmentId, kind: 'invitation', at })
      mailsAt = at
    }
  }
  const told = await tellMoved(writer, options, toldAlready, at)
  return { ...told, mailsAt: told.mailsAt ?? mailsAt }
}

/** Whether the worker has learnt of the move. */
export async function wasToldOf(writer: Writer, move: AuditEntry): Promise<boolean> {
  return (await messageOf(writer, move))?.state === 'sent'
}

/** The message that the move queued, if it did; of one transaction, so of one instant. */
async function messageOf(writer: Writer, move: AuditEntry): Promise<SettledMessage | null> {
  const message = await writer.outbox.latestAboutTime(move.appointmentId ?? '')
  return message?.createdAt === move.at ? message : null
}
