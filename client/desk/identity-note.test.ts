// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest'
import type { Identified, Likeness } from '../../signaling/protocol/identification.ts'
import { texts } from '../i18n/desk/en.ts'
import { createFormat } from '../i18n/format.ts'
import { loadCatalogue } from './catalogue.ts'
import './identity-note.ts'
import { here, sampleInstant, sampleRow, sampleView } from './samples.ts'

afterEach(() => {
  document.body.replaceChildren()
})

const row = sampleRow('Anna Peeters', 0)
const at = sampleInstant(-3)

async function open(identified?: Identified, seeCard = () => Promise.resolve()) {
  const consultation = sampleView(row, {
    presence: here(9),
    ...(identified !== undefined && { identified }),
  })
  const note = Object.assign(document.createElement('identity-note'), {
    catalogue: await loadCatalogue('en'),
    format: createFormat('en', 'Europe/Brussels'),
    appointmentId: row.appointmentId,
    consultation,
    seeCard,
  })
  document.body.append(note)
  await note.updateComplete
  const sentences = [...note.querySelectorAll('p')].map((each) => each.textContent.trim())
  return {
    note,
    sentences,
    chip: note.querySelector('.chip'),
    button: note.querySelector('button'),
  }
}

const allSame: Likeness = { familyName: 'same', givenName: 'same', birthDate: 'same' }

describe('of whom itsme named, the physician reads exactly what matched:', () => {
  test.each<[Partial<Likeness>, (keyof typeof texts)[]]>([
    [{}, ['identity.all-same']],
    [{ familyName: 'alike' }, ['identity.family-name-alike']],
    [{ givenName: 'alike' }, ['identity.given-name-alike']],
    [{ givenName: 'missing' }, ['identity.given-name-missing']],
    [{ birthDate: 'incomplete' }, ['identity.birth-date-incomplete']],
    [
      { familyName: 'alike', givenName: 'alike' },
      ['identity.family-name-alike', 'identity.given-name-alike'],
    ],
  ])('%j', async (part, keys) => {
    const likeness = { ...allSame, ...part }
    const { sentences, chip, button } = await open({ kind: 'itsme', at, likeness })
    expect(sentences).toEqual(keys.map((key) => texts[key]))
    expect(chip?.textContent).toContain(texts['identity.itsme'])
    expect(button).toBeNull()
  })
})

test.each<[string, Identified | undefined, string]>([
  ['nobody proved anything', undefined, texts['person.notIdentified']],
  ['a card is promised', { kind: 'shows-card' }, texts['identity.shows-card']],
  ['a code was typed', { kind: 'code', at }, texts['identity.code']],
  ['one by SMS was', { kind: 'code', at, bySms: true }, texts['identity.sms']],
])('while %s, the physician can say that the card was seen', async (_what, identified, says) => {
  let seen = 0
  const { chip, button } = await open(identified, () => Promise.resolve(void (seen += 1)))
  expect(chip?.textContent).toContain(says)
  button?.click()
  expect(seen).toBe(1)
})

test('a card that was seen asks for nothing more', async () => {
  const { chip, button, sentences } = await open({ kind: 'card', at })
  expect(chip?.className).toContain('ready')
  expect(button).toBeNull()
  expect(sentences).toEqual([])
})
