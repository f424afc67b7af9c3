import { describe, expect, test } from 'vitest'
import { consentTextVersion } from '../../client/i18n/consents/version.ts'
import { toInstant } from '../clock.ts'
import { cookieName } from '../identity/cookies.ts'
import { systemActor } from '../identity/identity.ts'
import { codeTries, codesPerHour } from '../identity/one-time-code.ts'
import { hashToken } from '../identity/token.ts'
import type { IdentificationMethod } from '../protocol/identification.ts'
import type { MyAppointment } from '../protocol/my-appointment.ts'
import type { Id } from '../protocol/primitives.ts'
import { standing } from '../rules/consents.ts'
import { openTestHouse } from '../socket/test-house.ts'
import type { Store } from '../store/store.ts'
import { testConfig } from '../testing/app.ts'
import { createFakeItsme } from '../testing/itsme.ts'

const minuteMs = 60_000
const ownWords = { company: 'alone', language: 'nl', textVersion: consentTextVersion }

/** Two workers who came in by their links, and the physician; `ways` are allowed. */
async function open(ways: readonly IdentificationMethod[] = ['code', 'card']) {
  const itsme = createFakeItsme()
  const config = { ...testConfig(), identification: ways }
  const house = await openTestHouse({ config, itsme })
  const sessionStart = toInstant(house.time.clock.now())
  const clinic = await house.addClinic({ sessionStart, appointments: 2 })
  const [id = '', otherId = ''] = clinic.appointments.map((each) => each.id)
  const name = cookieName('worker', house.config.publicUrl)

  function person(first: string) {
    let cookie = first
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object) => {
      const reply = await house.app.inject({
        method,
        url,
        headers: { cookie, origin: house.origin },
        ...(payload && { payload }),
      })
      const given = reply.cookies.find((each) => each.name === name)?.value
      if (given !== undefined) cookie = `${name}=${given}`
      return reply
    }
    return {
      cookie: () => cookie,
      sends: () => ask('POST', '/api/identification/code'),
      types: async (code: string) => {
        const reply = await ask('POST', '/api/identification/code/check', { code })
        return reply.statusCode === 204 ? 'in' : reply.json<{ code: string }>().code
      },
      showsCard: () => ask('POST', '/api/identification/card'),
      agrees: () => ask('POST', '/api/my-appointment/consents', ownWords),
      ways: async () => (await ask('GET', '/api/my-appointment')).json<MyAppointment>().identify,
      seesCard: (of: string) => ask('POST', `/api/appointments/${of}/identity-card`),
    }
  }

  const seen = new Set<string>()
  /** The digits of the mail that was not read yet. */
  async function mailed(): Promise<string> {
    const mails = await house.store.read.mailbox.list(10)
    const mail = mails.find((each) => !seen.has(each.id))
    seen.add(mail?.id ?? '')
    const { text = '' } = (await house.store.read.mailbox.get(mail?.id ?? '')) ?? {}
    return (/\b(\d{3}) (\d{3})\b/.exec(text) ?? []).slice(1).join('')
  }

  /** The first worker's appointment is what somebody asked for, who gave this address as theirs. */
  async function claim(email: string): Promise<void> {
    const deed = { actor: systemActor, at: toInstant(house.time.clock.now()) }
    const { firstName, lastName, birthDate, id: workerId } = clinic.workers[0] ?? missing()
    const kind = { examType: 'spontaneous', askedBy: 'worker', notBefore: null } as const
    const moments = { weekdays: [], parts: [] }
    const wish = { moments, tellEmployer: false, language: 'nl' as const }
    const claimed = {
      firstName,
      lastName,
      birthDate,
      employerName: 'Meridiaan',
      email,
      phone: null,
    }
    const term = { askedAt: deed.at, dueOn: '2026-12-05' }
    await house.store.write(async ({ requests }) => {
      await requests.add({ id: 'request', ...kind, ...term, ...claimed, ...wish, workerId }, deed)
      await requests.plan('request', id, deed)
    })
  }

  return {
    ...house,
    claim,
    itsme,
    clinic,
    id,
    otherId,
    mailed,
    worker: person(await house.signInWorker(id)),
    /** Somebody in another browser, by the first worker's link. */
    comesAgain: async () => person(await house.signInWorker(id)),
    other: person(await house.signInWorker(otherId)),
    physician: person(await house.signInStaff(clinic.physicianStaff.id)),
    actions: async () =>
      (await house.store.read.audit.ofAppointment(id)).map(({ action }) => action),
  }
}

