/** People who sign in. */
import { systemActor } from '../../signaling/identity/identity.ts'
import { createStaffLink } from '../../signaling/identity/staff-links.ts'
import type { SignInLink } from '../../signaling/store/sign-in-links.ts'
import type { Store } from '../../signaling/store/store.ts'
import { answer, refuse, type Command } from './command.ts'

const link: Command = {
  name: ['staff', 'link'],
  parameters: 'planner | physician | ID',
  about:
    'makes a link, good once within 24 hours: a new planner or physician enrols, a known ID signs in',
  async run([who, ...rest], store, { config, clock, makeToken }) {
    if (who === undefined || rest.length > 0) return null
    const link = await toLink(who, store)
    if (link === null) return refuse(`Nobody has the ID ${who}; staff list shows who has which.`)
    const { publicUrl } = config
    const options = { store, clock, makeToken, publicUrl, actor: systemActor }
    return answer((await createStaffLink(link, options)).url)
  },
}

const list: Command = {
  name: ['staff', 'list'],
  parameters: '',
  about: 'shows who may sign in',
  async run(parameters, store) {
    if (parameters.length > 0) return null
    const staff = await store.read.staff.list()
    if (staff.length === 0)
      return answer('Nobody has enrolled yet: staff link planner makes a link.')
    return answer(
      ...staff.map(({ id, role, name, email }) =>
        [id, role.padEnd(9), name, ...(email === null ? [] : [`<${email}>`])].join('  '),
      ),
    )
  },
}

export const staffCommands = [link, list]

async function toLink(who: string, store: Store): Promise<SignInLink | null> {
  if (who === 'planner' || who === 'physician') return { kind: 'enrol', role: who }
  const member = await store.read.staff.get(who)
  return member && { kind: 'sign-in', role: member.role, staffId: member.staff.id }
}
