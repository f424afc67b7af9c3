/** The text of a message, for people who read without HTML, and for the local mailbox. */
import type { Message, Part } from './message.ts'

export function renderMessageText(message: Message): string {
  const { translation } = message
  if (translation === undefined) return renderOne(message)
  return [
    translation.below,
    renderOne(message),
    rule,
    translation.note,
    renderOne(translation),
  ].join('\n\n')
}

const rule = '---'

function renderOne({ parts, colon, signature }: Message): string {
  return [...parts.map((part) => renderPart(part, colon)), signature].join('\n\n') + '\n'
}

function renderPart(part: Part, colon: string): string {
  switch (part.kind) {
    case 'paragraph':
      return part.text
    case 'facts':
      return part.rows.map(({ label, value }) => `${label}${colon} ${value}`).join('\n')
    case 'list':
      return [`${part.title}${colon}`, ...part.items.map((item) => `- ${item}`)].join('\n')
    case 'button':
    case 'link':
      // A line of its own: a full stop or a bracket beside an address becomes a part of it in some programs.
      return `${part.text}${colon}\n${part.url}`
  }
}
