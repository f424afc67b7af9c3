/** The room's page with a made-up service: `?lang=nl`. For development and for the browser test; not in the build. */
import { toLocale } from '../i18n/locale.ts'
import { loadRoomTexts } from '../room/load-texts.ts'
import { RoomApp } from '../room/room-app.ts'

const locale = toLocale(new URLSearchParams(location.search).get('lang') ?? '') ?? 'en'
document.documentElement.lang = locale
const app = document.querySelector('room-app')
if (app instanceof RoomApp) {
  app.locale = locale
  app.texts = await loadRoomTexts(locale)
  app.service = { name: 'Preventiedienst Voorbeeld', phone: '02 123 45 67' }
  await app.updateComplete
}
document.documentElement.dataset['ready'] = 'true'
