import { expect, test } from 'vitest'
import { buildTestApp } from '../testing/app.ts'

test('the API describes itself: what a planning program may send, get and be refused', async () => {
  const { app } = await buildTestApp()
  const document = (await app.inject('/api/openapi.json')).json()
  expect(document).toMatchObject({
    openapi: '3.1.0',
    info: { title: 'Visite' },
    servers: [{ url: 'http://localhost:8080' }],
    components: { securitySchemes: { apiKey: { type: 'http', scheme: 'bearer' } } },
  })
  const plan = document.paths['/api/appointments'].post
  expect(plan.security).toEqual([{ apiKey: [] }, { staffLogin: [] }])
  expect(Object.keys(plan.responses)).toEqual(expect.arrayContaining(['201', '4XX']))
  const body = plan.requestBody.content['application/json'].schema
  expect(body).toMatchObject({
    additionalProperties: false,
    required: ['slotId', 'workerId', 'examType'],
  })
  expect(document.paths['/api/desk/day'].get.security).toEqual([{ staffLogin: [] }])
})

test('every route says how it refuses', async () => {
  const { app } = await buildTestApp()
  const { paths } = (await app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, { responses: object }>>
  }>()
  const silent = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { responses }]) => !('4XX' in responses && '5XX' in responses))
      .map(([method]) => `${method} ${path}`),
  )
  expect(silent).toEqual([])
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(['/api/me', '/api/call-link/look', '/api/staff', '/api/desk/day']),
  )
})
