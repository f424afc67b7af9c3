/** Words -> command -> answer. */
import type { Store } from '../../signaling/store/store.ts'
import { apiKeyCommands } from './api-keys.ts'
import { auditCommands } from './audit.ts'
import { callsCommands } from './calls.ts'
import type { Answer, CommandTools } from './command.ts'
import { itsmeCommands } from './itsme.ts'
import { staffCommands } from './staff.ts'
import { turnCommands } from './turn-config.ts'

const commands = [
  ...staffCommands,
  ...apiKeyCommands,
  ...auditCommands,
  ...callsCommands,
  ...turnCommands,
  ...itsmeCommands,
]

export interface RunTools extends CommandTools {
  /** Called only for a command that exists. */
  openStore(): Promise<Store>
}

export async function runCommand(words: readonly string[], tools: RunTools): Promise<Answer> {
  const wish = words.join(' ')
  if (['', 'help', '--help', '-h'].includes(wish)) return { lines: usage(), mistake: null }
  const command = commands.find(({ name }) => name.every((word, index) => words[index] === word))
  if (command === undefined) {
    return { lines: usage(), mistake: `There is no command "${wish}".` }
  }
  const store = await tools.openStore()
  try {
    const answer = await command.run(words.slice(command.name.length), store, tools)
    const parameters = `npm run visite -- ${[...command.name, command.parameters].join(' ').trim()}`
    return answer ?? { lines: [], mistake: `Say: ${parameters}` }
  } finally {
    await store.close()
  }
}

function usage(): string[] {
  return [
    'npm run visite -- COMMAND, with the same VISITE_… settings as the server. Commands:',
    ...commands.flatMap(({ name, parameters, about }) => [
      '',
      `  ${[...name, parameters].join(' ').trim()}`,
      `      ${about}`,
    ]),
  ]
}
