import { expect, test } from 'vitest'
import type { CallReport } from '../../signaling/store/call-records.ts'
import type { Store } from '../../signaling/store/store.ts'
import { callsCommands } from './calls.ts'
import type { CommandTools } from './command.ts'

const report: CallReport = {
  appointmentId: 'appointment-00000001',
  side: 'worker',
  at: '2026-11-24T09:12:00.000Z',
  keepUntil: '2027-02-22T09:12:00.000Z',
  record: {
    callId: 'call-000000000000001',
    connectedMs: 714_000,
    path: 'relay-tcp',
    attempts: 2,
    start: 'warm',
    timeToPictureMs: 240,
    stages: {
      ringShown: null,
      answered: null,
      iceConnected: null,
      dtlsConnected: null,
      firstPacket: null,
      firstPicture: 240,
    },
    freezes: 3,
    frozenMs: 1_900,
    concealed: 0.0123,
    worstRung: 'sound-only',
    rungMs: { 'full': 0, 'smaller': 0, 'slower': 0, 'still': 0, 'sound-only': 0, 'phone': 0 },
    recoveries: [
      { cause: 'silence', means: 'restart', ms: 900, healed: true },
      { cause: 'failed', means: 'attempt', ms: 4_100, healed: true },
    ],
  },
}

async function ask(parameters: readonly string[], reports: readonly CallReport[]) {
  const latest = async (limit: number) => reports.slice(0, limit)
  const store = { read: { callRecords: { latest } } } as unknown as Store
  return callsCommands[0]?.run(parameters, store, {} as CommandTools)
}

test('shows how the latest calls went, one line a side', async () => {
  const { lines = [] } = (await ask([], [report])) ?? {}
  expect(lines).toHaveLength(2)
  expect(lines[1]?.split(/\s{2,}/)).toEqual([
    '2026-11-24 09:12 UTC',
    'appointment-00000001',
    'worker',
    '11.9',
    'relay-tcp',
    '2',
    '2, up to 4.1 s',
    'warm 0.2 s',
    '3, 1.9 s',
    '1.2 %',
    'sound-only',
  ])
})

test('shows as many as are asked for, and says when there are none', async () => {
  expect((await ask(['1'], [report, report]))?.lines).toHaveLength(2)
  expect((await ask([], []))?.lines).toEqual(['No call was reported yet.'])
  expect(await ask(['many'], [report])).toBeNull()
  expect(await ask(['0'], [report])).toBeNull()
})
