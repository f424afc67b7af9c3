/** The words of the call's sheets: fetched with the first of them, so that both are there when the server is away. */
import { toLocale } from '../i18n/locale.ts'
import type { SheetTexts } from '../i18n/sheets/en.ts'
import { loadSheetTexts } from '../i18n/sheets/load.ts'

/** In the page's language. */
export function sheetTexts(): Promise<SheetTexts> {
  return loadSheetTexts(toLocale(document.documentElement.lang) ?? 'en')
}
