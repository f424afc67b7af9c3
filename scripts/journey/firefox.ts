/** A person at Firefox ESR, with as much of a page as the acts of a call need. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { findProgram } from '../setup/test-programs.mjs'
import type { Screen } from './acts.ts'
import { recordConnections, type Evaluates } from './browser.ts'

export const firefoxPath = findProgram('firefox-esr')

/** Like Playwright's: an act waits so long for what it wants to press or read. */
const patienceMs = 30_000
const lookEveryMs = 100

export interface FirefoxPerson {
  readonly page: Screen & Evaluates & { reload(): Promise<void>; picture(): Promise<Buffer> }
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export interface FirefoxOptions {
  readonly inside: readonly string[]
  readonly viewport: { readonly width: number; readonly height: number }
  /** Run in the page before its own program. */
  readonly script: string
}

export async function openFirefox(url: string, options: FirefoxOptions): Promise<FirefoxPerson> {
  if (firefoxPath === null) throw new Error('Firefox ESR is not installed')
  const driver = startDriver(firefoxPath, options)
  const evaluate = async <Result, Argument>(
    run: (argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) =>
    (await driver.ask(
      'evaluate',
      `(${run.toString()})(${JSON.stringify(argument) ?? ''})`,
    )) as Result
  await driver.ask('before', `(${recordConnections.toString()})()`)
  await driver.ask('before', options.script)
  await driver.ask('open', url)

  async function until(look: (wanted: Wanted) => boolean, wanted: Wanted): Promise<void> {
    const deadline = Date.now() + patienceMs
    while (!(await evaluate(look, wanted))) {
      if (Date.now() > deadline) throw new Error(`Firefox shows no ${JSON.stringify(wanted)}`)
      await pause(lookEveryMs)
    }
  }

  return {
    complaints: driver.complaints,
    close: () => driver.close(),
    page: {
      evaluate,
      waitForTimeout: pause,
      reload: async () => void (await driver.ask('reload', '')),
      picture: async () => Buffer.from(String(await driver.ask('picture', '')), 'base64'),
      getByRole: (role, { name, exact }) => ({
        click: () => until(lookFor, { role, name, exact, click: true }),
        waitFor: () => until(lookFor, { role, name, exact, click: false }),
      }),
    },
  }
}

interface Wanted {
  readonly role: 'button' | 'heading'
  readonly name: string
  readonly exact: boolean
  readonly click: boolean
}

/** Runs in the page: whether it is there to be seen; and presses it when that is wanted. */
function lookFor({ role, name, exact, click }: Wanted): boolean {
  const all = document.querySelectorAll<HTMLElement>(role === 'button' ? 'button' : 'h1, h2, h3')
  const found = [...all].find((element) => {
    const label = element.getAttribute('aria-label') ?? element.textContent ?? ''
    const text = label.replace(/\s+/g, ' ').trim()
    return element.checkVisibility() && (exact ? text === name : text.includes(name))
  })
  if (found === undefined || (found as HTMLButtonElement).disabled) return false
  if (click) found.click()
  return true
}

interface Answer {
  readonly id?: number
  readonly result?: unknown
  readonly error?: string
  readonly complaint?: string
}

function startDriver(firefox: string, { inside, viewport }: FirefoxOptions) {
  const file = fileURLToPath(new URL('firefox-driver.mjs', import.meta.url))
  const size = [String(viewport.width), String(viewport.height)]
  const [command = '', ...words] = [...inside, process.execPath, file, firefox, ...size]
  const child = spawn(command, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  const complaints: string[] = []
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked = 0
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      for (const answer of waiting.values()) answer({ error: 'Firefox’s driver has ended' })
      resolve()
    })
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer = JSON.parse(line) as Answer
    if (answer.complaint !== undefined) complaints.push(answer.complaint)
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer)
  })
  return {
    complaints,
    async ask(command: string, words: string): Promise<unknown> {
      const id = (asked += 1)
      const answer = await new Promise<Answer>((resolve) => {
        waiting.set(id, resolve)
        child.stdin.write(`${JSON.stringify({ id, command, words })}\n`)
      })
      waiting.delete(id)
      if (answer.error !== undefined) throw new Error(answer.error)
      return answer.result
    },
    async close(): Promise<void> {
      child.stdin.end()
      await ended
    },
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
