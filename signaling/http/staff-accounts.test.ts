import { once } from 'node:events'
import { expect, test } from 'vitest'
import WebSocket from 'ws'
import { systemActor } from '../identity/identity.ts'
import { createStaffLink } from '../identity/staff-links.ts'
import { closeCodes } from '../protocol/close-codes.ts'
import { buildTestApp } from '../testing/app.ts'

async function openWorld() {
  const world = await buildTestApp()
  const { app, origin, store, clock } = world
  const clinic = await world.addClinic()
  const planner = await world.signInStaff(clinic.planner.id)
  const physician = await world.signInStaff(clinic.physicianStaff.id)
  const post = (url: string, cookie: string, payload?: object) =>
    app.inject({
      method: 'POST',
      url,
      headers: { origin, cookie },
      ...(payload === undefined ? {} : { payload }),
    })
  return {
    ...world,
    clinic,
    planner,
    physician,
    post,
    statusOfMe: async (cookie: string) =>
      (await app.inject({ url: '/api/me', headers: { cookie } })).statusCode,
    makeLink: async (staffId: string) => {
      const { url } = await createStaffLink(
        { kind: 'sign-in', role: 'physician', staffId },
        {
          store,
          clock,
          makeToken: () => 'link-'.padEnd(43, '0'),
          publicUrl: origin,
          actor: systemActor,
        },
      )
      return new URL(url).hash.slice(1)
    },
  }
}

test('a disabled account is out at once: logins, sockets and links', async () => {
  const world = await openWorld()
  const { app, clinic, planner, physician, post, origin } = world
  const token = await world.makeLink(clinic.physicianStaff.id)
  const address = await app.listen({ port: 0 })
  const url = `${address.replace('http', 'ws')}/ws/desk`
  const socket = new WebSocket(url, { headers: { origin, cookie: physician } })
  await once(socket, 'open')
  const closed = once(socket, 'close')
  const { id } = clinic.physicianStaff
  expect((await post(`/api/staff/${id}/disable`, planner)).statusCode).toBe(204)
  expect((await closed)[0]).toBe(closeCodes['signed-out'])
  expect(await world.statusOfMe(physician)).toBe(401)
  expect((await post('/api/sign-in/look', '', { token })).statusCode).toBe(404)
  const staff = await app.inject({ url: '/api/staff', headers: { cookie: planner } })
  expect(staff.json()).toContainEqual(expect.objectContaining({ id, disabled: true }))
})

test('an enabled account does not come back into its old logins', async () => {
  const { clinic, planner, physician, post, statusOfMe, app } = await openWorld()
  const { id } = clinic.physicianStaff
  await post(`/api/staff/${id}/disable`, planner)
  expect((await post(`/api/staff/${id}/enable`, planner)).statusCode).toBe(204)
  expect(await statusOfMe(physician)).toBe(401)
  const staff = await app.inject({ url: '/api/staff', headers: { cookie: planner } })
  expect(staff.json()).toContainEqual(expect.objectContaining({ id, disabled: false }))
})

test('the last planner stays, whoever asks', async () => {
  const { clinic, planner, post, statusOfMe } = await openWorld()
  const refused = await post(`/api/staff/${clinic.planner.id}/disable`, planner)
  expect(refused.json()).toMatchObject({ code: 'last-planner' })
  expect(await statusOfMe(planner)).toBe(200)
})

test('nobody unknown is disabled or enabled', async () => {
  const { planner, post } = await openWorld()
  for (const deed of ['disable', 'enable']) {
    expect((await post(`/api/staff/nobody-0000000000/${deed}`, planner)).statusCode).toBe(404)
  }
})
