import type { CohortSlot } from '../../../signaling/protocol/cohort.ts'
import type { FormPlan } from './form-dialog.ts'
import type { Office } from './office-element.ts'
import { slotInWords } from './slot-in-words.ts'

/** The form for another slot for somebody of a cohort. `moved` is called with the slot; nothing is stored. */
export function planCohortMove(
  workerName: string,
  free: readonly CohortSlot[],
  office: Office,
  moved: (slotId: string) => void,
): FormPlan {
  const { texts } = office
  return {
    heading: texts['cohort.move-of'](workerName),
    submit: texts['cohort.move-yes'],
    fields: [
      {
        name: 'slotId',
        label: texts['cohort.slot'],
        kind: 'select',
        required: true,
        choices: free.map((slot) => ({ value: slot.id, label: slotInWords(slot, office) })),
        ...(free.length === 0 && { hint: texts['cohort.no-other'] }),
      },
    ],
    save: async ({ slotId = '' }) => moved(slotId),
  }
}
