/** Words -> command -> answer. */
import type { Store } from '../../signaling/store/store.ts'
import { apiKeyCommands } from './api-keys.ts'
import { auditCommands } from './audit.ts'
import { callsCommands } from './calls.ts'
import type { Answer, Command, CommandTools, LookingCommand } from './command.ts'
import { doctor } from './doctor.ts'
import { itsmeCommands } from './itsme.ts'
import { staffCommands } from './staff.ts'
import { turnCommands } from './turn-config.ts'

const commands: readonly (Command | LookingCommand)[] = [
  doctor,
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
  const parameters = words.slice(command.name.length)
  const answer =
    'look' in command
      ? await command.look(parameters, tools)
      : await runOnStore(command, parameters, tools)
  const said = `npm run visite -- ${[...command.name, command.parameters].join(' ').trim()}`
  return answer ?? { lines: [], mistake: `Say: ${said}` }
}

async function runOnStore(
  command: Command,
  parameters: readonly string[],
  tools: RunTools,
): Promise<Answer | null> {
  const store = await tools.openStore()
  try {
    return await command.run(parameters, store, tools)
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
