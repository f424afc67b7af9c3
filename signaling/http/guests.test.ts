import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createGuestLinks } from '../identity/guest-link.ts'
import type { NewGuestLink } from '../protocol/guest.ts'
import { buildTestApp } from '../testing/app.ts'

const minute = 60_000

/** A physician, and the link for an interpreter at an appointment in an hour; the waiting room is open unless told. */
async function openWorld({ early = false } = {}) {
  const world = await buildTestApp()
  const clinic = await world.addClinic({ appointments: 2 })
  const [appointment, other] = clinic.appointments
  if (appointment === undefined || other === undefined) throw new Error('no appointments')
  const desk = await world.signInStaff(clinic.physicianStaff.id)
  const post = (url: string, payload: object, cookie = '') =>
    world.app.inject({
      method: 'POST',
      url,
      headers: { origin: world.origin, cookie },
      payload,
    })
  const make = async (id = appointment.id) => {
    const draft = { role: 'interpreter', name: 'Elif Kaya' }
    const reply = await post(`/api/appointments/${id}/guest`, draft, desk)
    const made = reply.json<NewGuestLink>()
    return { ...made, token: made.url.split('#')[1] ?? '' }
  }
  const link = await make()
  if (!early) world.clock.advance(50 * minute)
  const enter = (token: string) => post('/api/guest-link/enter', { token })
  return { ...world, clinic, appointment, other, desk, post, make, link, enter }
}

describe('the physician', () => {
  test('makes a link that stands in the fragment, of which only the hash is stored', async () => {
    const { link, store, appointment, origin } = await openWorld()
    expect(link.url).toMatch(new RegExp(`^${origin}/guest/\\?lang=nl#[\\w-]+\\.[\\w-]+\\.[\\w-]+$`))
    expect(link.guest).toMatchObject({ role: 'interpreter', name: 'Elif Kaya', usedAt: null })
    const [entry] = (await store.read.audit.ofAppointment(appointment.id)).slice(-1)
    expect(entry).toMatchObject({
      action: 'guest-link-made',
      actor: { kind: 'staff' },
      details: { guestId: link.guest.id, role: 'interpreter' },
    })
    expect(JSON.stringify(entry)).not.toContain('Elif')
  })

  test('asks nobody to a colleague’s appointment, nor to one that is over', async () => {
    const { post, addClinic, signInStaff, appointment, clinic, clock } = await openWorld()
    const colleague = await addClinic({ name: 'Zenit' })
    const draft = { role: 'companion', name: 'Jo' }
    const url = `/api/appointments/${appointment.id}/guest`
    const theirs = await signInStaff(colleague.physicianStaff.id)
    expect((await post(url, draft, theirs)).json()).toMatchObject({ code: 'not-found' })
    expect((await post(`${url}/revoke`, {}, theirs)).statusCode).toBe(404)
    clock.advance(5 * 60 * minute)
    const later = await signInStaff(clinic.physicianStaff.id)
    expect((await post(url, draft, later)).json()).toMatchObject({ code: 'transition-refused' })
  })
})

describe('looking at a link', () => {
  test('shows who asks, when, and as what one comes, and nothing of the worker', async () => {
    const { post, link, clinic } = await openWorld()
    const reply = await post('/api/guest-link/look', { token: link.token })
    expect(reply.json()).toMatchObject({
      state: 'open',
      role: 'interpreter',
      name: 'Elif Kaya',
      physicianName: clinic.physician.name,
    })
    for (const secret of ['D’Hondt', 'periodic', clinic.employer.name]) {
      expect(reply.body).not.toContain(secret)
    }
  })

  test('spends nothing, however often a mail scanner does it', async () => {
    const { post, link, enter } = await openWorld()
    for (let times = 0; times < 3; times += 1) {
      const reply = await post('/api/guest-link/look', { token: link.token })
      expect(reply.headers['set-cookie']).toBeUndefined()
    }
    expect((await enter(link.token)).headers['set-cookie']).toContain('HttpOnly')
  })

  test('before the waiting room opens, entering spends nothing either', async () => {
    const { link, enter, clock } = await openWorld({ early: true })
    const early = await enter(link.token)
    expect(early.json()).toMatchObject({ state: 'upcoming' })
    expect(early.headers['set-cookie']).toBeUndefined()
    clock.advance(50 * minute)
    expect((await enter(link.token)).headers['set-cookie']).toBeDefined()
  })
})

