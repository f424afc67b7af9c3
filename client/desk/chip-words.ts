import type { DeskTexts } from '../i18n/desk/en.ts'
import type { Chip } from './chip.ts'

/** Returns the chip's words; the short form is for the strip, where a chip may not wrap. */
export function chipWords(texts: DeskTexts, chip: Chip, short: boolean): string {
  switch (chip.kind) {
    case 'ready':
    case 'sound-only': {
      const words = texts[short ? (`chip.${chip.kind}Short` as const) : `chip.${chip.kind}`]
      return 'waitMinutes' in chip ? words(chip.waitMinutes) : words(0)
    }
    case 'unchecked':
    case 'blocked':
    case 'background':
    case 'in-person':
      return texts[short ? (`chip.${chip.kind}Short` as const) : `chip.${chip.kind}`]
    default:
      return texts[`chip.${chip.kind}`]
  }
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