function missing(): never {
  throw new Error('no worker')
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code by mail', () => {
  test('lets in whoever types it, under another cookie', async () => {
    const { worker, mailed, actions } = await open()
    expect(await worker.ways()).toEqual(['code', 'card'])
    const before = worker.cookie()
    expect((await worker.sends()).statusCode).toBe(204)
    expect(await worker.types(await mailed())).toBe('in')
    expect(worker.cookie()).not.toBe(before)
    expect(await worker.ways()).toBeUndefined()
    expect(await actions()).toEqual(
      expect.arrayContaining(['identification-code-asked', 'worker-identified']),
    )
  })

  test('is good once', async () => {
    const { worker, mailed } = await open()
    await worker.sends()
    const code = await mailed()
    await worker.types(code)
    expect(await worker.types(code)).toBe('code-over')
  })

  test('is good once, also of two at the same moment', async () => {
    const { worker, mailed, actions } = await open()
    await worker.sends()
    const code = await mailed()
    const both = await Promise.all([worker.types(code), worker.types(code)])
    expect(both.filter((each) => each === 'in')).toHaveLength(1)
    expect((await actions()).filter((each) => each === 'worker-identified')).toHaveLength(1)
  })

  test('is dead after five wrong ones, also for the right one', async () => {
    const { worker, mailed } = await open()
    await worker.sends()
    const code = await mailed()
    for (let tried = 0; tried < codeTries; tried += 1) {
      expect(await worker.types(wrong(code))).toBe('code-wrong')
    }
    expect(await worker.types(code)).toBe('code-over')
  })

  test('is dead after ten minutes', async () => {
    const { worker, mailed, time } = await open()
    await worker.sends()
    const code = await mailed()
    time.advance(10 * minuteMs)
    expect(await worker.types(code)).toBe('code-over')
  })

  test('is dead once another was asked for', async () => {
    const { worker, mailed } = await open()
    await worker.sends()
    const first = await mailed()
    await worker.sends()
    const second = await mailed()
    if (first !== second) expect(await worker.types(first)).toBe('code-wrong')
    expect(await worker.types(second)).toBe('in')
  })

  test('is good in the browser that asked, and nowhere else', async () => {
    const { worker, other, mailed } = await open()
    await worker.sends()
    expect(await other.types(await mailed())).toBe('code-over')
  })

  test('is asked for five times an hour at most', async () => {
    const { worker } = await open()
    for (let asked = 0; asked < codesPerHour; asked += 1) {
      expect((await worker.sends()).statusCode).toBe(204)
    }
    expect((await worker.sends()).json()).toMatchObject({ code: 'too-many-requests' })
  })

  test('is sent to no address that came with the request: whoever asked under a name need not bear it', async () => {
    const { worker, claim, store } = await open()
    await claim('stranger@example.org')
    expect(await worker.ways()).toEqual(['card'])
    expect((await worker.sends()).json()).toMatchObject({ code: 'not-allowed' })
    expect(await store.read.mailbox.list(10)).toEqual([])
  })

  test('is sent where the request names the address that the service had before', async () => {
    const { worker, claim, clinic, mailed } = await open()
    await claim((clinic.workers[0]?.email ?? '').toUpperCase())
    await worker.sends()
    expect(await worker.types(await mailed())).toBe('in')
  })

  test('stands in no log', async () => {
    const { worker, mailed, log } = await open()
    await worker.sends()
    const code = await mailed()
    await worker.types(code)
    expect(log.join('\n')).not.toContain(code)
  })
})

describe('an identity card', () => {
  test('lets the worker in, and the physician says when it was seen', async () => {
    const { worker, physician, id, upgrade, actions, clinic, signInStaff } = await open()
    await worker.showsCard()
    expect(await worker.ways()).toBeUndefined()
    const page = await upgrade('/ws/worker', worker.cookie())
    const desk = await upgrade('/ws/desk', await signInStaff(clinic.physicianStaff.id))
    await page.hello()
    const { consultations } = await desk.hello()
    expect(consultations.find((each) => each.appointmentId === id)?.identified).toEqual({
      kind: 'shows-card',
    })
    expect((await physician.seesCard(id)).statusCode).toBe(204)
    const { consultation } = await desk.next('consultation')
    expect(consultation.identified?.kind).toBe('card')
    expect(await actions()).toEqual(
      expect.arrayContaining(['identity-card-promised', 'identity-card-seen']),
    )
  })

  test('is seen once, however often the physician says so', async () => {
    const { worker, physician, id, upgrade, actions } = await open()
    await worker.showsCard()
    const page = await upgrade('/ws/worker', worker.cookie())
    await page.hello()
    for (const _press of [1, 2]) expect((await physician.seesCard(id)).statusCode).toBe(204)
    expect((await actions()).filter((each) => each === 'identity-card-seen')).toHaveLength(1)
  })

  test('takes nothing from who was named by itsme', async () => {
    const { worker, physician, id, upgrade, store, time } = await open()
    const page = await upgrade('/ws/worker', worker.cookie())
    await page.hello()
    const loginKey = hashToken(worker.cookie().split('=')[1] ?? '')
    const likeness = { familyName: 'same', givenName: 'same', birthDate: 'same' } as const
    const proof = { method: 'itsme', acr: 'acr', likeness } as const
    const at = toInstant(time.clock.now())
    const named = { id: 'named', loginKey, appointmentId: id, at, ...proof }
    await store.write(({ identifications }) => identifications.add(named))
    expect((await physician.seesCard(id)).statusCode).toBe(204)
    expect(await store.read.identifications.ofLogin(loginKey)).toMatchObject({ kind: 'itsme' })
  })

  test('cannot be seen of somebody who is not there', async () => {
    const { physician, id } = await open()
    expect((await physician.seesCard(id)).json()).toMatchObject({ code: 'worker-not-here' })
  })

  test('takes nothing back that was proved', async () => {
    const { worker, mailed, store, id } = await open()
    await worker.sends()
    await worker.types(await mailed())
    await worker.showsCard()
    const entries = await store.read.audit.ofAppointment(id)
    expect(entries.at(-1)?.action).toBe('worker-identified')
  })
})

