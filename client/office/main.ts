/** The planner's office: wires the page to the server. */
import { watchUse } from '../api/note-use.ts'
import { loadService } from '../api/service.ts'
import { loadMe, signOut, staffSignIn } from '../api/staff.ts'
import { toLocale } from '../i18n/locale.ts'
import { officeApi } from './office-api.ts'
import './office-app.ts'
import { loadTexts } from './texts.ts'

const app = document.querySelector('office-app')
const locale = toLocale(document.documentElement.lang) ?? 'en'

if (app !== null) {
  const { texts, signIn: signInTexts } = await loadTexts(locale)
  app.locale = locale
  app.texts = texts
  app.signInTexts = signInTexts
  app.ports = {
    api: officeApi,
    signIn: staffSignIn('office'),
    loadMe,
    loadService,
    signOut,
    now: () => Date.now(),
  }
  watchUse({ target: window, now: () => Date.now(), ask: () => loadMe() })
  app.open()
}
