/** The configuration of the service's coturn. */
import { readSharedSecret } from '../../signaling/identity/secrets.ts'
import { renderTurnserverConf } from '../../turn/turnserver-conf.ts'
import { turnOptions } from '../turn-options.ts'
import { answer, refuse, type Command } from './command.ts'

const turnConfig: Command = {
  name: ['turn-config'],
  parameters: '',
  about: 'prints turnserver.conf for these settings; it holds the secret, so keep it at mode 0600',
  async run(parameters, _store, { config: { turn } }) {
    if (parameters.length > 0) return null
    const secret = turn === null ? '' : readSharedSecret(turn.secretFile, 'VISITE_TURN_SECRET_FILE')
    const options = turnOptions(turn, secret)
    if (!options.ok) return refuse(options.mistake)
    return answer(renderTurnserverConf(options.options).trimEnd())
  },
}

export const turnCommands = [turnConfig]
