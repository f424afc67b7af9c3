/** What a command is given, and what it answers. */
import type { Clock, MakeId } from '../../signaling/clock.ts'
import type { Config } from '../../signaling/config.ts'
import type { MakeToken } from '../../signaling/identity/token.ts'
import type { Store } from '../../signaling/store/store.ts'

export interface CommandTools {
  readonly config: Config
  readonly clock: Clock
  readonly makeId: MakeId
  readonly makeToken: MakeToken
}

export interface Answer {
  /** For stdout. */
  readonly lines: readonly string[]
  /** One sentence for stderr, and an exit code of 1; null when it went well. */
  readonly mistake: string | null
}

interface CommandWords {
  /** Its words, such as `['staff', 'link']`. */
  readonly name: readonly string[]
  /** What follows the words, for the usage text. */
  readonly parameters: string
  readonly about: string
}

/** One that looks at an installation which may be broken: nothing is opened for it, so that nothing is made or changed. */
export interface LookingCommand extends CommandWords {
  /** Returns null when the parameters make no sense. */
  look(parameters: readonly string[], tools: CommandTools): Promise<Answer | null>
}

export interface Command extends CommandWords {
  /** Returns null when the parameters make no sense. */
  run(parameters: readonly string[], store: Store, tools: CommandTools): Promise<Answer | null>
}

export function answer(...lines: string[]): Answer {
  return { lines, mistake: null }
}

export function refuse(mistake: string): Answer {
  return { lines: [], mistake }
}
