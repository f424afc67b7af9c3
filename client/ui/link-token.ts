/** Reads a link's token out of the address. */

/**
 * `fragment` as `location.hash` has it; returns null without one. Mail programs that make links of plain text take the
 * sentence's full stop or bracket along, and damaged encodings leave `=` and `%3E`. No token has such a sign, or ends with a
 * full stop: what follows is left out. Where nothing looks like a token it is the fragment as it is, for the server to refuse.
 */
export function tokenIn(fragment: string): string | null {
  const text = fragment.slice(1)
  if (text === '') return null
  return /^[\w.-]*[\w-]/.exec(text)?.[0] ?? text
}
