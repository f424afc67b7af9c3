// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { LinkDraft, SignInLinkView } from '../../../signaling/protocol/staff.ts'
import { ApiError } from '../../api/request.ts'
import { texts as errors } from '../../i18n/errors/en.ts'
import { texts } from '../../i18n/sign-in/en.ts'
import './sign-in-page.ts'
import type { SignInPage } from './sign-in-page.ts'

const token = 'a-token-of-enough-length'

afterEach(() => {
  document.body.replaceChildren()
  history.replaceState(null, '', '/desk/')
})

/** Opens the page with a link and waits until it has looked at it. */
async function open(look: () => Promise<SignInLinkView>, fail?: ApiError) {
  const spent: LinkDraft[] = []
  history.replaceState(null, '', `/desk/#${token}`)
  const page: SignInPage = document.createElement('sign-in-page')
  page.texts = texts
  page.errors = errors
  page.ports = {
    look,
    signIn: (draft) => {
      spent.push(draft)
      return fail === undefined ? Promise.resolve() : Promise.reject(fail)
    },
    signInWithPasskey: () => Promise.resolve(),
  }
  document.body.append(page)
  await settle(page)
  return { page, spent }
}

async function settle(page: SignInPage) {
  for (let turn = 0; turn < 5; turn++) {
    await Promise.resolve()
    await page.updateComplete
  }
}

const known: SignInLinkView = {
  kind: 'sign-in',
  name: 'Dr. Lien Claes',
  role: 'physician',
  way: 'direct',
}

test('opening the page spends nothing; the click does, and clears the address bar', async () => {
  const { page, spent } = await open(() => Promise.resolve(known))
  let signedIn = 0
  page.addEventListener('signed-in', () => (signedIn += 1))
  expect(spent).toEqual([])
  page.querySelector('button')?.click()
  await settle(page)
  expect(spent).toEqual([{ token }])
  expect(signedIn).toBe(1)
  expect(location.hash).toBe('')
})

test('a link that does not work shows one sentence', async () => {
  const { page } = await open(() => Promise.reject(new ApiError('link-not-valid')))
  expect(page.querySelector('[role=alert]')?.textContent).toContain(errors['link-not-valid'])
})

test('a refused sign-in keeps the offer and the token', async () => {
  const { page } = await open(() => Promise.resolve(known), new ApiError('offline'))
  page.querySelector('button')?.click()
  await settle(page)
  expect(page.querySelector('[role=alert]')?.textContent).toContain(errors.offline)
  expect(page.querySelector('button')?.textContent).toContain('Dr. Lien Claes')
  expect(location.hash).toBe(`#${token}`)
})

test('an enrolment asks for a name and an address before it spends the link', async () => {
  const { page, spent } = await open(() =>
    Promise.resolve({ kind: 'enrol', role: 'planner', way: 'passkey' }),
  )
  const form = page.querySelector('enrolment-form')
  const submit = async () => {
    page.querySelector('form')?.requestSubmit()
    await form?.updateComplete
    await settle(page)
  }
  await submit()
  expect(page.querySelectorAll('[aria-invalid=true]')).toHaveLength(2)
  expect(spent).toEqual([])
  const fill = (name: string, value: string) => {
    const input = page.querySelector<HTMLInputElement>(`input[name=${name}]`)
    if (input !== null) input.value = value
  }
  fill('name', ' Anke D’Hondt ')
  fill('email', 'anke@service.be')
  await submit()
  expect(spent).toEqual([{ token, person: { name: 'Anke D’Hondt', email: 'anke@service.be' } }])
})

test('an ordinary link makes a passkey, and says so', async () => {
  const { page, spent } = await open(() => Promise.resolve({ ...known, way: 'passkey' }))
  expect(page.textContent).toContain(texts['signIn.passkey.why'])
  expect(page.querySelector('button')?.textContent).toContain(texts['signIn.passkey.make'])
  page.querySelector('button')?.click()
  await settle(page)
  expect(spent).toEqual([{ token }])
})

test('the service’s own sign-in is offered where there is one, and leads away from the page', async () => {
  const { page } = await open(() => Promise.resolve(known))
  history.replaceState(null, '', '/desk/')
  dispatchEvent(new Event('hashchange'))
  const offered = async () => {
    await settle(page)
    return [...page.querySelectorAll('button')].find((each) =>
      each.textContent?.includes('Zorgpost'),
    )
  }
  let gone = 0
  const goToOwnSignIn = () =>
    (gone += 1) === 1 ? Promise.reject(new ApiError('own-sign-in-unavailable')) : Promise.resolve()
  page.ports = { ...page.ports, goToOwnSignIn }
  page.service = { name: 'Zorgpost', phone: '02 555 01 00' }
  expect(await offered()).toBeUndefined()
  page.service = { ...page.service, ownSignIn: true }
  ;(await offered())?.click()
  await settle(page)
  expect(page.querySelector('[role=alert]')?.textContent).toContain(
    errors['own-sign-in-unavailable'],
  )
  ;(await offered())?.click()
  await settle(page)
  expect(page.querySelector('[role=status]')?.textContent).toContain(texts['signIn.own.going'])
  expect(gone).toBe(2)
})

test('a page of people who are not the service’s does not offer its sign-in', async () => {
  const { page } = await open(() => Promise.resolve(known))
  history.replaceState(null, '', '/employer/')
  dispatchEvent(new Event('hashchange'))
  page.service = { name: 'Zorgpost', phone: '02 555 01 00', ownSignIn: true }
  await settle(page)
  expect(page.querySelectorAll('button')).toHaveLength(1)
})

test.each([
  ['no-account', texts['signIn.own.no-account']],
  ['hacked', null],
])('why the service’s own sign-in refused ("%s") is told once', async (why, sentence) => {
  const { page } = await open(() => Promise.resolve(known))
  history.replaceState(null, '', `/desk/?lang=nl&sign-in=${why}`)
  dispatchEvent(new Event('hashchange'))
  await settle(page)
  const told = page.querySelector('[role=alert]')?.textContent?.trim() ?? null
  expect(told).toBe(sentence)
  expect(location.search).toBe('?lang=nl')
})

test('without a link a passkey signs in; a question that was closed says so, and may be asked again', async () => {
  const { page } = await open(() => Promise.resolve(known))
  history.replaceState(null, '', '/desk/')
  dispatchEvent(new Event('hashchange'))
  let tries = 0
  page.ports = {
    ...page.ports,
    signInWithPasskey: () =>
      (tries += 1) === 1 ? Promise.reject(new ApiError('passkey-cancelled')) : Promise.resolve(),
  }
  let signedIn = 0
  page.addEventListener('signed-in', () => (signedIn += 1))
  await settle(page)
  page.querySelector('button')?.click()
  await settle(page)
  expect(page.querySelector('[role=alert]')?.textContent).toContain(errors['passkey-cancelled'])
  page.querySelector('button')?.click()
  await settle(page)
  expect([tries, signedIn]).toEqual([2, 1])
})
