/** An empty list for the employer to fill in, as Excel in Belgium opens it: UTF-8 with its mark, and semicolons. */
import type { Texts } from './texts.ts'

export function renderRosterTemplate(columnNames: Texts['import.column']): string {
  return `\uFEFF${Object.values(columnNames).join(';')}\r\n`
}
