/** Our keys towards itsme. */
import { openItsmeKeys, rotateItsmeKeys } from '../../signaling/identity/itsme/key-file.ts'
import { keptByItsmeMs, signingKey } from '../../signaling/identity/itsme/keys.ts'
import { toInstant } from '../../signaling/clock.ts'
import { answer, refuse, type Command } from './command.ts'

const notSet = 'itsme is not set up here: VISITE_ITSME_ISSUER is empty.'

const list: Command = {
  name: ['itsme', 'keys'],
  parameters: '',
  about: 'shows our keys towards itsme: what for, since when, and which one signs now',
  async run(parameters, _store, { config, clock }) {
    if (parameters.length > 0) return null
    if (config.itsme === null) return refuse(notSet)
    const keys = await openItsmeKeys(config.dataDir, clock).read()
    const { kid: signing } = signingKey(keys, clock.now())
    return answer(
      ...keys.map(({ use, kid, madeAt }) =>
        [
          use === 'sig' ? 'signing   ' : 'encryption',
          kid,
          `since ${toInstant(madeAt)}`,
          ...(kid === signing ? ['(signs now)'] : []),
        ].join('  '),
      ),
    )
  },
}

const rotate: Command = {
  name: ['itsme', 'rotate'],
  parameters: '',
  about:
    'makes new keys towards itsme; the server shows them at once and goes on with the old ones until itsme must know the new',
  async run(parameters, _store, { config, clock }) {
    if (parameters.length > 0) return null
    if (config.itsme === null) return refuse(notSet)
    await rotateItsmeKeys(config.dataDir, clock)
    const inUseAt = toInstant(clock.now() + keptByItsmeMs)
    return answer(
      `New keys are shown to itsme at ${config.publicUrl}/api/itsme/jwks; the new signing key is used from ${inUseAt} on.`,
    )
  },
}

export const itsmeCommands = [list, rotate]
