/**
 * For the eye and for the tests, not part of the build: the pages of an employer's contact and of an evaluator with sample
 * data, `?screen=employer&lang=nl`. `showScreen(name)` changes the screen without loading the page again.
 */
import type { EmployerPage } from '../../signaling/protocol/employer.ts'
import type { Evaluation } from '../../signaling/protocol/evaluation.ts'
import { ApiError } from '../api/request.ts'
import { loadCatalogue as loadEmployerCatalogue } from '../employer/catalogue.ts'
import { EmployerApp } from '../employer/employer-app.ts'
import { loadCatalogue as loadEvaluationCatalogue } from '../evaluation/catalogue.ts'
import { EvaluationApp } from '../evaluation/evaluation-app.ts'
import { toLocale } from '../i18n/locale.ts'
import { emptyEmployerPage, employerPage, evaluationPage } from './account-samples.ts'
import { sampleOwnAccess } from './own-access-samples.ts'
import { putAlone, settle } from './put-alone.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? '') ?? 'en'
document.documentElement.lang = locale
const [employer, evaluation] = await Promise.all([
  loadEmployerCatalogue(locale),
  loadEvaluationCatalogue(locale),
])

type Act = (app: HTMLElement) => void
interface Screen {
  readonly employer?: () => Promise<EmployerPage>
  readonly evaluation?: () => Promise<Evaluation>
  readonly acts?: readonly Act[]
}
const signedOut = () => Promise.reject(new ApiError('signed-out'))
const click =
  (selector: string): Act =>
  (app) =>
    app.querySelector<HTMLElement>(selector)?.click()
const type =
  (selector: string, value: string): Act =>
  (app) => {
    const input = app.querySelector<HTMLInputElement>(selector)
    if (input !== null) input.value = value
  }
const showEmployer = () => Promise.resolve(employerPage)
const askForCode = [type('#code-email', 'els.baert@bakkerij.example'), click('code-form button')]

const screens: Readonly<Record<string, Screen>> = {
  'employer': { employer: showEmployer },
  'employer-none': { employer: () => Promise.resolve(emptyEmployerPage) },
  'employer-check': { employer: showEmployer, acts: [click('section:last-of-type li button')] },
  'employer-check-missing': {
    employer: showEmployer,
    acts: [click('section:last-of-type li button'), click('.room-check .primary')],
  },
  'employer-opening': { employer: () => new Promise(() => undefined) },
  'employer-failed': { employer: () => Promise.reject(new ApiError('unavailable')) },
  'employer-sign-in': { employer: signedOut },
  'employer-code': { employer: signedOut, acts: askForCode },
  'employer-code-wrong': {
    employer: signedOut,
    acts: [...askForCode, type('#code-digits', '123456'), click('code-form button')],
  },
  'evaluation': { evaluation: () => Promise.resolve(evaluationPage) },
  'evaluation-sign-in': { evaluation: signedOut },
}

await showScreen(query.get('screen') ?? 'employer')
document.documentElement.dataset['ready'] = 'true'
Object.assign(globalThis, { showScreen, screenNames: Object.keys(screens) })

async function showScreen(name: string): Promise<void> {
  const screen = screens[name]
  if (screen === undefined) throw new Error(`screens: ${Object.keys(screens).join(' ')}`)
  const app = createApp(screen)
  putAlone(app)
  void app.open()
  await settle()
  for (const act of screen.acts ?? []) {
    act(app)
    await settle()
  }
}

function createApp(screen: Screen): EmployerApp | EvaluationApp {
  const ports = {
    signIn: {
      look: () => new Promise<never>(() => undefined),
      signIn: () => Promise.resolve(),
      signInWithPasskey: () => Promise.resolve(),
    },
    code: {
      ask: () => Promise.resolve(),
      enter: () => Promise.reject(new ApiError('code-wrong')),
    },
    noteRoomCheck: () => Promise.resolve(),
    signOut: () => Promise.resolve(),
    loadService: () => Promise.resolve(employerPage.service),
    ownAccess: sampleOwnAccess,
  }
  const words = ({ texts, errors, signIn }: typeof employer | typeof evaluation) => ({
    locale,
    texts,
    errors,
    signInTexts: signIn,
  })
  return screen.evaluation === undefined
    ? Object.assign(new EmployerApp(), words(employer), {
        ports: { ...ports, load: screen.employer ?? showEmployer },
      })
    : Object.assign(new EvaluationApp(), words(evaluation), {
        ports: { ...ports, load: screen.evaluation },
      })
}
