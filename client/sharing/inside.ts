/** All that lies behind the door: fetched as one, with its words in the page's language. */
import { toLocale } from '../i18n/locale.ts'
import { loadSharingTexts } from '../i18n/sharing/load.ts'
import type { SharingPorts } from './sharing-door.ts'
import { createSharing, type Sharing } from './sharing.ts'
import './photo-dialog.ts'
import './share-panel.ts'
import './shown-picture.ts'

export async function loadSharing(): Promise<(ports: SharingPorts) => Sharing> {
  const texts = await loadSharingTexts(toLocale(document.documentElement.lang) ?? 'en')
  return (ports) => createSharing(ports, texts)
}
