/** Keys of the service's own planning software. */
import { Check } from 'typebox/value'
import { toInstant } from '../../signaling/clock.ts'
import { systemActor } from '../../signaling/identity/identity.ts'
import { hashToken } from '../../signaling/identity/token.ts'
import { Name } from '../../signaling/protocol/primitives.ts'
import { answer, refuse, type Command } from './command.ts'

const create: Command = {
  name: ['api-key', 'create'],
  parameters: 'NAME',
  about: 'makes a key with a planner’s rights; it is shown once',
  async run([name, ...rest], store, { clock, makeId, makeToken }) {
    if (name === undefined || rest.length > 0) return null
    if (!Check(Name, name)) return refuse('A name is one line of at most 120 characters.')
    const known = await store.read.apiKeys.list()
    if (known.some((key) => key.name === name)) {
      return refuse(`There is, or was, a key named ${name}: choose another name.`)
    }
    const [id, key, at] = [makeId(), makeToken(), toInstant(clock.now())]
    await store.write(async (writer) => {
      await writer.apiKeys.add({ id, keyHash: hashToken(key), name, at })
      await writer.audit.append({
        at,
        actor: systemActor,
        appointmentId: null,
        action: 'api-key-made',
        details: { keyId: id },
      })
    })
    return answer(key)
  },
}

const list: Command = {
  name: ['api-key', 'list'],
  parameters: '',
  about: 'shows the keys’ names',
  async run(parameters, store) {
    if (parameters.length > 0) return null
    const keys = await store.read.apiKeys.list()
    if (keys.length === 0) return answer('There are no keys.')
    return answer(
      ...keys.map(({ name, createdAt, revokedAt }) => {
        const end = revokedAt === null ? '' : `, revoked ${revokedAt}`
        return `${name}  made ${createdAt}${end}`
      }),
    )
  },
}

const revoke: Command = {
  name: ['api-key', 'revoke'],
  parameters: 'NAME',
  about: 'ends a key; its next request is refused',
  async run([name, ...rest], store, { clock }) {
    if (name === undefined || rest.length > 0) return null
    const at = toInstant(clock.now())
    const keyId = (await store.read.apiKeys.list()).find((key) => key.name === name)?.id ?? null
    const revoked = await store.write(async (writer) => {
      if (!(await writer.apiKeys.revoke(name, at))) return false
      const details = { keyId }
      const action = 'api-key-revoked'
      await writer.audit.append({ at, actor: systemActor, appointmentId: null, action, details })
      return true
    })
    return revoked ? answer(`${name} is revoked.`) : refuse(`No key in use is named ${name}.`)
  },
}

export const apiKeyCommands = [create, list, revoke]
