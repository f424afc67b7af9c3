/** The settings of Visite -> the options of its coturn, for `npm run visite -- turn-config`. */
import type { Config } from '../signaling/config.ts'
import { parseTurnUrl } from '../turn/turn-url.ts'
import type { TurnServerOptions } from '../turn/turnserver-conf.ts'

export type TurnOptions =
  | { readonly ok: true; readonly options: TurnServerOptions }
  | { readonly ok: false; readonly mistake: string }

/** 16,384 ports: two for each relayed call, and a call may hold several allocations while it looks for its way. */
export const relayPorts = { min: 49_152, max: 65_535 }

/** Room for a hundred relayed calls at once, two people each, three addresses a person, with as much again to spare. */
const totalQuota = 1200

/** Returns the options, or one sentence about the setting that is missing. `secret` is the content of the secret file. */
export function turnOptions(turn: Config['turn'], secret: string): TurnOptions {
  if (turn === null) return mistake('VISITE_TURN_URLS is not set: there is nothing to configure.')
  if (turn.address === null) {
    return mistake(
      'VISITE_TURN_ADDRESS is not set: it is the IPv4 address of the machine that runs coturn.',
    )
  }
  if (secret.trim().length < 32) {
    return mistake(`${turn.secretFile} holds a short secret: use at least 32 random characters.`)
  }
  const urls = turn.urls.map(parseTurnUrl)
  const plain = urls.find(({ transport }) => transport !== 'tls')
  const secure = urls.find(({ transport }) => transport === 'tls')
  if (secure !== undefined && turn.certificate === null) {
    return mistake('A turns: address needs VISITE_TURN_CERT_FILE and VISITE_TURN_KEY_FILE.')
  }
  return {
    ok: true,
    options: {
      realm: urls[0]?.host ?? 'visite',
      address: turn.address,
      publicAddress: turn.publicAddress,
      port: plain?.port ?? 3478,
      tls:
        secure === undefined || turn.certificate === null
          ? null
          : { port: secure.port, ...turn.certificate },
      relayPorts,
      secret: secret.trim(),
      totalQuota,
      workFolder: '/var/lib/turn',
    },
  }
}

function mistake(sentence: string): TurnOptions {
  return { ok: false, mistake: sentence }
}
