import type { Locale } from '../../signaling/protocol/primitives.ts'
import type { RoomTexts } from '../i18n/room/en.ts'

const loaders: Record<Locale, () => Promise<{ readonly texts: RoomTexts }>> = {
  nl: () => import('../i18n/room/nl.ts'),
  fr: () => import('../i18n/room/fr.ts'),
  de: () => import('../i18n/room/de.ts'),
  en: () => import('../i18n/room/en.ts'),
}

export async function loadRoomTexts(locale: Locale): Promise<RoomTexts> {
  return (await loaders[locale]()).texts
}