describe('what was declared before anything was proved', () => {
  const standingOf = async (store: Store, id: Id) =>
    standing(await store.read.consents.of([id])).map(({ consent }) => consent)

  test('stays with the person who then types a code', async () => {
    const { worker, mailed, store, id } = await open()
    await worker.showsCard()
    expect((await worker.agrees()).statusCode).toBe(200)
    await worker.sends()
    expect(await worker.types(await mailed())).toBe('in')
    expect(await standingOf(store, id)).toEqual(['video', 'alone', 'unrecorded'])
  })

  test('is nobody’s word once somebody else types a code', async () => {
    const { worker, comesAgain, mailed, store, id } = await open()
    await worker.showsCard()
    await worker.agrees()
    const second = await comesAgain()
    await second.sends()
    expect(await second.types(await mailed())).toBe('in')
    expect(await standingOf(store, id)).toEqual([])
  })

  test('is nobody’s word once the physician sees somebody else’s card', async () => {
    const { worker, comesAgain, physician, upgrade, store, id } = await open()
    await worker.showsCard()
    await worker.agrees()
    const second = await comesAgain()
    const page = await upgrade('/ws/worker', second.cookie())
    await page.hello()
    await physician.seesCard(id)
    expect(await standingOf(store, id)).toEqual([])
  })

  test('is said by whoever is in the waiting room, and by no other who holds the link', async () => {
    const { worker, comesAgain, upgrade, store, id } = await open()
    const other = await comesAgain()
    await other.showsCard()
    await worker.showsCard()
    const page = await upgrade('/ws/worker', worker.cookie())
    await page.hello()
    expect((await other.agrees()).json()).toMatchObject({ code: 'not-allowed' })
    expect(await standingOf(store, id)).toEqual([])
    expect((await worker.agrees()).statusCode).toBe(200)
  })
})

describe('where itsme is the only way', () => {
  test('nobody waits for the physician before it', async () => {
    const { worker, upgrade } = await open(['itsme'])
    expect(await worker.ways()).toEqual(['itsme'])
    const page = await upgrade('/ws/worker', worker.cookie())
    expect(await page.closed).toBe(4401)
  })

  test('no other way is open, whatever a page asks for', async () => {
    const { worker } = await open(['itsme'])
    expect((await worker.sends()).json()).toMatchObject({ code: 'not-allowed' })
    expect((await worker.showsCard()).json()).toMatchObject({ code: 'not-allowed' })
    expect(await worker.types('000000')).toBe('not-allowed')
  })

  test('whoever comes back from it waits', async () => {
    const { itsme, worker, app, origin, clinic, upgrade } = await open(['itsme'])
    const { firstName: givenName, lastName: familyName, birthDate } = clinic.workers[0] ?? {}
    if (!givenName || !familyName || !birthDate) throw new Error('no worker')
    itsme.answer = { givenName, familyName, birthDate }
    const started = await app.inject({
      method: 'POST',
      url: '/api/identification/itsme',
      headers: { cookie: worker.cookie(), origin },
      payload: { locale: 'nl' },
    })
    const own = started.cookies.map(({ name, value }) => `${name}=${value}`)
    const back = await app.inject({
      url: `/api/itsme/callback?code=c&state=${itsme.asked[0]?.state}`,
      headers: { cookie: [worker.cookie(), ...own].join('; ') },
    })
    const cookie = back.cookies
      .filter(({ value }) => value !== '')
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
    const page = await upgrade('/ws/worker', cookie)
    const { consultations } = await page.hello()
    expect(consultations[0]?.identified).toMatchObject({ kind: 'itsme' })
  })
})
