/**
 * An SMS holds 160 characters of the GSM 03.38 alphabet, or 70 as soon as one letter is not in it: "ë" or "ê" would make
 * two or three of one, each paid for. Such a letter loses its sign; what has no likeness is left out.
 */

/** One character each. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
/** Two characters each. */
const extended = new Set('^{}\\[~]|€')

export const smsLength = 160

const alike: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  'œ': 'oe',
  'Œ': 'OE',
  'ç': 'c',
  '\u00a0': ' ',
  '\u202f': ' ',
}

export function toGsm7(text: string): string {
  return Array.from(text.normalize('NFC'), toLetter).join('')
}

function toLetter(letter: string): string {
  if (basic.has(letter) || extended.has(letter)) return letter
  const like = alike[letter] ?? letter.normalize('NFD').replaceAll(/\p{Mark}/gu, '')
  return Array.from(like)
    .filter((each) => basic.has(each))
    .join('')
}

/** In the units of which an SMS holds 160. */
export function gsm7Length(text: string): number {
  return Array.from(text).reduce((sum, letter) => sum + (extended.has(letter) ? 2 : 1), 0)
}
