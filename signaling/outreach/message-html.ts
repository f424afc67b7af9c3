/**
 * The HTML of a message: one column of at most 600 pixels, tables and inline styles, because mail programs know no other way.
 * No image, no web font, nothing fetched. The colours are those of `client/styles/tokens.css`, light theme.
 */
import type { Message, Part } from './message.ts'

const colour = {
  page: '#f6f5f1',
  card: '#ffffff',
  line: '#d3d9da',
  text: '#1b2529',
  muted: '#46545a',
  action: '#1d5b4f',
  onAction: '#ffffff',
  link: '#26567f',
}
const font = "font-family:'Atkinson Hyperlegible Next',system-ui,-apple-system,Arial,sans-serif"

export function renderMessageHtml(message: Message): string {
  return `<!doctype html>
<html lang="${message.locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escape(message.title)}</title>
</head>
<body style="margin:0;padding:0;background:${colour.page};color:${colour.text};${font};font-size:17px;line-height:1.5">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${colour.page}">
<tr><td align="center" style="padding:16px 8px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="${colour.card}" style="width:100%;max-width:600px;border:1px solid ${colour.line};border-radius:16px">
<tr><td style="padding:24px;color:${colour.text};${font};font-size:17px;line-height:1.5">
<div role="main">
<p style="margin:0 0 16px;color:${colour.muted};font-size:15px">${escape(message.signature)}</p>
${message.translation === undefined ? '' : renderBelow(message.translation)}<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">${escape(message.title)}</h1>
${message.parts.map(renderPart).join('\n')}
${message.translation === undefined ? '' : renderTranslation(message.translation)}</div>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`
}

type Translation = NonNullable<Message['translation']>

function renderBelow({ locale, below }: Translation): string {
  return `<p lang="${locale}" style="margin:0 0 16px;color:${colour.muted}">${escape(below)}</p>\n`
}

function renderTranslation({ locale, title, note, parts }: Translation): string {
  return `<div lang="${locale}" style="margin:24px 0 0;padding:24px 0 0;border-top:1px solid ${colour.line}">
<p style="margin:0 0 16px;color:${colour.muted}">${escape(note)}</p>
<h2 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escape(title)}</h2>
${parts.map(renderPart).join('\n')}
</div>
`
}

function renderPart(part: Part): string {
  switch (part.kind) {
    case 'paragraph':
      return `<p style="margin:0 0 16px">${escape(part.text)}</p>`
    case 'facts':
      return `<table cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px">\n${part.rows.map(renderFact).join('\n')}\n</table>`
    case 'list':
      return `<h2 style="margin:0 0 4px;font-size:17px">${escape(part.title)}</h2>\n<ul style="margin:0 0 16px;padding-left:24px">\n${part.items.map((item) => `<li>${escape(item)}</li>`).join('\n')}\n</ul>`
    case 'button':
      return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 16px"><tr><td bgcolor="${colour.action}" style="border-radius:14px"><a href="${escape(part.url)}" style="display:inline-block;padding:16px 24px;color:${colour.onAction};background:${colour.action};border-radius:14px;font-weight:bold;text-decoration:none">${escape(part.text)}</a></td></tr></table>`
    case 'link':
      return `<p style="margin:0 0 16px"><a href="${escape(part.url)}" style="color:${colour.link}">${escape(part.text)}</a></p>`
  }
}

function renderFact({ label, value }: { label: string; value: string }): string {
  return `<tr><th scope="row" align="left" valign="top" style="padding:2px 16px 2px 0;color:${colour.muted};font-weight:normal;white-space:nowrap">${escape(label)}</th><td valign="top" style="padding:2px 0;font-weight:bold">${escape(value)}</td></tr>`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
