import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { codesPerHour, codeTries, codeValidMs } from '../identity/one-time-code.ts'
import type { Mailer } from '../outreach/mailer.ts'
import { openTestApp, type TestApp, type TestAppOptions } from '../testing/app.ts'

let world: TestApp
let staffId: string
const email = 'els.baert@meridiaan.example'

async function open(options: TestAppOptions = {}): Promise<void> {
  world = await openTestApp(options)
  onTestFinished(() => world.close())
  const { employer } = await world.addClinic()
  staffId = await world.addContact(employer.id, email)
}
beforeEach(() => open())

/** One browser, which keeps its cookies. */
function openBrowser(remoteAddress = '203.0.113.7') {
  const jar = new Map<string, string>()
  const post = async (url: string, payload: object) => {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ')
    const headers = { origin: world.origin, ...(cookie === '' ? {} : { cookie }) }
    const reply = await world.app.inject({ method: 'POST', url, headers, payload, remoteAddress })
    for (const { name, value } of reply.cookies) jar.set(name, value)
    return reply
  }
  return {
    jar,
    /** A second after whatever was before, so that the last mail is the latest. */
    ask: (to = email) => {
      world.clock.advance(1000)
      return post('/api/contact-code', { email: to })
    },
    enter: (code: string) => post('/api/contact-code/enter', { code }),
    page: () =>
      world.app.inject({
        url: '/api/employer',
        headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      }),
  }
}

const mailCount = async () => (await world.store.read.mailbox.list(99)).length

/** Returns the digits of the mail that comes as the n-th. */
async function codeOfMail(count: number): Promise<string> {
  await vi.waitUntil(async () => (await mailCount()) === count)
  const [latest] = await world.store.read.mailbox.list(99)
  const mail = await world.store.read.mailbox.get(latest?.id ?? '')
  return (/(\d{3}) (\d{3})/.exec(mail?.text ?? '') ?? []).slice(1).join('')
}

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a code from the mail', () => {
  test('signs a contact in, whichever letters the address was typed in', async () => {
    const browser = openBrowser()
    expect((await browser.ask('Els.Baert@MERIDIAAN.example')).statusCode).toBe(204)
    expect((await browser.enter(await codeOfMail(1))).statusCode).toBe(204)
    expect((await browser.page()).statusCode).toBe(200)
  })

  test('works once, and in the browser that asked for it', async () => {
    const [browser, other] = [openBrowser(), openBrowser()]
    await browser.ask()
    const code = await codeOfMail(1)
    await other.ask('nobody@meridiaan.example')
    expect((await other.enter(code)).json()).toMatchObject({ code: 'code-wrong' })
    expect((await browser.enter(code)).statusCode).toBe(204)
    expect((await browser.enter(code)).json()).toMatchObject({ code: 'code-wrong' })
  })

  test('is no good after ten minutes, nor once another was asked for', async () => {
    const browser = openBrowser()
    await browser.ask()
    const first = await codeOfMail(1)
    await browser.ask()
    const second = await codeOfMail(2)
    if (first !== second) expect((await browser.enter(first)).statusCode).toBe(422)
    world.clock.advance(codeValidMs)
    expect((await browser.enter(second)).statusCode).toBe(422)
  })

  test('is no good after five tries, and the answer does not tell that it was the last', async () => {
    const browser = openBrowser()
    await browser.ask()
    const code = await codeOfMail(1)
    const answers = new Set<string>()
    for (let tries = 0; tries < codeTries; tries += 1) {
      const { statusCode, ...reply } = await browser.enter(wrong(code))
      answers.add(`${statusCode} ${reply.json<{ code: string }>().code}`)
    }
    const { statusCode, ...reply } = await browser.enter(code)
    answers.add(`${statusCode} ${reply.json<{ code: string }>().code}`)
    expect([...answers]).toEqual(['422 code-wrong'])
  })

  test('of somebody who may no longer sign in opens nothing', async () => {
    const browser = openBrowser()
    await browser.ask()
    const code = await codeOfMail(1)
    await world.store.write(({ staff }) => staff.disable(staffId, '2026-11-24T08:00:00.000Z'))
    expect((await browser.enter(code)).json()).toMatchObject({ code: 'code-wrong' })
  })
})

