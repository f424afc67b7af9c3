/** The text of a message, for people who read without HTML, and for the local mailbox. */
import type { Message, Part } from './message.ts'

export function renderMessageText(message: Message): string {
  return (
    [...message.parts.map((part) => renderPart(part, message.colon)), message.signature].join(
      '\n\n',
    ) + '\n'
  )
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
