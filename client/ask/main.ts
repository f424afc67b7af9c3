/** Starts the page on which a worker asks for a talk, or answers to a free moment that was offered to them. */
import { loadAskTexts } from '../i18n/ask/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { AskApp } from './ask-app.ts'

const locale = toLocale(document.documentElement.lang) ?? 'en'
const app = document.querySelector('ask-app')
if (app instanceof AskApp) {
  app.locale = locale
  app.texts = await loadAskTexts(locale)
  await app.open()
}
// The link opened again in this tab changes only the fragment.
addEventListener('hashchange', () => location.reload())
