// @ts-check
/**
 * `npm test` and `npm run check`: every check in order, one result line at the end.
 * Plain JavaScript: on a fresh clone it installs what the checks need first.
 */
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { constants, setPriority, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { refuseOldNode } from './setup/node-version.mjs'
import { ensureBuilt, ensureInstalled } from './setup/ready.mjs'
import { canMakeNetworks, ensureTestPrograms } from './setup/test-programs.mjs'

const quick = process.argv.includes('--quick')

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */
/**
 * What is read of vitest's own report.
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: { name: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} Report
 */

/**
 * Said again at the end: of a long output the last lines are read first, and sometimes kept alone.
 * @type {string[]}
 */
const failures = []

// Several threads each check the same imports again: a third more time, and not sooner (measured).
const tsc = ['node_modules/typescript/bin/tsc', '--singleThreaded']
// The same holds of the linter and of the Go program that tells it types: half the time in one thread each (measured).
process.env.GOMAXPROCS = '1'
const oxlint = ['node_modules/oxlint/bin/oxlint', '--threads', '1']

/**
 * What both commands check, the longest first; each keeps one processor busy. In several workers each would load all modules
 * anew: on two processors everything together took ten seconds longer then (measured).
 * @type {(() => Promise<void>)[]}
 */
const left = [
  () => tests('unit', ['--project', 'node', '--maxWorkers', '1']),
  () => tests('unit of the pages', ['--project', 'page', '--maxWorkers', '1']),
  () => step('lint', [...oxlint, '--deny-warnings']),
  () => step('types of the scripts', [...tsc, '-p', 'scripts']),
  () => step('types', [...tsc, '-p', 'signaling']),
  () => step('types of the pages', [...tsc, '-p', 'client']),
]

const missing = await prepare()

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 }

// Left out of the command that every change is tried with: what opens a whole server, and the form of every file.
if (!quick) left.unshift(() => tests('server', ['--project', 'server', '--maxWorkers', '1']))
if (!quick) left.push(format)
await Promise.all([work(), work()])
if (!quick) {
  await ensureBuilt()
  await tests('timed', ['--project', 'timed'])
  await Promise.all([
    tests('browser', ['--project', 'browser']),
    tests('system and gallery', ['--project', 'system', '--project', 'gallery'], {
      inTheGaps: true,
    }),
  ])
}

for (const failure of failures) console.log(`failed: ${failure}`)
if (total.skipped > 0) sayWhatWasLeftOut()
const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed === 0 ? 0 : 1

/** A test that could not run is no test that passed: how many, and what to do about it. */
function sayWhatWasLeftOut() {
  const left = total.skipped === 1 ? '1 test was' : `${total.skipped} tests were`
  const reasons = missing.map((program) => `${program.name} is not installed: ${program.install}`)
  if (!quick && !canMakeNetworks())
    reasons.push('this machine refuses network namespaces: run the tests as root')
  console.log(`${left} left out:`)
  for (const reason of reasons) console.log(`  ${reason}`)
}

/** Does what is left of them. Called twice, for two processors. */
async function work() {
  for (let next = left.shift(); next !== undefined; next = left.shift()) await next()
}

/** Installs what the checks need; returns the programs that could not be had. Ends with one sentence when that fails. */
async function prepare() {
  try {
    refuseOldNode()
    await ensureInstalled()
    return quick ? [] : await ensureTestPrograms()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/** Prettier's second command line: a third quicker, and at once where nothing changed (measured). */
async function format() {
  const prettier = 'node_modules/prettier/bin/prettier.cjs'
  await step('format', [
    prettier,
    '--experimental-cli',
    '--check',
    '--no-parallel',
    '--log-level',
    'warn',
    '.',
  ])
}

/**
 * One check that passes or fails as a whole.
 * @param {string} name
 * @param {string[]} words
 */
async function step(name, words) {
  const startedAt = Date.now()
  const code = await node(words)
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`,
  )
  if (code === 0) total.passed += 1
  else {
    total.failed += 1
    failures.push(name)
  }
}

/**
 * A run of vitest; its counts are read from its own report. `inTheGaps` takes only what others leave of the processors.
 * @param {string} name
 * @param {string[]} projects
 * @param {{ inTheGaps?: boolean }} [how]
 */
async function tests(name, projects, how) {
  const report = join(tmpdir(), `visite-test-${process.pid}-${name}.json`)
  const code = await node(
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...projects,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    how,
  )
  const count = readReport(report, name)
  // A run that broke before it could count is a failure too.
  if (code !== 0 && count.failed === 0) {
    count.failed = 1
    failures.push(name)
  }
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  console.log(
    `${code === 0 ? 'ok    ' : 'FAILED'} ${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`,
  )
}

/**
 * Returns the counts, and adds what failed to `failures`.
 * @param {string} file
 * @param {string} run
 * @returns {Count}
 */
function readReport(file, run) {
  try {
    /** @type {Report} */
    const report = JSON.parse(readFileSync(file, 'utf8'))
    for (const { name, assertionResults } of report.testResults) {
      for (const { status, fullName, failureMessages } of assertionResults) {
        if (status !== 'failed') continue
        const [reason = ''] = (failureMessages[0] ?? '').split('\n')
        failures.push(`${relative('.', name)} > ${fullName}: ${reason}`)
      }
    }
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    failures.push(`${run}: it left no report`)
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(file, { force: true })
  }
}

/**
 * @param {string[]} words
 * @param {{ inTheGaps?: boolean }} [how]
 * @returns {Promise<number>}
 */
function node(words, { inTheGaps = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] })
    // At once, so that all that it starts inherits it.
    if (inTheGaps && child.pid !== undefined)
      setPriority(child.pid, constants.priority.PRIORITY_LOW)
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
