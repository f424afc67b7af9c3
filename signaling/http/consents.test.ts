import { beforeEach, describe, expect, test } from 'vitest'
import { consentTextVersion } from '../../client/i18n/consents/version.ts'
import type { DeskDay } from '../protocol/desk.ts'
import { buildTestApp, type TestApp } from '../testing/app.ts'
import type { Clinic } from '../testing/fixtures.ts'

let world: TestApp
let clinic: Clinic
let desk: string
beforeEach(async () => {
  world = await buildTestApp()
  clinic = await world.addClinic({ appointments: 2 })
  desk = await world.signInStaff(clinic.physicianStaff.id)
})

const id = () => clinic.appointments[0]?.id ?? ''
const declare = (consent: string, given: boolean, cookie = desk) =>
  world.app.inject({
    method: 'POST',
    url: `/api/appointments/${id()}/consents`,
    headers: { origin: world.origin, cookie },
    payload: { consent, given },
  })
const declared = async () => {
  const reply = await world.app.inject({ url: '/api/desk/day', headers: { cookie: desk } })
  return reply
    .json<DeskDay>()
    .sessions[0]?.rows.map((row) => row.declared.map(({ consent }) => consent))
}
const actions = async () =>
  (await world.store.read.audit.ofAppointment(id()))
    .filter(({ action }) => action.startsWith('consent'))
    .map(({ action, actor, details }) => `${action} ${String(details['consent'])} ${actor.kind}`)

describe('what a worker declares to the physician', () => {
  test('stands beside this appointment alone, and in the log', async () => {
    await declare('video', true)
    await declare('alone', true)
    expect(await declared()).toEqual([['video', 'alone'], []])
    expect(await actions()).toEqual(['consent-given video staff', 'consent-given alone staff'])
  })

  test('is kept with the sentence’s version, the language and who heard it', async () => {
    await declare('unrecorded', true)
    expect(await world.store.read.consents.of([id()])).toEqual([
      {
        appointmentId: id(),
        at: expect.any(String),
        consent: 'unrecorded',
        given: true,
        textVersion: consentTextVersion,
        language: 'nl',
        heardBy: clinic.physicianStaff.id,
        loginKey: null,
      },
    ])
  })

  test('said twice stands once', async () => {
    await declare('video', true)
    await declare('video', true)
    expect(await actions()).toHaveLength(1)
  })

  test('GDPR, art. 7.3: is taken back as easily, and both stay readable', async () => {
    await declare('alone', true)
    await declare('alone', false)
    expect(await declared()).toEqual([[], []])
    expect(await actions()).toEqual(['consent-given alone staff', 'consent-taken-back alone staff'])
  })

  test('GDPR, art. 7.3: choosing a visit in person takes the agreement to video back', async () => {
    await declare('video', true)
    const cookie = await world.signInWorker(id())
    await world.app.inject({
      method: 'POST',
      url: '/api/my-appointment/in-person',
      headers: { origin: world.origin, cookie },
    })
    expect((await actions()).at(-1)).toBe('consent-taken-back video worker')
  })

  test('is mailed to the worker as a receipt once the consultation is over, without a word of the examination', async () => {
    await declare('video', true)
    await declare('alone', true)
    await declare('alone', false)
    await world.app.inject({
      method: 'POST',
      url: `/api/appointments/${id()}/outcome`,
      headers: { origin: world.origin, cookie: desk },
      payload: { outcome: 'needs-in-person' },
    })
    const mails = () => world.store.read.mailbox.list(9)
    await expect.poll(async () => (await mails()).length).toBe(1)
    const mail = await world.store.read.mailbox.get((await mails())[0]?.id ?? '')
    expect(mail?.subject).toMatch(/^Uw afspraak op .*: uw akkoord$/)
    expect(mail?.text).toContain('- Ik ga akkoord om met de arts te spreken via video. (')
    expect(mail?.text).toContain('U trok dit in: Ik ben alleen.')
    expect(mail?.text).not.toMatch(/periodi|gezondheidsbeoordeling|in persoon nodig/i)
    expect(mail?.attachments).toEqual([])
  })

  test('is no mail when nothing was declared', async () => {
    await world.app.inject({
      method: 'POST',
      url: `/api/appointments/${id()}/outcome`,
      headers: { origin: world.origin, cookie: desk },
      payload: { outcome: 'needs-in-person' },
    })
    const queued = await world.store.read.outbox.due('2099-01-01T00:00:00.000Z', 9)
    expect(queued).toEqual([])
  })

  test('is not heard by a colleague of that physician', async () => {
    const other = await world.addClinic({ name: 'Other' })
    const cookie = await world.signInStaff(other.physicianStaff.id)
    expect((await declare('video', true, cookie)).statusCode).toBe(404)
    expect(await actions()).toEqual([])
  })
})
