/** What takes something from somebody is asked about first: a slot, or an account. */
import type { Ended } from '../../../signaling/protocol/board.ts'
import type { Id } from '../../../signaling/protocol/primitives.ts'
import type { BookedAppointment } from '../standing.ts'
import type { Confirmation } from './confirm-dialog.ts'
import type { Office } from './office-element.ts'

/** `done` is called with the sentence that says it once it is stored. */
export function toConfirmation(
  command: 'in-person' | 'remove',
  { id, workerName }: BookedAppointment,
  { texts, api }: Pick<Office, 'texts' | 'api'>,
  done: (ended: Ended, sentence: string) => void,
): Confirmation {
  switch (command) {
    case 'in-person':
      return {
        question: texts['board.convert-ask'](workerName),
        consequence: texts['board.convert-then'],
        yes: texts['board.convert-yes'],
        act: async () => {
          done(await api.planInPerson(id), texts['board.converted'](workerName))
        },
      }
    case 'remove':
      return {
        question: texts['board.remove-ask'](workerName),
        consequence: texts['board.remove-then'],
        yes: texts['board.remove-yes'],
        act: async () => {
          done(await api.cancelAppointment(id), texts['board.removed'](workerName))
        },
      }
  }
}

/** Before an account of the service, or of an employer's contact, is closed. `done` is called with the sentence that says it. */
export function toDisabling(
  { id, name }: { readonly id: Id; readonly name: string },
  { texts, api }: Pick<Office, 'texts' | 'api'>,
  done: (sentence: string) => void | Promise<void>,
): Confirmation {
  return {
    question: texts['staff.disable-ask'](name),
    consequence: texts['staff.disable-then'],
    yes: texts['staff.disable-yes'],
    act: async () => {
      await api.disableStaff(id)
      await done(texts['staff.disabled'](name))
    },
  }
}
