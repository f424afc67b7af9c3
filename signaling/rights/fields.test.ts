import { beforeAll, expect, test } from 'vitest'
import { serverMessages } from '../protocol/messages.ts'
import { openTestApp } from '../testing/app.ts'
import { declaredNames, findKind } from './fields.ts'
import { mayRead, readers, type Role } from './matrix.ts'
import { becomes, routes } from './routes.ts'
import { leavesOf, type Leaf, type Schema } from './leaves.ts'

/** Everything that the server sends: from where, to whom, and which field. */
interface Sent extends Leaf {
  readonly source: string
  readonly to: readonly Role[]
}

const participants: readonly Role[] = ['worker', 'guest', 'physician']
const theTwo: readonly Role[] = ['worker', 'physician']
const messagesOf: Partial<Record<keyof typeof serverMessages, readonly Role[]>> = {
  // A guest's names no consultation.
  'welcome': theTwo,
  'consultation': theTwo,
  'guest-stand': ['guest'],
  'agenda-changed': ['physician'],
}

let sent: readonly Sent[] = []

beforeAll(async () => {
  const { app, close } = await openTestApp()
  sent = [...repliesOf(app.swagger().paths as Paths), ...messages()]
  await close()
})

test('every field of every reply and message is of a declared kind', () => {
  const undeclared = sent.filter((each) => findKind(each) === null)
  expect(undeclared.map(inWords)).toEqual([])
})

test('no field reaches a role that may not read its kind', () => {
  const wrong = sent.flatMap((each) => {
    const kind = findKind(each)?.kind
    return kind === undefined
      ? []
      : each.to
          .filter((role) => !mayRead(role, kind))
          .map((role) => `${inWords(each)} is ${kind}, and goes to ${role}`)
  })
  expect(wrong).toEqual([])
})

test('no name is declared that nothing carries', () => {
  const used = new Set(sent.map((each) => findKind(each)?.name))
  expect(declaredNames.filter((name) => !used.has(name))).toEqual([])
})

test('no name is declared twice', () => {
  expect(declaredNames).toHaveLength(new Set(declaredNames).size)
})

test('no employer may read anything medical, a choice, a request, or how to reach someone', () => {
  const employers = Object.keys(readers).filter((kind) => mayRead('employer', kind as never))
  expect(employers).toEqual([
    'service',
    'health',
    'slot',
    'worker-name',
    'own-account',
    'challenge',
    'employer-own',
    'reference',
  ])
})

test('an evaluator may read of nobody', () => {
  const evaluators = Object.keys(readers).filter((kind) => mayRead('evaluator', kind as never))
  expect(evaluators).toEqual(['service', 'health', 'own-account', 'challenge', 'figures'])
})

type Paths = Record<string, Record<string, { responses: Record<string, Reply> }>>
interface Reply {
  readonly content?: { readonly 'application/json'?: { readonly schema: Schema } }
}

function* repliesOf(paths: Paths): Generator<Sent> {
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      const source = `${method.toUpperCase()} ${path}`
      const become = becomes[source]
      const to = become === undefined ? (routes[source] ?? []) : [become]
      const root = `/${path.replace('/api/', '/').split('/')[1]}`
      for (const [status, { content }] of Object.entries(responses)) {
        const schema = content?.['application/json']?.schema
        if (!status.startsWith('2') || schema === undefined) continue
        for (const leaf of leavesOf(schema, root)) yield { ...leaf, source, to }
      }
    }
  }
}

function* messages(): Generator<Sent> {
  for (const [type, schema] of Object.entries(serverMessages)) {
    const to = messagesOf[type as keyof typeof serverMessages] ?? participants
    for (const leaf of leavesOf(schema as Schema, `#${type}`)) yield { ...leaf, source: type, to }
  }
}

const inWords = ({ source, holder, field }: Sent) => `${source}: ${holder}.${field}`
