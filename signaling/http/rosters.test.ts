import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DueReply } from '../protocol/due.ts'
import type { RosterApplied, RosterPreview } from '../protocol/planning.ts'
import { roster, rosterLine, toUtf8 } from '../roster/specimens.ts'
import { clinic, openHarness, workerId, type Harness } from './planning-harness.ts'

let harness: Harness
beforeAll(async () => {
  harness = await openHarness()
})
beforeEach(() => harness.reset())
afterAll(() => harness.close())

const base = `/employers/${clinic.employerId}/roster`

async function send(path: string, file: Uint8Array | string, type = 'text/csv') {
  const response = await harness.app.inject({
    method: 'POST',
    url: `${base}${path}`,
    headers: { 'content-type': type },
    payload: typeof file === 'string' ? file : Buffer.from(file),
  })
  return { status: response.statusCode, reply: response.json<unknown>() }
}

const preview = async (file: Uint8Array) => (await send('/preview', file)).reply as RosterPreview
const apply = async (file: Uint8Array) => {
  const { digest } = await preview(file)
  return (await send(`?digest=${digest}&siteId=${clinic.siteId}`, file)).reply as RosterApplied
}
const countWorkers = async () =>
  (await harness.store.read.workers.ofEmployer(clinic.employerId)).length

const file = roster(
  rosterLine({ number: 'P1', lastName: "D'Hondt", email: 'new@example.be' }),
  rosterLine({ number: '77', email: 'x@example.be' }),
  rosterLine({ number: '78', lastName: 'Claes', email: '', birthDate: 'gisteren' }),
)

describe('a roster', () => {
  test('is previewed against the workers that are there, and nothing is written', async () => {
    const before = await countWorkers()
    expect(await preview(file)).toMatchObject({
      encoding: 'utf-8',
      separator: ';',
      rows: 3,
      added: 1,
      changed: 1,
      unchanged: 0,
      rowsLeftOut: 1,
      findingCount: 1,
      findings: [{ row: 4, column: 'Geboortedatum', problem: 'not-a-date' }],
    })
    expect(await countWorkers()).toBe(before)
    expect(await harness.store.read.audit.verify()).toMatchObject({ entries: 0 })
  })

  test('is applied, and a second time changes nothing', async () => {
    const before = await countWorkers()
    const first = await apply(file)
    expect(first).toMatchObject({ added: 1, changed: 1, unchanged: 0, rowsLeftOut: 1 })
    expect(first.workerIds[0]).toBe(workerId(1))
    expect(await countWorkers()).toBe(before + 1)
    expect(await apply(file)).toEqual({ ...first, added: 0, changed: 0, unchanged: 2 })
    expect(await harness.store.read.workers.get(workerId(1))).toMatchObject({
      email: 'new@example.be',
      siteId: clinic.siteId,
    })
  })

  test('other than the previewed one is refused', async () => {
    const { digest } = await preview(file)
    expect(await send(`?digest=${digest}`, roster(rosterLine()))).toMatchObject({
      status: 409,
      reply: { code: 'roster-changed' },
    })
  })

  test.each(['application/vnd.ms-excel', 'application/octet-stream', 'text/csv; charset=utf-8'])(
    'is taken as %s',
    async (type) => {
      expect(await send('/preview', file, type)).toMatchObject({ status: 200 })
    },
  )

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', 'TEXT / csv'])(
    'is refused as %s',
    async (type) => {
      expect(await send('/preview', '{"a":1}', type)).toMatchObject({
        status: 415,
        reply: { code: 'unsupported-media-type' },
      })
    },
  )

  test('above 10 MiB is refused, 5,000 rows are not', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) =>
      rosterLine({ lastName: `P${index}`, email: `p${index}@example.be`, number: `N${index}` }),
    )
    expect((await apply(roster(...lines))).added).toBe(5000)
    expect(await send('/preview', Buffer.alloc(10 * 1024 * 1024 + 1, 'x'))).toMatchObject({
      status: 413,
      reply: { code: 'too-large' },
    })
  }, 30_000)

  test('of an unknown employer or for a foreign site is not found', async () => {
    const { digest } = await preview(file)
    expect(await send(`?digest=${digest}&siteId=elsewhere-00000000`, file)).toMatchObject({
      status: 404,
      reply: { at: '/siteId' },
    })
    const response = await harness.app.inject({
      method: 'POST',
      url: '/employers/nobody-0000000000/roster/preview',
      headers: { 'content-type': 'text/csv' },
      payload: 'x',
    })
    expect(response.statusCode).toBe(404)
  })

  test.each([
    ['a column that nobody asked for', 'Naam;Diagnose\nx;y', 'roster-columns', 'Diagnose'],
    ['no text', '\u0000\u0001', 'roster-unreadable', undefined],
  ])('with %s is refused', async (_, text, code, at) => {
    expect(await send('/preview', text)).toMatchObject({
      status: 422,
      reply: { code, ...(at === undefined ? {} : { at }) },
    })
  })

  test('is not sent empty', async () => {
    expect((await send('/preview', '')).status).toBeGreaterThanOrEqual(400)
    expect((await send('/preview', '')).status).toBeLessThan(500)
  })
})

