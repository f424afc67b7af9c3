/** How the latest calls went, as their two sides counted. No names: an appointment's id finds whom it was with. */
import type { CallReport } from '../../signaling/store/call-records.ts'
import { answer, type Command } from './command.ts'

const usual = 20
const most = 1000

const heads = [
  'reported',
  'appointment',
  'side',
  'minutes',
  'path',
  'connections',
  'lost and found',
  'first picture',
  'freezes',
  'made-up sound',
  'worst',
] as const

const calls: Command = {
  name: ['calls'],
  parameters: '[HOW MANY]',
  about: 'shows the quality of the latest calls; each line is what one side counted',
  async run([wish = String(usual), ...rest], store) {
    const count = /^\d{1,4}$/.test(wish) ? Number(wish) : 0
    if (rest.length > 0 || count < 1 || count > most) return null
    const reports = await store.read.callRecords.latest(count)
    if (reports.length === 0) return answer('No call was reported yet.')
    return answer(...toTable([heads, ...reports.map(toCells)]))
  },
}

function toCells({ at, appointmentId, side, record }: CallReport): readonly string[] {
  const { path, recoveries, timeToPictureMs, freezes, frozenMs, concealed } = record
  const longestMs = Math.max(0, ...recoveries.map(({ ms }) => ms))
  return [
    `${at.slice(0, 16).replace('T', ' ')} UTC`,
    appointmentId,
    side,
    (record.connectedMs / 60_000).toFixed(1),
    path ?? '-',
    String(record.attempts),
    recoveries.length === 0 ? '0' : `${recoveries.length}, up to ${seconds(longestMs)}`,
    timeToPictureMs === null ? '-' : `${record.start ?? ''} ${seconds(timeToPictureMs)}`.trim(),
    freezes === 0 ? '0' : `${freezes}, ${seconds(frozenMs)}`,
    concealed === null ? '-' : `${(concealed * 100).toFixed(1)} %`,
    record.worstRung,
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Columns as wide as their widest cell. */
function toTable(rows: readonly (readonly string[])[]): string[] {
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

export const callsCommands = [calls]
