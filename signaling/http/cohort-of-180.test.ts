import { expect, test } from 'vitest'
import { toInstant } from '../clock.ts'
import type { CohortPreview, CohortReply } from '../protocol/cohort.ts'
import { buildTestApp } from '../testing/app.ts'

const minuteMs = 60_000

test('180 workers are planned and invited by two requests, each in a slot of their own, in time', async () => {
  const { app, store, clock, makeId, addApiKey, addClinic } = await buildTestApp()
  const { employer, workers, physician } = await addClinic({ slots: 180, appointments: 0 })
  const headers = { authorization: await addApiKey() }
  const ask = async (url: string, payload: object) => {
    const response = await app.inject({ method: 'POST', url: `/api${url}`, headers, payload })
    expect(response.statusCode).toBeLessThan(300)
    return response.body === '' ? null : (response.json() as unknown)
  }
  const post = (await ask('/posts', {
    employerId: employer.id,
    name: 'Technician',
    examType: 'periodic',
    periodMonths: 12,
    acts: [],
  })) as { id: string }
  const at = toInstant(clock.now())
  await store.write(async (writer) => {
    for (const worker of workers) await writer.workers.update({ ...worker, postId: post.id }, at)
    await writer.examsDue.put(
      workers.map(({ id }, index) => ({
        workerId: id,
        employerId: employer.id,
        due: {
          examType: 'periodic',
          lastOn: null,
          dueOn: `2026-12-${10 + (index % 20)}`,
          acts: [],
        },
      })),
    )
    // A half day of 15 slots on each of 13 days.
    for (let day = 0; day < 13; day++) {
      const startsAt = Date.parse('2026-11-27T08:00:00Z') + day * 24 * 60 * minuteMs
      const slots = Array.from({ length: 15 }, (_, index) => ({
        id: makeId(),
        startsAt: toInstant(startsAt + index * 15 * minuteMs),
        endsAt: toInstant(startsAt + (index + 1) * 15 * minuteMs),
      }))
      const session = { physicianId: physician.id, roomId: null, slotMinutes: 15, slots }
      await writer.sessions.add({ id: makeId(), ...session }, at)
    }
  })

  const began = performance.now()
  const shown = (await ask('/cohorts/preview', {
    employerId: employer.id,
    dueUntil: '2026-12-31',
    from: '2026-11-27',
    until: '2026-12-31',
    without: [],
    wished: [],
  })) as CohortPreview
  const previewed = performance.now()
  const reply = (await ask('/cohorts', {
    seats: shown.placed.map(({ workerId, slot, examType }) => ({
      workerId,
      slotId: slot.id,
      examType,
    })),
  })) as CohortReply
  const confirmed = performance.now()

  expect(shown.leftOut).toEqual([])
  expect(shown.placed.every(({ inTime }) => inTime)).toBe(true)
  expect(new Set(shown.placed.map(({ slot }) => slot.id)).size).toBe(180)
  expect(reply).toEqual({ planned: 180, queued: 180, withoutAddress: [] })
  // How long it took is told and not asserted: a busy machine would fail it.
  process.stdout.write(
    `180 workers: shown in ${Math.round(previewed - began)} ms, planned and invited in ${Math.round(confirmed - previewed)} ms\n`,
  )
}, 30_000)
