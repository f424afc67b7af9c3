/** The page of evaluators: wires it to the server. */
import { loadEvaluation } from '../api/evaluation.ts'
import { watchUse } from '../api/note-use.ts'
import { ownAccessApi } from '../api/own-access.ts'
import { loadService } from '../api/service.ts'
import { loadMe, signOut, staffSignIn } from '../api/staff.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadCatalogue } from './catalogue.ts'
import { EvaluationApp } from './evaluation-app.ts'

const locale = toLocale(document.documentElement.lang) ?? 'en'
const app = document.querySelector('evaluation-app')
if (app instanceof EvaluationApp) {
  const { texts, errors, signIn: signInTexts } = await loadCatalogue(locale)
  const ports = {
    load: loadEvaluation,
    signIn: staffSignIn('evaluation'),
    signOut,
    loadService,
    ownAccess: ownAccessApi,
  }
  Object.assign(app, { locale, texts, errors, signInTexts, ports })
  watchUse({ target: window, now: () => Date.now(), ask: () => loadMe() })
  await app.open()
}
