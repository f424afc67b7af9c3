/** Starts the page of the company room. */
import { loadService } from '../api/service.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadRoomTexts } from './load-texts.ts'
import { RoomApp } from './room-app.ts'

const locale = toLocale(document.documentElement.lang) ?? 'en'
const service = loadService().catch(() => null)
const app = document.querySelector('room-app')
if (app instanceof RoomApp) {
  app.locale = locale
  app.texts = await loadRoomTexts(locale)
  app.service = await service
}
