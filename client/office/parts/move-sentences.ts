/** What a move breaks and what it did, in words. */
import {
  breachCodes,
  type BreachCode,
  type MoveChoice,
  type Moved,
} from '../../../signaling/protocol/board.ts'
import type { Format } from '../../i18n/format.ts'
import type { Texts } from '../texts.ts'

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

/** `names` by appointment. */
export function toMovedSentences(
  { appointment, swapped, mailsAt, toPhone }: Moved,
  names: ReadonlyMap<string, string>,
  { texts, format }: { readonly texts: Texts; readonly format: Format },
): readonly string[] {
  const nameOf = (id: string) => names.get(id) ?? ''
  const at = ({ startsAt }: Moved['appointment']) =>
    `${format.shortDay(startsAt)}, ${format.time(startsAt)}`
  return [
    texts['move.done'](nameOf(appointment.id), at(appointment)),
    ...(swapped === null ? [] : [texts['move.done'](nameOf(swapped.id), at(swapped))]),
    ...(mailsAt === null ? [] : [texts['move.mail-at'](format.time(mailsAt))]),
    ...(toPhone.length === 0 ? [] : [texts['board.no-address'](toPhone.map(nameOf).join(', '))]),
  ]
}
