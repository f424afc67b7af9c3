/**
 * For the eye and for the tests, not part of the build: one screen of the office with sample data, `?screen=board&lang=nl`.
 * `showScreen(name)` changes the screen without loading the page again.
 */
import { ApiError } from '../api/request.ts'
import { toLocale } from '../i18n/locale.ts'
import { loadOwnAccessTexts } from '../i18n/own-access/load.ts'
import { OfficeApp } from '../office/office-app.ts'
import { loadTexts } from '../office/texts.ts'
import '../ui/own-access/own-access-dialog.ts'
import { createFakeApi } from './office-fake-api.ts'
import { me, sampleNow } from './office-samples.ts'
import { screens, type Screen } from './office-screens.ts'
import { putAlone, settle } from './put-alone.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? '') ?? 'en'
document.documentElement.lang = locale

const { texts, signIn } = await loadTexts(locale)
// What is fetched at a tap is there before it, so that two frames are enough.
await loadOwnAccessTexts(locale)

await showScreen(query.get('screen') ?? 'week')
document.documentElement.dataset['ready'] = 'true'
Object.assign(globalThis, { showScreen })

async function showScreen(name: string): Promise<void> {
  const screen = screens[name]
  if (screen === undefined) throw new Error(`screens: ${Object.keys(screens).join(' ')}`)
  // The office reads its page from the address bar.
  history.replaceState(null, '', screen.path)
  const app = createOffice(screen)
  putAlone(app)
  app.open()
  await settle()
  for (const step of screen.steps ?? []) {
    take(app, step)
    await settle()
  }
}

function createOffice(screen: Screen): OfficeApp {
  return Object.assign(new OfficeApp(), {
    locale,
    texts,
    signInTexts: signIn,
    ports: {
      api: createFakeApi(screen.api ?? {}),
      signIn: {
        look: () => new Promise(() => undefined),
        signIn: () => Promise.resolve(),
        signInWithPasskey: () => Promise.resolve(),
      },
      loadMe: () =>
        screen.signedOut === true
          ? Promise.reject(new ApiError('signed-out'))
          : Promise.resolve(me),
      loadService: () => Promise.resolve(me.service),
      signOut: () => Promise.resolve(),
      now: () => sampleNow,
    },
  } satisfies Partial<OfficeApp>)
}

function take(app: OfficeApp, step: string): void {
  if (step === '#file') return chooseFile(app)
  if (step === '#overlap') return fillSessionForm(app)
  const element = app.querySelector<HTMLElement>(step)
  if (element === null) throw new Error(`nothing to click: ${step}`)
  element.click()
}

function chooseFile(app: OfficeApp): void {
  const detail = new File(['Naam;Voornaam'], 'lijst november.csv', { type: 'text/csv' })
  app.querySelector('roster-drop')?.dispatchEvent(new CustomEvent('file-chosen', { detail }))
}

function fillSessionForm(app: OfficeApp): void {
  const form = app.querySelector('form')
  const physician = form?.querySelector<HTMLSelectElement>('[name=physicianId]')
  if (physician) physician.selectedIndex = 1
  form?.requestSubmit()
}
