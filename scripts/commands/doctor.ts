/** What is well on this installation, and what is not. */
import { examine } from '../doctor/doctor.ts'
import { toLine } from '../doctor/finding.ts'
import type { LookingCommand } from './command.ts'

export const doctor: LookingCommand = {
  name: ['doctor'],
  parameters: '',
  about: 'says what is well here and what is not, with what to do; changes and sends nothing',
  async look(parameters, { config, clock }) {
    if (parameters.length > 0) return null
    const findings = await examine(config, clock)
    const ill = findings.filter(({ kind }) => kind === 'not-well').length
    const lines = findings.map(toLine)
    if (ill > 0) return { lines, mistake: `Not well: ${ill} of ${findings.length}.` }
    return { lines: [...lines, 'All is well.'], mistake: null }
  },
}
