/** Reads a link's token out of the address. */

/**
 * Mail programs that make links of plain text take the sentence's full stop or bracket along, and damaged encodings leave
 * `=` and `%3E`. No token has such a sign, or ends with a full stop: what follows is left out. Returns null without a fragment;
 * where nothing looks like a token, the fragment as it is, for the server to refuse.
 */
export function tokenIn(fragment: string): string | null {
  const text = fragment.replace(/^#/, '')
  if (text === '') return null
  return /^[\w.-]*[\w-]/.exec(text)?.[0] ?? text
}
