/** Starts the page of whoever was asked into the third seat. */
import { loadConsultationTexts } from '../i18n/consultation/load.ts'
import { loadGuestTexts } from '../i18n/guest/load.ts'
import { toLocale } from '../i18n/locale.ts'
import { GuestApp } from './guest-app.ts'

const locale = toLocale(document.documentElement.lang) ?? 'en'
const app = document.querySelector('guest-app')
if (app instanceof GuestApp) {
  app.locale = locale
  const [texts, callTexts] = await Promise.all([
    loadGuestTexts(locale),
    loadConsultationTexts(locale),
  ])
  app.texts = texts
  app.callTexts = callTexts
  await app.open()
}
// The link opened again in this tab changes only the fragment.
addEventListener('hashchange', () => location.reload())
