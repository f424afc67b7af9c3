/** Starts the physician's desk. */
import { watchUse } from '../api/note-use.ts'
import { loadMe } from '../api/staff.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadCatalogue } from './catalogue.ts'
import { DeskApp } from './desk-app.ts'
import { createPorts } from './ports.ts'

const locale = toLocale(document.documentElement.lang) ?? 'en'
const app = document.querySelector('desk-app')
if (app instanceof DeskApp) {
  app.locale = locale
  app.ports = createPorts()
  app.catalogue = await loadCatalogue(locale)
  watchUse({ target: window, now: () => Date.now(), ask: () => loadMe() })
  await app.open()
}
