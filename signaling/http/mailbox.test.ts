import { expect, test } from 'vitest'
import type { Mail } from '../protocol/mailbox.ts'
import type { Store } from '../store/store.ts'
import { buildTestApp, testConfig, type TestAppOptions } from '../testing/app.ts'

const mail: Mail = {
  id: 'mail-0000000000000001',
  at: '2026-11-24T08:00:00.000Z',
  from: 'Visite <visite@localhost>',
  to: "Jan D'Hondt <jan@example.be>",
  subject: 'Uw afspraak op dinsdag 24 november om 09:30',
  text: 'Dag Jan,\n',
  attachments: [{ name: 'afspraak.ics', text: 'BEGIN:VCALENDAR\r\n' }],
}
const add = (store: Store, ...mails: Mail[]) =>
  store.write(async (writer) => {
    for (const each of mails) await writer.mailbox.add(each)
  })

async function open(options: TestAppOptions = {}) {
  const server = await buildTestApp(options)
  const clinic = await server.addClinic()
  await add(server.store, mail)
  const planner = await server.signInStaff(clinic.planner.id)
  const get = (url: string, headers: Record<string, string> = { cookie: planner }) =>
    server.app.inject({ url, headers })
  return { ...server, clinic, get }
}

test('a planner reads the list, the newest first, and each mail', async () => {
  const { get, store } = await open()
  const later = { ...mail, id: 'mail-0000000000000002', at: '2026-11-24T09:00:00.000Z' } as const
  await add(store, later)
  const { id, at, to, subject } = mail
  expect((await get('/api/mailbox')).json()).toEqual([
    { id: later.id, at: later.at, to, subject },
    { id, at, to, subject },
  ])
  expect((await get(`/api/mailbox/${mail.id}`)).json()).toEqual(mail)
})

test('nobody else does', async () => {
  const { get, clinic, ...server } = await open()
  const physician = await server.signInStaff(clinic.physicianStaff.id)
  const worker = await server.signInWorker(clinic.appointments[0]?.id ?? '')
  const authorization = await server.addApiKey()
  for (const url of ['/api/mailbox', `/api/mailbox/${mail.id}`]) {
    expect((await get(url, { cookie: physician })).statusCode).toBe(403)
    for (const headers of [{}, { cookie: worker }, { authorization }]) {
      expect((await get(url, { ...headers })).statusCode).toBe(401)
    }
  }
})

test('an unknown mail is not found', async () => {
  const { get } = await open()
  const reply = await get('/api/mailbox/mail-0000000000000009')
  expect([reply.statusCode, reply.json()]).toMatchObject([404, { code: 'not-found' }])
})

test('with a mail server there is no local mailbox', async () => {
  const config = testConfig({
    VISITE_SMTP_URL: 'smtps://mail.example.be',
    VISITE_MAIL_FROM: 'afspraken@prevenia.be',
  })
  const { get } = await open({ config })
  for (const url of ['/api/mailbox', `/api/mailbox/${mail.id}`]) {
    expect((await get(url)).statusCode).toBe(404)
  }
})
