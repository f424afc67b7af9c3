/** Finds the links in a mail's text. Only our own pages become clickable: the text may hold what a worker's name brought in. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

const address = /https?:\/\/[^\s<>"']+/g

export function splitLinks(text: string, origin: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(address)) {
    // A full stop after an address belongs to the sentence.
    const found = match[0].replace(/[.,;:!?)\]]+$/, '')
    const href = toOwnHref(found, origin)
    if (href === null) continue
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) })
    parts.push({ kind: 'link', text: found, href })
    end = match.index + found.length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) })
  return parts
}

function toOwnHref(text: string, origin: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.origin === origin && url.username === '' ? url.href : null
}
