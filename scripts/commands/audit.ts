/** The log of what was done. */
import { answer, refuse, type Command } from './command.ts'

const verify: Command = {
  name: ['audit', 'verify'],
  parameters: '',
  about: 'checks that no entry was changed, removed or put in between',
  async run(parameters, store) {
    if (parameters.length > 0) return null
    const { entries, brokenAt } = await store.read.audit.verify()
    if (brokenAt !== null) {
      return refuse(`Entry ${brokenAt} does not follow from the one before: the log was changed.`)
    }
    return answer(`${entries} entries, each following from the one before.`)
  },
}

export const auditCommands = [verify]
