/** What a move breaks and what it did, in words. */
import {
  breachCodes,
  type BreachCode,
  type Ended,
  type MoveChoice,
  type Moved,
} from '../../../signaling/protocol/board.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import type { Texts } from '../texts.ts'
import { dayAndTime } from './day-and-time.ts'
import type { Notice, Office } from './office-element.ts'

/** One sentence for each breach; whose it is, where two are swapped. */
export function toBreachSentences(
  { breaches, holder }: Pick<MoveChoice, 'breaches' | 'holder'>,
  name: string,
  texts: Texts,
): readonly string[] {
  return breaches.map(({ code, appointmentId }) => {
    const sentence = texts['move.breach'][code]
    if (holder === null) return sentence
    const whose = appointmentId === holder.appointmentId ? holder.workerName : name
    return texts['move.breach-of'](whose, sentence)
  })
}

/** The codes that the planner has read, as the server wants them back. */
export function toDespite({ breaches }: Pick<MoveChoice, 'breaches'>): BreachCode[] {
  return breachCodes.filter((code) => breaches.some((breach) => breach.code === code))
}

export function isForbidden({ breaches }: Pick<MoveChoice, 'breaches'>): boolean {
  return breaches.some((breach) => breach.forbids)
}

interface MoveActs {
  readonly undo: () => Promise<void>
  readonly sendNow: () => Promise<void>
}

/** What became of a move, and what can still be done about it. `names` by appointment. */
export function toMoveNotice(
  moved: Moved,
  names: ReadonlyMap<Id, string>,
  { texts, format }: Pick<Office, 'texts' | 'format'>,
  { undo, sendNow }: MoveActs,
): Notice {
  const { appointment, swapped, mailsAt, toPhone } = moved
  const nameOf = (id: Id) => names.get(id) ?? ''
  const now = ({ id, startsAt }: Moved['appointment']) =>
    texts['move.done'](nameOf(id), dayAndTime(startsAt, format))
  return {
    tone: toPhone.length === 0 ? 'go' : 'wait',
    sentences: [
      now(appointment),
      ...(swapped === null ? [] : [now(swapped)]),
      ...(mailsAt === null ? [] : [texts['move.mail-at'](format.time(mailsAt))]),
      ...(toPhone.length === 0 ? [] : [texts['board.no-address'](toPhone.map(nameOf).join(', '))]),
    ],
    acts: [
      { label: texts['move.undo'], act: undo },
      ...(mailsAt === null ? [] : [{ label: texts['move.send-now'], act: sendNow }]),
    ],
  }
}

/** What became of a removal or a turn to a visit in person, or of its undo. `said` comes first. */
export function toEndNotice(
  { mailsAt, toPhone }: Ended,
  said: string,
  name: string,
  { texts, format }: Pick<Office, 'texts' | 'format'>,
  acts: Notice['acts'] = [],
): Notice {
  return {
    tone: toPhone ? 'wait' : 'go',
    sentences: [
      said,
      ...(mailsAt === null ? [] : [texts['move.mail-at'](format.time(mailsAt))]),
      ...(toPhone ? [texts['board.no-address'](name)] : []),
    ],
    acts,
  }
}
