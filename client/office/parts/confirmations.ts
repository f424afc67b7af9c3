/** What cannot be taken back is asked about first. */
import type { BookedAppointment } from '../standing.ts'
import type { Confirmation } from './confirm-dialog.ts'
import type { Office } from './office-element.ts'

/** `done` is called with what to say once it is stored. */
export function toConfirmation(
  command: 'in-person' | 'remove',
  { id, workerName }: BookedAppointment,
  { texts, api }: Pick<Office, 'texts' | 'api'>,
  done: (sentence: string) => void,
): Confirmation {
  switch (command) {
    case 'in-person':
      return {
        question: texts['board.convert-ask'](workerName),
        consequence: texts['board.convert-then'],
        yes: texts['board.convert-yes'],
        act: async () => {
          await api.planInPerson(id)
          done(texts['board.converted'](workerName))
        },
      }
    case 'remove':
      return {
        question: texts['board.remove-ask'](workerName),
        consequence: texts['board.remove-then'],
        yes: texts['board.remove-yes'],
        act: async () => {
          await api.cancelAppointment(id)
          done(texts['board.removed'](workerName))
        },
      }
  }
}
