/** What ends a line, moves the cursor, turns the writing direction or is half a character: nothing that a name needs. */
const disturbing = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/**
 * Makes one plain line of a name or an address from the database, for headers, calendar entries and texts.
 * The schemas refuse control characters at the door; this is the lock on the inner door.
 */
export function oneLine(text: string, maxLength = 200): string {
  const line = text.replaceAll(disturbing, ' ').replaceAll(/ {2,}/g, ' ').trim()
  return Array.from(line).slice(0, maxLength).join('')
}
