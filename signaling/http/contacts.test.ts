import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openTestApp, type TestApp } from '../testing/app.ts'
import type { Clinic } from '../testing/fixtures.ts'

let world: TestApp
let clinic: Clinic
let planner: { origin: string; cookie: string }
beforeEach(async () => {
  world = await openTestApp()
  onTestFinished(() => world.close())
  clinic = await world.addClinic()
  planner = { origin: world.origin, cookie: await world.signInStaff(clinic.planner.id) }
})

const els = { name: 'Els Baert', email: 'Els.Baert@Meridiaan.example', language: 'fr' } as const
const ask = (url: string, payload: object, headers: Record<string, string> = planner) =>
  world.app.inject({ method: 'POST', url: `/api${url}`, headers, payload })
const add = () => ask('/contacts', { ...els, employerId: clinic.employer.id })
const mails = async (count: number) => {
  await vi.waitUntil(async () => (await world.store.read.mailbox.list(9)).length === count)
  const [latest] = await world.store.read.mailbox.list(9)
  return world.store.read.mailbox.get(latest?.id ?? '')
}
const tokenIn = (text = '') => /\/employer\/\?lang=fr#([\w-]{43})\s/.exec(text)?.[1] ?? ''
const look = (token: string) => ask('/sign-in/look', { token }, { origin: world.origin })

test('a contact is invited by a mail in their language, whose link says who they are and makes a passkey', async () => {
  const added = await add()
  expect(added.statusCode).toBe(201)
  const mail = await mails(1)
  expect(mail?.to).toContain('els.baert@meridiaan.example')
  expect(mail?.subject).toContain('Votre compte')
  const seen = await look(tokenIn(mail?.text))
  expect(seen.json()).toEqual({
    kind: 'sign-in',
    name: 'Els Baert',
    role: 'employer',
    way: 'passkey',
  })
})

test('a second invitation ends the first one’s link', async () => {
  const { id } = (await add()).json<{ id: string }>()
  const first = tokenIn((await mails(1))?.text)
  world.clock.advance(1000)
  expect((await ask(`/contacts/${id}/invitation`, {})).statusCode).toBe(204)
  const second = tokenIn((await mails(2))?.text)
  expect(second).not.toBe(first)
  expect([(await look(first)).statusCode, (await look(second)).statusCode]).toEqual([404, 200])
})

test('whoever may no longer sign in is out at once: login, link, and no new one', async () => {
  const { id } = (await add()).json<{ id: string }>()
  const token = tokenIn((await mails(1))?.text)
  const cookie = await world.signInStaff(id)
  const page = () => world.app.inject({ url: '/api/employer', headers: { cookie } })
  expect((await page()).statusCode).toBe(200)
  expect((await ask(`/staff/${id}/disable`, {})).statusCode).toBe(204)
  expect((await page()).statusCode).toBe(401)
  expect((await look(token)).statusCode).toBe(404)
  expect((await ask(`/contacts/${id}/invitation`, {})).statusCode).toBe(404)
  const list = await world.app.inject({
    url: '/api/contacts',
    headers: planner,
  })
  expect(list.json()).toEqual([
    { ...els, email: els.email.toLowerCase(), id, employerId: clinic.employer.id, disabled: true },
  ])
})

test('two contacts cannot have one address, but a new one may have that of one who left', async () => {
  const { id } = (await add()).json<{ id: string }>()
  expect((await add()).json()).toMatchObject({ code: 'in-use', at: '/email' })
  await ask(`/staff/${id}/disable`, {})
  expect((await add()).statusCode).toBe(201)
  expect((await ask(`/staff/${id}/enable`, {})).json()).toMatchObject({ code: 'in-use' })
})

test('the contacts stand in no list of the service’s own people', async () => {
  await add()
  const list = await world.app.inject({ url: '/api/staff', headers: planner })
  expect(list.body).not.toContain('Els Baert')
})
