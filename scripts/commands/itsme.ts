/** Our keys towards itsme, and its own towards us. */
import { calculateJwkThumbprint } from 'jose'
import { createItsme } from '../../signaling/identity/itsme/client.ts'
import { openItsmeKeys, rotateItsmeKeys } from '../../signaling/identity/itsme/key-file.ts'
import { keptByItsmeMs, signingKey } from '../../signaling/identity/itsme/keys.ts'
import { OidcFailure } from '../../signaling/identity/oidc/failure.ts'
import { spokenCodeOf } from '../../signaling/rules/spoken-code.ts'
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

const provider: Command = {
  name: ['itsme', 'provider'],
  parameters: '',
  about:
    'asks itsme with which keys it signs: what to lay down of them, and the code of each to read out to a physician whose browser knew others; where the server is doubted, run it on another machine with its three settings',
  async run(parameters, _store, { config, clock }) {
    if (parameters.length > 0) return null
    if (config.itsme === null) return refuse(notSet)
    const { issuer, clientId, pinnedKeys = [] } = config.itsme
    // All that it publishes; and nothing is signed for this question.
    const itsme = createItsme({
      config: { ...config.itsme, pinnedKeys: [] },
      publicUrl: config.publicUrl,
      keys: { read: async () => [] },
      clock,
    })
    try {
      const { keys } = await itsme.providerKeys()
      const lines = keys.map(async ({ kid, n, e }) => {
        const thumbprint = await calculateJwkThumbprint({ kty: 'RSA', n, e })
        const code = await spokenCodeOf({ issuer, clientId, thumbprint })
        const isLaidDown = pinnedKeys.includes(thumbprint)
        return [thumbprint, `code ${code}`, kid, ...(isLaidDown ? ['(laid down)'] : [])].join('  ')
      })
      return answer(`${issuer} knows the service as ${clientId}.`, ...(await Promise.all(lines)))
    } catch (error) {
      if (!(error instanceof OidcFailure)) throw error
      return refuse(`${issuer} could not be asked (${error.message}).`)
    }
  },
}

export const itsmeCommands = [list, rotate, provider]
