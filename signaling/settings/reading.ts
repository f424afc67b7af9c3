/** How each group of settings is read: trimmed, and what is wrong goes on one list. */
import { settings, type SettingName } from './table.ts'

export type Environment = Readonly<Record<string, string | undefined>>

export interface Reading {
  /** What is set, or else the default; '' means "not set". */
  readonly read: (name: SettingName) => string
  /** Takes a sentence that says what to do. */
  readonly refuse: (mistake: string) => void
}

export function createReading(environment: Environment): Reading & { readonly mistakes: string[] } {
  const mistakes: string[] = []
  return {
    read: (name) => environment[name]?.trim() || settings[name].default,
    refuse: (mistake) => mistakes.push(mistake),
    mistakes,
  }
}

/** Returns the value if it is one of the choices; else says which there are, and returns the first. */
export function readChoice<const Choice extends string>(
  { read, refuse }: Reading,
  name: SettingName,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = read(name)
  const choice = choices.find((each) => each === value)
  if (choice !== undefined) return choice
  const last = choices.at(-1)
  refuse(`${name} must be ${choices.slice(0, -1).join(', ')} or ${last}.`)
  return choices[0]
}
