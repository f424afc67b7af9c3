/** The last second of a call in numbers, for whoever supports. No address is among them. Pure. */
import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Sample } from '../quality/sample.ts'
import type { Path } from '../quality/statistics.ts'

export type NumberRow = readonly [name: string, value: string]

export function qualityNumbers(sample: Sample | null, texts: DeskTexts): readonly NumberRow[] {
  if (sample === null) return [[texts['quality.path'], texts['quality.unknown']]]
  const known = (value: number | null, unit: string, factor = 1) =>
    value === null ? texts['quality.unknown'] : `${Math.round(value * factor)} ${unit}`
  const both = (received: string, sent: string) =>
    `${texts['quality.received']} ${received}, ${texts['quality.sent']} ${sent}`
  const picture = (kbps: number | null, frames: number | null, height: number | null) =>
    `${known(kbps, 'kbit/s')}${height === null || frames === null ? '' : ` (${height}p, ${Math.round(frames)}/s)`}`
  return [
    [texts['quality.path'], pathWords(sample.path, texts)],
    [texts['quality.roundTrip'], known(sample.roundTripMs, 'ms')],
    [texts['quality.lost'], both(known(sample.lossIn, '%', 100), known(sample.lossOut, '%', 100))],
    [texts['quality.concealed'], known(sample.concealed, '%', 100)],
    [texts['quality.buffer'], known(sample.bufferMs, 'ms')],
    [
      texts['quality.sound'],
      both(known(sample.soundInKbps, 'kbit/s'), known(sample.soundOutKbps, 'kbit/s')),
    ],
    [
      texts['quality.picture'],
      both(
        picture(sample.pictureInKbps, sample.framesIn, sample.heightIn),
        picture(sample.pictureOutKbps, sample.framesOut, sample.heightOut),
      ),
    ],
    [texts['quality.available'], known(sample.availableKbps, 'kbit/s')],
  ]
}

function pathWords(path: Path | null, texts: DeskTexts): string {
  if (path === null) return texts['quality.unknown']
  if (path.kind === 'direct') return texts['quality.path-direct']
  return texts['quality.path-relay'](path.relay === null ? '' : path.relay.toUpperCase())
}
