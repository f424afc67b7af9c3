/** Draws one screen of the office: `?screen=board&lang=nl`. For development and for the browser test; not in the build. */
import { ApiError } from '../api/request.ts'
import { toLocale } from '../i18n/locale.ts'
import '../office/office-app.ts'
import { loadTexts } from '../office/texts.ts'
import { createFakeApi } from './office-fake-api.ts'
import { me, sampleNow } from './office-samples.ts'
import { screens } from './office-screens.ts'

const query = new URLSearchParams(location.search)
const locale = toLocale(query.get('lang') ?? 'en') ?? 'en'
const screen = screens[query.get('screen') ?? 'week'] ?? { path: '/office/elsewhere' }

document.documentElement.lang = locale
// The office reads its page from the address bar.
history.replaceState(null, '', screen.path)

const { texts, signIn } = await loadTexts(locale)
const app = document.createElement('office-app')
app.locale = locale
app.texts = texts
app.signInTexts = signIn
app.ports = {
  api: createFakeApi(screen.api ?? {}),
  signIn: {
    look: () => new Promise(() => undefined),
    signIn: () => Promise.resolve(),
    signInWithPasskey: () => Promise.resolve(),
  },
  loadMe: () =>
    screen.signedOut === true ? Promise.reject(new ApiError('signed-out')) : Promise.resolve(me),
  loadService: () => Promise.resolve(me.service),
  signOut: () => Promise.resolve(),
  now: () => sampleNow,
}
document.body.append(app)
app.open()
for (const step of screen.steps ?? []) await take(step)
await settle()
document.documentElement.dataset['drawn'] = 'yes'

async function take(step: string): Promise<void> {
  await settle()
  if (step === '#file') return chooseFile()
  if (step === '#overlap') return fillSessionForm()
  app.querySelector<HTMLElement>(step)?.click()
}

function chooseFile(): void {
  const detail = new File(['Naam;Voornaam'], 'lijst november.csv', { type: 'text/csv' })
  app.querySelector('roster-drop')?.dispatchEvent(new CustomEvent('file-chosen', { detail }))
}

function fillSessionForm(): void {
  const form = app.querySelector('form')
  const physician = form?.querySelector<HTMLSelectElement>('[name=physicianId]')
  if (physician) physician.selectedIndex = 1
  form?.requestSubmit()
}

/** Lets promises and renderings finish; a frame or two is how long the samples take. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60))
}
