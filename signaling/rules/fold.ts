/** What people type of one thing, in one spelling: case and accents do not matter. */
export function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim()
}

/** Nor do blanks and punctuation. */
export function foldWords(text: string): string {
  return fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '')
}
