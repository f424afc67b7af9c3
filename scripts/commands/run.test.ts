import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { hashToken } from '../../signaling/identity/token.ts'
import { openStore } from '../../signaling/store/store.ts'
import { testConfig } from '../../signaling/testing/app.ts'
import { createFixedClock, createSequentialIds } from '../../signaling/testing/clock.ts'
import { addClinic } from '../../signaling/testing/fixtures.ts'
import { runCommand } from './run.ts'

/** A command line on a database that a server holds open. */
async function openCommandLine() {
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-commands-'))
  const file = join(dataDir, 'visite.sqlite')
  const server = await openStore(file)
  onTestFinished(async () => {
    await server.close()
    rmSync(dataDir, { recursive: true })
  })
  const clock = createFixedClock()
  const makeId = createSequentialIds()
  let lastToken = 0
  const run = (...words: string[]) =>
    runCommand(words, {
      config: testConfig({ VISITE_PUBLIC_URL: 'https://visite.example.be' }),
      clock,
      makeId,
      makeToken: () => `token-${String(++lastToken).padStart(37, '0')}`,
      openStore: () => openStore(file, { alongside: true }),
    })
  return { run, server, clock, makeId }
}

describe('the administrator', () => {
  test.each([[[]], [['help']], [['--help']]])('asking %j is told every command', async (words) => {
    const { run } = await openCommandLine()
    const { lines, mistake } = await run(...words)
    expect(mistake).toBeNull()
    const text = lines.join('\n')
    for (const command of [
      'staff link',
      'staff unlink ID',
      'api-key revoke NAME',
      'audit verify',
      'turn-config',
      'itsme rotate',
      'itsme provider',
    ]) {
      expect(text).toContain(command)
    }
  })

  test('is told when there is no such command', async () => {
    const { run } = await openCommandLine()
    expect((await run('staff', 'remove')).mistake).toBe('There is no command "staff remove".')
  })

  test.each([
    ['staff', 'link'],
    ['staff', 'link', 'planner', 'and more'],
    ['staff', 'list', 'all'],
    ['staff', 'unlink'],
    ['staff', 'unlink', 'one', 'another'],
    ['api-key', 'create'],
    ['audit', 'verify', 'twice'],
    ['audit', 'head', 'now'],
    ['audit', 'list'],
    ['itsme', 'rotate', 'all'],
    ['itsme', 'provider', 'all'],
  ])('who says %s %s %s is told what to say', async (...words) => {
    const { run } = await openCommandLine()
    expect((await run(...words.filter(Boolean))).mistake).toMatch(/^Say: npm run visite -- /)
  })

  test.each([
    ['planner', 'https://visite.example.be/office/#'],
    ['physician', 'https://visite.example.be/desk/#'],
  ])('makes a link by which a %s enrols', async (role, start) => {
    const { run, server, clock } = await openCommandLine()
    const [url = ''] = (await run('staff', 'link', role)).lines
    expect(url.startsWith(start)).toBe(true)
    const now = new Date(clock.now()).toISOString() as `${string}Z`
    const link = await server.read.signInLinks.open(hashToken(url.slice(start.length)), now)
    expect(link).toEqual({ kind: 'enrol', role, way: 'passkey' })
  })

  test('makes a link for someone who is known, and for nobody else', async () => {
    const { run, server, clock, makeId } = await openCommandLine()
    const { planner } = await addClinic(server, { makeId, now: clock.now() })
    expect((await run('staff', 'link', planner.id)).lines[0]).toContain('/office/#')
    expect((await run('staff', 'link', 'somebody')).mistake).toContain('staff list')
    expect((await run('staff', 'list')).lines.join('\n')).toContain(planner.name)
  })

  test('sees whose account the service’s own sign-in found, and undoes it once, also of a disabled one', async () => {
    const { run, server, clock, makeId } = await openCommandLine()
    const { planner } = await addClinic(server, { makeId, now: clock.now() })
    const link = { issuer: 'https://login.example.be', subject: 'sub-1', staffId: planner.id }
    const at = new Date(clock.now()).toISOString() as `${string}Z`
    await server.write(async (writer) => {
      await writer.staffOidc.link({ ...link, at })
      await writer.staff.disable(planner.id, at)
    })
    const rowOf = async (id: string) =>
      (await run('staff', 'list')).lines.find((line) => line.startsWith(id))
    expect(await rowOf(planner.id)).toContain('(linked)')
    expect((await run('staff', 'unlink', planner.id)).mistake).toBeNull()
    expect(await rowOf(planner.id)).not.toContain('(linked)')
    expect((await run('staff', 'unlink', planner.id)).mistake).toContain('linked to nobody')
    expect((await run('staff', 'unlink', 'somebody')).mistake).toContain('Nobody has the ID')
  })

  test('makes, lists and revokes a key, whose name is good once', async () => {
    const { run, server } = await openCommandLine()
    const [key = ''] = (await run('api-key', 'create', 'O\'Brien "Null"')).lines
    expect(await server.read.apiKeys.find(hashToken(key))).not.toBeNull()
    expect((await run('api-key', 'create', 'O\'Brien "Null"')).mistake).toContain('another name')
    expect((await run('api-key', 'revoke', 'O\'Brien "Null"')).mistake).toBeNull()
    expect(await server.read.apiKeys.find(hashToken(key))).toBeNull()
    expect((await run('api-key', 'revoke', 'O\'Brien "Null"')).mistake).toContain('No key in use')
    expect((await run('api-key', 'list')).lines[0]).toContain('revoked')
  })

  test('is told how many entries the audit log holds', async () => {
    const { run } = await openCommandLine()
    await run('api-key', 'create', 'planning')
    expect((await run('audit', 'verify')).lines[0]).toMatch(/^1 entries/)
  })

  test('keeps a head of the audit log, and is told later whether the log still goes through it', async () => {
    const { run } = await openCommandLine()
    await run('api-key', 'create', 'planning')
    const [head = ''] = (await run('audit', 'head')).lines
    await run('api-key', 'create', 'another')
    expect((await run('audit', 'verify', head)).lines[0]).toMatch(/^2 entries/)
    const forged = head.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect((await run('audit', 'verify', forged)).mistake).toContain('entry 1 as it was')
  })

  test('reads who did what to an appointment', async () => {
    const { run, server, clock, makeId } = await openCommandLine()
    const { appointments } = await addClinic(server, { makeId, now: clock.now() })
    const id = appointments[0]?.id ?? ''
    const { lines } = await run('audit', 'list', id)
    expect(lines).toEqual([expect.stringMatching(/^1  2026-\S+Z  system  appointment-planned/)])
    expect((await run('audit', 'list', 'nobody')).mistake).toContain('no entry')
  })

  test('without a relay in the settings is told which one is missing', async () => {
    const { run } = await openCommandLine()
    expect((await run('turn-config')).mistake).toContain('VISITE_TURN_URLS')
  })
})
