/** A roster's bytes as text. Excel in Belgium writes Windows-1252 unless told otherwise; it is asked only after UTF-8. */
import type { RosterPreview } from '../protocol/planning.ts'

export interface Decoded {
  readonly text: string
  readonly encoding: RosterPreview['encoding']
}

/** Returns null for what is no text: a workbook, a picture, UTF-16. */
export function decodeRoster(bytes: Uint8Array): Decoded | null {
  if (bytes.includes(0)) return null
  const utf8 = decode(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8' }
  const text = decode(bytes, 'windows-1252')
  // Five bytes mean nothing in Windows-1252; decoders make control characters of them.
  if (text === null || /[\u0081\u008d\u008f\u0090\u009d]/.test(text)) return null
  return { text, encoding: 'windows-1252' }
}

/** Drops a byte order mark. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
