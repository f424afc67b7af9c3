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

/** Kills of each kind; there are four kinds. */
const rounds = 5
/** Twenty starts: under a minute on a machine that has nothing else to do. */
const timeoutMs = 300_000
const key = randomBytes(32).toString('base64url')

test(
  'nothing acknowledged is lost and no invitation comes twice, however often the server is killed',
  { timeout: timeoutMs },
  async () => {
    const { dataDir, slotIds, workers } = await prepareClinic(rounds * 4)
    const { sink, hold, copiesFor } = await openHoldingSink()
    const environment = {
      VISITE_SMTP_URL: sink.url,
      VISITE_MAIL_FROM: 'Prevenia <afspraken@prevenia.be>',
    }
    let visite = await startVisite({ dataDir, environment })
    onTestFinished(() => visite.close())
    let kills = 0
    const kill = async () => {
      await visite.kill()
      kills++
      await until(() => sink.connected === 0)
    }
    const start = async () => {
      visite = await startVisite({ dataDir, environment, port: visite.port })
    }

    /** Acknowledged appointments, with how many copies of the invitation may have arrived in the end. */
    const planned: { id: Id; address: string; copies: number }[] = []
    const plan = async () => {
      const [worker, slotId] = [workers[planned.length], slotIds[planned.length]]
      const body = { slotId, workerId: worker?.id, examType: 'spontaneous' }
      const { id } = await ask<Appointment>(visite, '/api/appointments', body)
      const appointment = { id, address: worker?.email ?? '', copies: 1 }
      planned.push(appointment)
      return appointment
    }
    const invite = (id: Id) => ask(visite, `/api/appointments/${id}/invitation`, null)
    const read = (id: Id) => ask<Appointment>(visite, `/api/appointments/${id}`)
    const untilSent = (id: Id) => until(async () => (await read(id)).delivery.state === 'sent')

    for (let round = 0; round < rounds; round++) {
      // Between an acknowledged appointment and the next request.
      const first = await plan()
      await kill()
      await start()
      await invite(first.id)
      await untilSent(first.id)

      // With an acknowledged invitation on its way, the mail server's 250 not yet said.
      const second = await plan()
      const mail = hold()
      await invite(second.id)
      await mail.reached
      await kill()
      mail.release()
      await start()
      await untilSent(second.id)

      // Once an invitation has left, and that was written down.
      const third = await plan()
      await invite(third.id)
      await untilSent(third.id)
      await kill()
      await start()

      // At any moment of a request and of what it sets going, each round a little later.
      const fourth = await plan()
      const answer = invite(fourth.id).catch(() => null)
      await pause(round * 10)
      await kill()
      await answer
      // The one gap: the mail server took it, and whether we had written that down nobody outside can tell.
      if (copiesFor(fourth.address).length > 0) fourth.copies = 2
      await start()
      if ((await read(fourth.id)).status === 'planned') await invite(fourth.id)
      await untilSent(fourth.id)
    }

    expect(kills).toBeGreaterThanOrEqual(20)
    for (const { id, address, copies } of planned) {
      const messageIds = copiesFor(address)
      expect(messageIds.length).toBeGreaterThanOrEqual(1)
      expect(messageIds.length).toBeLessThanOrEqual(copies)
      expect(new Set(messageIds).size).toBe(1)
      expect(await read(id)).toMatchObject({ status: 'invited', delivery: { state: 'sent' } })
    }
    expect(sink.taken.flatMap((mail) => mail.recipients).toSorted()).toEqual(
      planned.flatMap(({ address }) => copiesFor(address).map(() => address)).toSorted(),
    )

    await visite.stop()
    const store = await openStore(databaseFile(dataDir))
    onTestFinished(() => store.close())
    expect(await store.read.audit.verify()).toMatchObject({ brokenAt: null })
  },
)

/** A data folder as an earlier run left it: a clinic with free slots, and a key for the planning program. */
async function prepareClinic(slots: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-kill-'))
  const store = await openStore(databaseFile(dataDir))
  const now = systemClock.now()
  const clinic = await addClinic(store, { makeId: randomId, now, slots, appointments: 0 })
  const at = toInstant(now)
  await store.write((writer) =>
    writer.apiKeys.add({ id: randomId(), keyHash: hashToken(key), name: 'planning', at }),
  )
  await store.close()
  return { dataDir, ...clinic }
}

/** A mail server that can be told to keep one mail's sender waiting for its 250. */
async function openHoldingSink() {
  let next: (() => Promise<void>) | null = null
  const sink = await openSmtpSink({
    beforeTaking: async () => {
      const wait = next
      next = null
      await wait?.()
    },
  })
  onTestFinished(() => sink.close())
  return {
    sink,
    hold: () => {
      const [reached, released] = [createGate(), createGate()]
      next = () => {
        reached.open()
        return released.opened
      }
      return { reached: reached.opened, release: released.open }
    },
    /** Returns the Message-ID of each copy that this address got. */
    copiesFor: (address: string) =>
      sink.taken
        .filter((mail) => mail.recipients.includes(address))
        .map((mail) => mail.parsed.messageId ?? ''),
  }
}

/** As the planning program asks: a body, even an empty one, makes it a POST. Rejects when the server dies meanwhile. */
async function ask<Reply>(visite: VisiteProcess, path: string, body?: object | null) {
  const reply = await fetch(visite.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${key}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
  return (await reply.json()) as Reply
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('what was waited for did not come')
    await pause(25)
  }
}
