/** People who sign in. */
import { toInstant } from '../../signaling/clock.ts'
import { AppError } from '../../signaling/errors.ts'
import { systemActor } from '../../signaling/identity/identity.ts'
import { disableAccount, enableAccount } from '../../signaling/identity/staff-accounts.ts'
import { unlinkAccount } from '../../signaling/identity/staff-oidc/account.ts'
import { createStaffLink } from '../../signaling/identity/staff-links.ts'
import type { SignInLink } from '../../signaling/store/sign-in-links.ts'
import type { Store } from '../../signaling/store/store.ts'
import { answer, refuse, type Answer, type Command } from './command.ts'

const link: Command = {
  name: ['staff', 'link'],
  parameters: 'planner | physician | evaluator | ID',
  about: 'makes a link, good once within 24 hours: a new one enrols, a known ID signs in',
  async run([who, ...rest], store, { config, clock, makeToken }) {
    if (who === undefined || rest.length > 0) return null
    const link = await toLink(who, store)
    if (link === null) return refuse(nobodyHas(who))
    const { publicUrl } = config
    const options = { store, clock, makeToken, publicUrl, actor: systemActor }
    return answer((await createStaffLink(link, options)).url)
  },
}

const list: Command = {
  name: ['staff', 'list'],
  parameters: '',
  about:
    'shows who may sign in, who no longer may, and who came by the service’s own sign-in (linked)',
  async run(parameters, store) {
    if (parameters.length > 0) return null
    const staff = await store.read.staff.list()
    if (staff.length === 0)
      return answer('Nobody has enrolled yet: staff link planner makes a link.')
    const linked = await store.read.staffOidc.linked()
    return answer(
      ...staff.map(({ id, role, name, email, disabled }) =>
        [
          id,
          role.padEnd(9),
          name,
          ...(email === null ? [] : [`<${email}>`]),
          ...(linked.has(id) ? ['(linked)'] : []),
          ...(disabled ? ['(disabled)'] : []),
        ].join('  '),
      ),
    )
  },
}

const disable: Command = {
  name: ['staff', 'disable'],
  parameters: 'ID',
  about: 'signs someone out everywhere, and lets them in no more until staff enable',
  run: ([staffId, ...rest], store, { clock }) =>
    staffId === undefined || rest.length > 0
      ? Promise.resolve(null)
      : change(staffId, 'May no longer sign in; every page of theirs closes within seconds.', () =>
          store.write((writer) =>
            disableAccount(writer, { staffId, actor: systemActor, at: toInstant(clock.now()) }),
          ),
        ),
}

const enable: Command = {
  name: ['staff', 'enable'],
  parameters: 'ID',
  about: 'lets someone sign in again, with the passkeys that they have',
  run: ([staffId, ...rest], store, { clock }) =>
    staffId === undefined || rest.length > 0
      ? Promise.resolve(null)
      : change(staffId, 'May sign in again.', () =>
          store.write((writer) =>
            enableAccount(writer, { staffId, actor: systemActor, at: toInstant(clock.now()) }),
          ),
        ),
}

const unlink: Command = {
  name: ['staff', 'unlink'],
  parameters: 'ID',
  about:
    'lets the service’s own sign-in find an account anew, by its address; signs out who is in it',
  async run([staffId, ...rest], store, { clock }) {
    if (staffId === undefined || rest.length > 0) return null
    const change = { staffId, actor: systemActor, at: toInstant(clock.now()) }
    try {
      return (await store.write((writer) => unlinkAccount(writer, change)))
        ? answer('Is linked to nobody; their passkeys stay.')
        : refuse('Was linked to nobody; staff list shows who is.')
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return refuse(nobodyHas(staffId))
    }
  },
}

export const staffCommands = [link, list, disable, enable, unlink]

function nobodyHas(staffId: string): string {
  return `Nobody has the ID ${staffId}; staff list shows who has which.`
}

async function change(
  staffId: string,
  done: string,
  work: () => Promise<unknown>,
): Promise<Answer> {
  try {
    await work()
    return answer(done)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return refuse(
      error.code === 'last-planner'
        ? 'This is the last planner: make another one first, with staff link planner.'
        : nobodyHas(staffId),
    )
  }
}

async function toLink(who: string, store: Store): Promise<SignInLink | null> {
  if (who === 'planner' || who === 'physician' || who === 'evaluator')
    return { kind: 'enrol', role: who }
  const member = await store.read.staff.get(who)
  return member && { kind: 'sign-in', role: member.role, staffId: member.staff.id }
}