test('a code that is about to leave leaves before the server closes', async () => {
  const order: string[] = []
  let leave = () => {}
  const mailer: Mailer = {
    send: () =>
      new Promise((sent) => {
        leave = () => {
          order.push('sent')
          sent({ kind: 'sent' })
        }
      }),
  }
  const { app, addClinic, addContact, origin, store } = await openTestApp({ mailer })
  onTestFinished(() => store.close())
  await addContact((await addClinic()).employer.id, email)
  const headers = { origin }
  const reply = await app.inject({
    method: 'POST',
    url: '/api/contact-code',
    headers,
    payload: { email },
  })
  expect(reply.statusCode).toBe(204)
  const closed = app.close().then(() => order.push('closed'))
  await vi.waitUntil(() => {
    leave()
    return order.includes('sent')
  })
  await closed
  expect(order.at(-1)).toBe('closed')
})

describe('whether an address is anybody’s', () => {
  test('is told by no answer: those to an unknown one are the same', async () => {
    const [known, unknown] = [openBrowser(), openBrowser()]
    const [first, second] = [await known.ask(), await unknown.ask('nobody@meridiaan.example')]
    const seen = ({ statusCode, body, cookies }: typeof first) => [
      statusCode,
      body,
      cookies.map(({ name, value }) => [name, value.length]),
    ]
    expect(seen(first)).toEqual(seen(second))
    await codeOfMail(1)
    const [third, fourth] = [await known.enter('000000'), await unknown.enter('000000')]
    expect(third.json<{ code: string }>().code).toBe(fourth.json<{ code: string }>().code)
  })

  test('and a physician or planner gets no code: they have passkeys only', async () => {
    const { planner } = await world.addClinic({ name: 'Elders', appointments: 0 })
    expect(await world.store.read.contacts.byEmail(planner.email ?? '')).toBeNull()
  })
})

describe('however often strangers ask', () => {
  test('a contact gets five codes an hour, and no more', async () => {
    for (let asked = 0; asked < codesPerHour + 3; asked += 1) {
      await openBrowser().ask()
      await codeOfMail(Math.min(asked + 1, codesPerHour))
    }
    world.clock.advance(60 * 60_000 + 1)
    await openBrowser().ask()
    await codeOfMail(codesPerHour + 1)
  })

  test('the contact still gets theirs where they have signed in before', async () => {
    const own = openBrowser()
    await own.ask()
    expect((await own.enter(await codeOfMail(1))).statusCode).toBe(204)
    for (let asked = 1; asked < codesPerHour + 3; asked += 1) {
      await openBrowser().ask()
      await codeOfMail(Math.min(asked + 1, codesPerHour))
    }
    await own.ask()
    const code = await codeOfMail(codesPerHour + 1)
    expect((await own.enter(code)).statusCode).toBe(204)
  })

  test('a mark that was made up, or that is somebody else’s, is no such browser', async () => {
    const own = openBrowser()
    await own.ask()
    await own.enter(await codeOfMail(1))
    const [name, mark] = [...own.jar].find(([cookie]) => cookie.includes('device')) ?? ['', '']
    expect(mark).toMatch(/^[\w-]{43}\.[\w-]{43}$/)
    for (let asked = 1; asked < codesPerHour; asked += 1) {
      await openBrowser().ask()
      await codeOfMail(asked + 1)
    }
    const forged = openBrowser()
    forged.jar.set(name, `${mark.slice(0, -2)}AA`)
    await forged.ask()
    await openBrowser().ask('somebody@else.example')
    expect(await mailCount()).toBe(codesPerHour)
  })

  test('one address asks for so many codes an hour, and guesses so many a minute; a right code still enters', async () => {
    await open({ limits: { asksPerHour: 3, badLinksPerMinute: 4 } })
    const browser = openBrowser()
    const asked = [await browser.ask(), await browser.ask(), await browser.ask()]
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([204, 204, 204])
    expect((await browser.ask()).json()).toMatchObject({ code: 'too-many-requests' })
    const code = await codeOfMail(3)
    const guesses: string[] = []
    for (let tries = 0; tries < 6; tries += 1)
      guesses.push((await openBrowser().enter('000000')).json<{ code: string }>().code)
    expect(guesses).toEqual([
      ...Array<string>(4).fill('code-wrong'),
      ...Array<string>(2).fill('too-many-requests'),
    ])
    expect((await browser.enter(code)).statusCode).toBe(204)
  })
})
