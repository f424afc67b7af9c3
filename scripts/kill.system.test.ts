/**
 * The server is killed as a power cut would, again and again, while appointments are made and invitations leave. What was
 * acknowledged must be there in the end, and each invitation must have arrived, once.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { randomId, systemClock, toInstant } from '../signaling/clock.ts'
import { hashToken } from '../signaling/identity/token.ts'
import { openSmtpSink } from '../signaling/outreach/smtp-sink.ts'
import { createGate } from '../signaling/outreach/testing.ts'
import type { Appointment } from '../signaling/protocol/planning.ts'
import type { Id } from '../signaling/protocol/primitives.ts'
import { databaseFile } from '../signaling/server.ts'
import { openStore } from '../signaling/store/store.ts'
import { addClinic } from '../signaling/testing/fixtures.ts'
import { startVisite, type VisiteProcess } from './journey/visite-process.ts'

/** Kills of each kind; four kinds. */
const rounds = 6
const key = randomBytes(32).toString('base64url')

test('nothing acknowledged is lost and no invitation comes twice, however often the server is killed', async () => {
  const { dataDir, slotIds, workers } = await prepareClinic(rounds * 5)
  const mail = await openHoldingSink()
  const environment = {
    VISITE_SMTP_URL: mail.sink.url,
    VISITE_MAIL_FROM: 'Prevenia <afspraken@prevenia.be>',
    VISITE_LOG_LEVEL: 'warn',
  }
  let visite = await startVisite({ dataDir, environment })
  onTestFinished(() => visite.close())
  let kills = 0
  const killAndStart = async () => {
    await visite.kill()
    kills++
    visite = await startVisite({ dataDir, environment, port: visite.port })
  }

  const planned: Id[] = []
  /** Whose invitation the server acknowledged, by address. */
  const invited: string[] = []
  let next = 0
  const plan = async () => {
    const [worker, slotId] = [workers[next], slotIds[next]]
    next++
    const body = { slotId, workerId: worker?.id, examType: 'spontaneous' }
    const { id } = await post<Appointment>(visite, '/api/appointments', body)
    planned.push(id)
    return { id, address: worker?.email ?? '' }
  }
  const invite = async ({ id, address }: { id: Id; address: string }) => {
    await post(visite, `/api/appointments/${id}/invitation`)
    invited.push(address)
  }

  for (let round = 0; round < rounds; round++) {
    // Between an acknowledged appointment and the next thing.
    const first = await plan()
    await killAndStart()
    await invite(first)
    await mail.arrived(first.address)

    // With an acknowledged invitation on its way, the mail server's 250 not yet said.
    const second = await plan()
    const held = mail.hold()
    await invite(second)
    await held.reached
    await killAndStart()
    held.release()
    await mail.arrived(second.address)

    // Once an invitation has left and that was written down.
    const third = await plan()
    await invite(third)
    await settled(visite, third.id)
    await killAndStart()

    // In the middle of a request: whatever it became, it is whole, and asking again makes it so.
    const fourth = await plan()
    const answer = invite(fourth).catch(() => null)
    await new Promise((resolve) => setTimeout(resolve, round * 3))
    const copiesBefore = mail.copiesFor(fourth.address)
    await killAndStart()
    await answer
    if ((await read(visite, fourth.id)).status === 'planned') await invite(fourth)
    await mail.arrived(fourth.address)
    mail.mayComeTwice(fourth.address, copiesBefore)
  }
  for (const id of planned) await settled(visite, id)

  expect(kills).toBe(rounds * 4)
  expect(planned).toHaveLength(rounds * 4)
  for (const address of invited) expect(mail.copiesFor(address)).toBeGreaterThan(0)
  for (const { address, copies, messageIds, allowed } of mail.byRecipient()) {
    expect({ address, messageIds }).toEqual({ address, messageIds: 1 })
    expect({ address, within: copies <= allowed }).toEqual({ address, within: true })
  }

  await visite.stop()
  const store = await openStore(databaseFile(dataDir))
  for (const id of planned) {
    expect(await store.read.appointments.get(id)).toMatchObject({
      status: 'invited',
      delivery: { state: 'sent' },
    })
  }
  expect(await store.read.audit.verify()).toMatchObject({ brokenAt: null })
  await store.close()
})
