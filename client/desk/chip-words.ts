import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Chip } from './chip.ts'

/** Returns the chip's words; the short form is for the strip, where a chip may not wrap. */
export function chipWords(texts: DeskTexts, chip: Chip, short: boolean): string {
  const { kind } = chip
  if (kind === 'ready' || kind === 'sound-only') {
    return (short ? texts[`chip.${kind}Short`] : texts[`chip.${kind}`])(chip.waitMinutes)
  }
  if (short && isLong(kind)) return texts[`chip.${kind}Short`]
  return texts[`chip.${kind}`]
}

const longKinds = ['unchecked', 'blocked', 'background', 'in-person'] as const

function isLong(kind: Chip['kind']): kind is (typeof longKinds)[number] {
  return longKinds.some((long) => long === kind)
}

/** The tint helps the eye; the words carry the meaning. */
export const chipTones: Record<Chip['kind'], '' | 'go' | 'wait' | 'info' | 'stop'> = {
  'ready': 'go',
  'sound-only': 'go',
  'unchecked': 'wait',
  'blocked': 'stop',
  'background': 'wait',
  'not-here': '',
  'left': 'wait',
  'asked-two-minutes': 'info',
  'ringing': 'info',
  'in-call': 'go',
  'result-missing': 'stop',
  'done': '',
  'in-person': 'info',
  'not-reached': '',
  'cancelled': '',
  'over': '',
}
