import { beforeEach, describe, expect, test } from 'vitest'
import { consentTextVersion } from '../../client/i18n/consents/version.ts'
import { texts as outreach } from '../../client/i18n/outreach/nl.ts'
import { toInstant } from '../clock.ts'
import type { DeskDay } from '../protocol/desk.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import { buildTestApp, type TestApp } from '../testing/app.ts'
import type { Clinic } from '../testing/fixtures.ts'

let world: TestApp
let clinic: Clinic
let worker: string
let desk: string
beforeEach(async () => {
  world = await buildTestApp()
  const sessionStart = toInstant(world.clock.now())
  clinic = await world.addClinic({ sessionStart, appointments: 2 })
  worker = await world.signInWorker(id())
  desk = await world.signInStaff(clinic.physicianStaff.id)
})

const id = () => clinic.appointments[0]?.id ?? ''
const post = (url: string, cookie: string, payload?: object) =>
  world.app.inject({
    method: 'POST',
    url,
    headers: { origin: world.origin, cookie },
    ...(payload && { payload }),
  })
const showsCard = () => post('/api/identification/card', worker)
const agree = (company = 'alone', textVersion: string = consentTextVersion) =>
  post('/api/my-appointment/consents', worker, { company, language: 'fr', textVersion })
const hears = (consent: string, given: boolean) =>
  post(`/api/appointments/${id()}/consents`, desk, { consent, given })
const mine = async () =>
  (
    await world.app.inject({ url: '/api/my-appointment', headers: { cookie: worker } })
  ).json<MyAppointment>()
const atDesk = async () => {
  const reply = await world.app.inject({ url: '/api/desk/day', headers: { cookie: desk } })
  return reply.json<DeskDay>().sessions[0]?.rows[0]?.declared ?? []
}
const consentsIn = (declared: readonly { consent: string }[]) =>
  declared.map(({ consent }) => consent)

describe('what the worker declares on their own page', () => {
  test('stands at the desk as their own word, and on their page', async () => {
    await showsCard()
    expect((await mine()).declared).toEqual([])
    const reply = await agree()
    expect(reply.statusCode).toBe(200)
    const own = { ownPage: true, at: toInstant(world.clock.now()) }
    const all = ['video', 'alone', 'unrecorded'].map((consent) => ({ ...own, consent }))
    expect(reply.json<MyAppointment>().declared).toEqual(all)
    expect((await mine()).declared).toEqual(all)
    expect(await atDesk()).toEqual(all)
  })

  test('is kept with the text’s version, the language in which it was read, and how they were identified', async () => {
    await showsCard()
    await agree('accompanied')
    const [row] = await world.store.read.consents.of([id()])
    expect(row).toMatchObject({
      consent: 'video',
      given: true,
      textVersion: consentTextVersion,
      language: 'fr',
      heardBy: null,
    })
    const entries = await world.store.read.audit.ofAppointment(id())
    expect(entries.filter(({ action }) => action === 'consent-given')).toMatchObject([
      // They promise their card: nobody has seen one.
      { actor: { kind: 'worker' }, details: { consent: 'video', identifiedBy: 'shows-card' } },
      { details: { consent: 'accompanied', language: 'fr', textVersion: consentTextVersion } },
      { details: { consent: 'unrecorded' } },
    ])
  })

  test('is asked of nobody to go in: the waiting room is theirs without it', async () => {
    await showsCard()
    const { identify, state, declared } = await mine()
    expect({ identify, state, declared }).toEqual({
      identify: undefined,
      state: 'open',
      declared: [],
    })
  })

  test('is not taken from whoever only holds the link', async () => {
    expect((await agree()).json()).toMatchObject({ code: 'not-allowed' })
    expect((await mine()).declared).toBeUndefined()
    expect(await world.store.read.consents.of([id()])).toEqual([])
  })

  test('is no word of who comes later by the same link, while nothing was proved', async () => {
    await showsCard()
    await agree()
    worker = await world.signInWorker(id())
    await showsCard()
    expect((await mine()).declared).toEqual([])
    expect(await atDesk()).toEqual([])
    const entries = await world.store.read.audit.ofAppointment(id())
    expect(entries.filter(({ action }) => action === 'consent-taken-back')).toMatchObject([
      { actor: { kind: 'system' }, details: { consent: 'video' } },
      { details: { consent: 'alone' } },
      { details: { consent: 'unrecorded' } },
    ])
    await agree('accompanied')
    expect(consentsIn(await atDesk())).toEqual(['video', 'unrecorded', 'accompanied'])
  })

  test('stays where it was proved who said it, whoever else holds the link', async () => {
    await showsCard()
    await agree()
    const [row] = await world.store.read.consents.of([id()])
    const seen = {
      id: 'card-0000000000001',
      loginKey: row?.loginKey ?? '',
      appointmentId: id(),
      at: toInstant(world.clock.now()),
      method: 'card',
      seenBy: clinic.physicianStaff.id,
    } as const
    await world.store.write(({ identifications }) => identifications.add(seen))
    worker = await world.signInWorker(id())
    await showsCard()
    expect(consentsIn(await atDesk())).toEqual(['video', 'alone', 'unrecorded'])
  })

  test('what the physician heard stays as they heard it', async () => {
    await hears('video', true)
    await showsCard()
    expect(await atDesk()).toMatchObject([{ consent: 'video', ownPage: false }])
  })

  test('is about the text of today: what an older page showed is not agreed to', async () => {
    await showsCard()
    expect((await agree('alone', '2026-10')).json()).toMatchObject({
      code: 'invalid',
      at: '/textVersion',
    })
    expect(await world.store.read.consents.of([id()])).toEqual([])
  })

  test('said twice stands once', async () => {
    await showsCard()
    await agree()
    await agree()
    expect(await world.store.read.consents.of([id()])).toHaveLength(3)
  })

  test('is no longer “alone” once somebody came in, and the other way round', async () => {
    await showsCard()
    await agree('alone')
    await agree('accompanied')
    expect(consentsIn(await atDesk())).toEqual(['video', 'unrecorded', 'accompanied'])
    await hears('alone', true)
    expect(consentsIn(await atDesk())).toEqual(['video', 'alone', 'unrecorded'])
  })

  test('becomes their own word where the physician had only heard it', async () => {
    await showsCard()
    await hears('video', true)
    expect(await atDesk()).toMatchObject([{ consent: 'video', ownPage: false }])
    await agree()
    expect(await atDesk()).toMatchObject([{ ownPage: true }, { ownPage: true }, { ownPage: true }])
  })

  test('GDPR, art. 7.3: is taken back by the choice of a visit in person, without a reason', async () => {
    await showsCard()
    await agree()
    await post('/api/my-appointment/in-person', worker)
    expect(consentsIn(await atDesk())).not.toContain('video')
    const entries = await world.store.read.audit.ofAppointment(id())
    expect(entries.map(({ action }) => action)).toContain('consent-taken-back')
    expect((await agree()).json()).toMatchObject({ code: 'transition-refused' })
  })

  test('is in their receipt, with the text that they could read', async () => {
    await showsCard()
    await agree()
    await post(`/api/appointments/${id()}/outcome`, desk, { outcome: 'needs-in-person' })
    const mails = () => world.store.read.mailbox.list(9)
    await expect.poll(async () => (await mails()).length).toBe(1)
    const mail = await world.store.read.mailbox.get((await mails())[0]?.id ?? '')
    expect(mail?.text).toContain(outreach['declared.own-page'])
    expect(mail?.text).toContain(outreach['declared.read'](consentTextVersion))
    expect(mail?.text).toContain('Uw werkgever verneemt niet wat u zegt.')
  })
})
