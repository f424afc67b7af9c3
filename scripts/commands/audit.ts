/** The log of what was done. */
import type { AuditEntry, AuditHead } from '../../signaling/store/audit.ts'
import { answer, refuse, type Command } from './command.ts'

const verify: Command = {
  name: ['audit', 'verify'],
  parameters: '[HEAD]',
  about:
    'checks that no entry was changed, removed or put in between; with a head, none since at the end',
  async run(parameters, store) {
    const [written, ...more] = parameters
    const kept = written === undefined ? null : readHead(written)
    if (more.length > 0 || (written !== undefined && kept === null)) return null
    const { entries, brokenAt } = await store.read.audit.verify()
    if (brokenAt !== null) {
      return refuse(`Entry ${brokenAt} does not follow from the one before: the log was changed.`)
    }
    if (kept !== null && !(await store.read.audit.continues(kept))) {
      return refuse(
        `The log does not go through entry ${kept.number} as it was: its end was changed.`,
      )
    }
    return answer(`${entries} entries, each following from the one before.`)
  },
}

const head: Command = {
  name: ['audit', 'head'],
  parameters: '',
  about: 'prints where the log stands: keep it elsewhere each day, for audit verify',
  async run(parameters, store) {
    if (parameters.length > 0) return null
    const { number, hash } = await store.read.audit.head()
    return answer(`${number}:${hash}`)
  },
}

const list: Command = {
  name: ['audit', 'list'],
  parameters: 'APPOINTMENT',
  about: 'prints who did what to an appointment, and when',
  async run(parameters, store) {
    const [appointmentId, ...more] = parameters
    if (appointmentId === undefined || more.length > 0) return null
    const entries = await store.read.audit.ofAppointment(appointmentId)
    if (entries.length === 0) return refuse('There is no entry for this appointment.')
    return answer(...entries.map(inWords))
  },
}

export const auditCommands = [verify, head, list]

/** Reads what `audit head` printed; null when it is not that. */
function readHead(written: string): AuditHead | null {
  const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(written) ?? []
  return number === undefined || hash === undefined ? null : { number: Number(number), hash }
}

function inWords({ number, at, actor, action, details }: AuditEntry): string {
  const who = actor.id === null ? actor.kind : `${actor.kind} ${actor.id}`
  const rest = Object.entries(details).map(([name, value]) => `${name}=${value}`)
  return [`${number}  ${at}  ${who}  ${action}`, ...rest].join('  ')
}
