/** The page of an employer's contact: wires it to the server. */
import { askForCode, enterCode, loadEmployerPage, noteRoomCheck } from '../api/employer.ts'
import { watchUse } from '../api/note-use.ts'
import { ownAccessApi } from '../api/own-access.ts'
import { loadService } from '../api/service.ts'
import { loadMe, lookAtSignInLink, signIn, signInWithPasskey, signOut } from '../api/staff.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadCatalogue } from './catalogue.ts'
import { EmployerApp } from './employer-app.ts'

const locale = toLocale(document.documentElement.lang) ?? 'en'
const app = document.querySelector('employer-app')
if (app instanceof EmployerApp) {
  const { texts, errors, signIn: signInTexts } = await loadCatalogue(locale)
  const ports = {
    load: loadEmployerPage,
    signIn: { look: lookAtSignInLink, signIn, signInWithPasskey },
    code: { ask: askForCode, enter: enterCode },
    noteRoomCheck,
    signOut,
    loadService,
    ownAccess: ownAccessApi,
  }
  Object.assign(app, { locale, texts, errors, signInTexts, ports })
  watchUse({ target: window, now: () => Date.now(), ask: () => loadMe() })
  await app.open()
}
