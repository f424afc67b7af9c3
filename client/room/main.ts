/** Starts the page of the company room. */
import type { Locale } from '../../signaling/protocol/primitives.ts'
import { loadService } from '../api/service.ts'
import { toLocale } from '../i18n/locale.ts'
import type { RoomTexts } from '../i18n/room/en.ts'
import { RoomApp } from './room-app.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: RoomTexts }>> = {
  nl: () => import('../i18n/room/nl.ts'),
  fr: () => import('../i18n/room/fr.ts'),
  de: () => import('../i18n/room/de.ts'),
  en: () => import('../i18n/room/en.ts'),
}

const locale = toLocale(document.documentElement.lang) ?? 'en'
const service = loadService().catch(() => null)
const app = document.querySelector('room-app')
if (app instanceof RoomApp) {
  app.locale = locale
  app.texts = (await loaders[locale]()).texts
  app.service = await service
}