describe('a roster with posts', () => {
  const withPosts = (...lines: string[]) =>
    toUtf8(
      ['Nom;Prénom;Date de naissance;Langue;Matricule;Poste de travail', ...lines].join('\r\n'),
    )
  const line = (number: number, post: string) =>
    `Peeters;An ${number};12/03/198${number};NL;R${number};${post}`
  const dueOf = async () => {
    const { reply } = await harness.get('/due')
    return (reply as DueReply).rows.map((row) => `${row.workerName} ${row.postName}`)
  }
  beforeEach(async () => {
    for (const [name, examType] of [
      ['Technicien pylônes', 'periodic'],
      ['Employé', 'periodic'],
    ]) {
      const draft = { employerId: clinic.employerId, name, examType, periodMonths: 12, acts: [] }
      expect(await harness.post('/posts', draft)).toMatchObject({ status: 201 })
    }
  })

  test('makes the examinations of those posts due, and moves them with the post', async () => {
    await apply(withPosts(line(1, 'technicien  PYLONES'), line(2, 'Employé'), line(3, '')))
    expect((await dueOf()).toSorted()).toEqual([
      'An 1 Peeters Technicien pylônes',
      'An 2 Peeters Employé',
    ])
    await apply(withPosts(line(1, 'Employé'), line(2, ''), line(3, '')))
    expect((await dueOf()).toSorted()).toEqual(['An 1 Peeters Employé', 'An 2 Peeters Employé'])
  })

  test('names the row whose post the service does not keep', async () => {
    expect(await preview(withPosts(line(1, 'Employé'), line(2, 'Astronaute')))).toMatchObject({
      added: 1,
      rowsLeftOut: 1,
      findings: [{ row: 3, column: 'Poste de travail', problem: 'unknown-post' }],
    })
  })
})

describe('who is not in a second roster', () => {
  const all = roster(
    rosterLine({ number: 'P1', lastName: "D'Hondt", email: '' }),
    rosterLine({ number: '77', email: 'x@example.be' }),
  )
  const fewer = roster(rosterLine({ number: '77', email: 'x@example.be' }))
  const leave = async (file: Uint8Array) => {
    const { digest } = await preview(file)
    return (await send(`?digest=${digest}&leavers=true`, file)).reply as RosterApplied
  }
  const names = async () =>
    (await harness.store.read.workers.list({ employerId: clinic.employerId, q: '' })).map(
      ({ firstName }) => firstName,
    )

  test('is named as gone, and stays unless the planner says that they left', async () => {
    await apply(all)
    const shown = await preview(fewer)
    expect(shown).toMatchObject({ added: 0, unchanged: 1, gone: 5 })
    expect(shown.goneNames).toContain("An D'Hondt")
    expect((await apply(fewer)).gone).toBe(0)
    expect(await names()).toHaveLength(6)
  })

  test('is on no list any more once it is noted, and back when a roster names them again', async () => {
    await apply(all)
    expect((await leave(fewer)).gone).toBe(5)
    expect(await names()).toEqual(['An'])
    expect((await preview(fewer)).gone).toBe(0)
    await apply(all)
    expect(await names()).toHaveLength(2)
  })

  test('is not told from a file with a row that cannot be read: it may be anybody', async () => {
    expect(await preview(file)).toMatchObject({ rowsLeftOut: 1, gone: 0 })
  })
})
