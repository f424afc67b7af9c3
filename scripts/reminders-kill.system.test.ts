/**
 * The server is killed again and again in the minute in which forty workers are to be reminded. Each of them must have got
 * the reminder in the end, and nobody two.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { fromInstant, randomId, systemClock, toInstant } from '../signaling/clock.ts'
import { systemActor } from '../signaling/identity/identity.ts'
import { openSmtpSink } from '../signaling/outreach/smtp-sink.ts'
import { databaseFile } from '../signaling/server.ts'
import { openStore } from '../signaling/store/store.ts'
import { addClinic } from '../signaling/testing/fixtures.ts'
import { startVisite } from './journey/visite-process.ts'

const count = 40
const hour = 60 * 60_000
/** So many mails are on their way at once: each kill may cut off as many between the mail server's word and ours. */
const atOnce = 3

test(
  'every reminder leaves and none twice, however often the server is killed',
  { timeout: 120_000 },
  async () => {
    const { dataDir, addresses } = await prepareReminders()
    const sink = await openSmtpSink({})
    onTestFinished(() => sink.close())
    const environment = {
      VISITE_SMTP_URL: sink.url,
      VISITE_MAIL_FROM: 'Prevenia <afspraken@prevenia.be>',
    }
    let kills = 0
    for (const enough of [1, 8, 15, 22, 29]) {
      const visite = await startVisite({ dataDir, environment })
      onTestFinished(() => visite.close())
      await until(() => sink.taken.length >= enough)
      await visite.kill()
      kills += 1
    }
    const visite = await startVisite({ dataDir, environment })
    onTestFinished(() => visite.close())
    await until(() => arrived(sink.taken).size === count)
    await visite.stop()

    expect([...arrived(sink.taken)].toSorted()).toEqual(addresses.toSorted())
    expect(sink.taken.length).toBeLessThanOrEqual(count + kills * atOnce)
    // A copy carries the Message-ID of the first: for whoever reads it, it is the same mail.
    expect(new Set(sink.taken.map(({ parsed }) => parsed.messageId)).size).toBe(count)
    const store = await openStore(databaseFile(dataDir))
    onTestFinished(() => store.close())
    expect(await store.read.dueWork.due(toInstant(systemClock.now()), count)).toEqual([])
    expect(await store.read.outbox.nextDueAt()).toBeNull()
  },
)

/** A data folder as a server left it that was stopped before the reminders' minute. */
async function prepareReminders() {
  const dataDir = mkdtempSync(join(tmpdir(), 'visite-reminders-'))
  const store = await openStore(databaseFile(dataDir))
  const now = systemClock.now()
  const at = toInstant(now)
  const clinic = await addClinic(store, {
    makeId: randomId,
    now,
    slots: count,
    appointments: count,
    // Between the day's reminder and the hour's.
    sessionStart: toInstant(now + 3 * hour),
  })
  await store.write(async (writer) => {
    for (const { id, startsAt } of clinic.appointments) {
      await writer.appointments.change(id, { type: 'invite' }, { actor: systemActor, at })
      const occasion = `${startsAt} 1d`
      const dueAt = toInstant(fromInstant(startsAt) - 24 * hour)
      await writer.dueWork.foresee([{ kind: 'reminder', subject: id, occasion, dueAt }])
    }
  })
  await store.close()
  return { dataDir, addresses: clinic.workers.map(({ email }) => email ?? '') }
}

const arrived = (taken: readonly { readonly recipients: readonly string[] }[]) =>
  new Set(taken.flatMap(({ recipients }) => recipients))

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('what was waited for did not come')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
