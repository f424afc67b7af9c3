import { expect, test } from 'vitest'
import { openStore } from './store.ts'

test('an approval for every employer is asked for in words that other databases know too', async () => {
  const asked: string[] = []
  const store = await openStore(':memory:', { onQuery: ({ sql }) => void asked.push(sql) })
  asked.length = 0
  const everyone = { examType: 'periodic', employerId: null, exceptEmployers: [] } as const
  await store.read.examsDue.list({
    employerId: null,
    within: [everyone],
    until: null,
    unplanned: true,
    after: null,
    limit: 10,
  })
  await store.close()
  expect(asked).toHaveLength(1)
  expect(asked[0]).toContain('"e"."exam_type" = ?')
  // An empty list is SQLite's own; PostgreSQL refuses it.
  expect(asked[0]).not.toMatch(/in \(\)/)
})