test('entering leads to the seat of this appointment; leaving ends it', async () => {
  const { app, link, enter, post, store, appointment } = await openWorld()
  const cookie = String((await enter(link.token)).headers['set-cookie']).split(';')[0] ?? ''
  const seat = () => app.inject({ url: '/api/my-seat', headers: { cookie } })
  expect((await seat()).json()).toMatchObject({ name: 'Elif Kaya', state: 'open' })
  expect((await post('/api/my-seat/leave', {}, cookie)).statusCode).toBe(204)
  expect((await seat()).statusCode).toBe(401)
  const actions = (await store.read.audit.ofAppointment(appointment.id)).map((each) => each.action)
  expect(actions.slice(-3)).toEqual(['guest-link-made', 'guest-link-used', 'guest-left'])
  expect(await store.read.audit.verify()).toMatchObject({ brokenAt: null })
})

type World = Awaited<ReturnType<typeof openWorld>>

/** What is done to a good link, and the token that somebody then brings. */
const misuses: Record<string, (world: World) => Promise<string>> = {
  'used before': async ({ link, enter }) => {
    await enter(link.token)
    return link.token
  },
  'revoked': async ({ link, post, appointment, desk }) => {
    await post(`/api/appointments/${appointment.id}/guest/revoke`, {}, desk)
    return link.token
  },
  'replaced by a newer one': async ({ link, make }) => {
    await make()
    return link.token
  },
  'expired': async ({ link, clock }) => {
    clock.advance(3 * 60 * minute)
    return link.token
  },
  'with a letter changed': async ({ link }) => `${link.token.slice(0, -2)}AA`,
  'of an unknown guest': async ({ guestLinks, link }) =>
    guestLinks.tokenFor({ id: 'nobody-00000000001', expiresAt: link.expiresAt }),
  'of the same guest, signed again with another end': async ({ guestLinks, link }) =>
    guestLinks.tokenFor({ id: link.guest.id, expiresAt: '2026-11-25T08:00:00.000Z' }),
  'signed with another key': async ({ link, origin, clock }) =>
    createGuestLinks({ key: randomBytes(32), publicUrl: origin, clock }).tokenFor({
      id: link.guest.id,
      expiresAt: link.expiresAt,
    }),
  'that is a worker’s call link': async ({ callLinks, appointment }) =>
    callLinks.tokenFor({ ...appointment, linkVersion: 1 }),
}

test.each(Object.entries(misuses))('a link %s opens nothing', async (_how, misuse) => {
  const world = await openWorld()
  const token = await misuse(world)
  for (const path of ['look', 'enter']) {
    const reply = await world.post(`/api/guest-link/${path}`, { token })
    expect(reply.json()).toMatchObject({ code: 'link-not-valid' })
    expect(reply.headers['set-cookie']).toBeUndefined()
  }
})

test('a guest’s link is no call link, and a guest’s cookie opens no page of the worker or the staff', async () => {
  const { app, link, post, enter } = await openWorld()
  const asCall = await post('/api/call-link/enter', { token: link.token })
  expect(asCall.json()).toMatchObject({ code: 'link-not-valid' })
  const cookie = String((await enter(link.token)).headers['set-cookie']).split(';')[0] ?? ''
  for (const url of ['/api/my-appointment', '/api/desk/day', '/api/me']) {
    expect((await app.inject({ url, headers: { cookie } })).statusCode).toBe(401)
  }
})

test('of two who open a link at the same moment, one gets in', async () => {
  const { link, enter } = await openWorld()
  const replies = await Promise.all([enter(link.token), enter(link.token)])
  expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200, 404]))
})
