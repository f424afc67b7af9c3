import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readQualityNote, type QualityNote } from './quality-note.ts'
import { weakSideOf, type SideView } from './weak-side.ts'

const note: QualityNote = {
  rung: 'smaller',
  why: 'bandwidth',
  needsPicture: false,
  availableKbps: 300,
  lossIn: 0.02,
  concealed: 0,
  lineMs: null,
}

describe('a note on quality', () => {
  test('is read whole, and without what else was sent', () => {
    expect(readQualityNote({ ...note, kind: 'quality', address: '192.0.2.7' })).toEqual(note)
  })

  test.each([
    { rung: 'best' },
    { rung: undefined },
    { why: 'weather' },
    { needsPicture: 'yes' },
    { availableKbps: -1 },
    { availableKbps: Number.POSITIVE_INFINITY },
    { lossIn: 1.5 },
    { concealed: '0' },
    { lineMs: undefined },
  ])('is dropped with %j', (part) => {
    expect(readQualityNote({ ...note, ...part })).toBeNull()
  })

  test('of any shape never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (body) => {
        expect(readQualityNote(body)).toBeNull()
      }),
    )
  })
})

describe('the weak side', () => {
  const fine: SideView = { rung: 'full', why: null, availableKbps: 4000, lossIn: 0, lineMs: 40 }

  test.each<[string, Partial<SideView>, Partial<SideView>, ReturnType<typeof weakSideOf>]>([
    ['nothing is weak', {}, {}, null],
    ['the own way to the server is slow', { rung: 'smaller', lineMs: 900 }, {}, 'own'],
    [
      'the other way to the server is slow',
      { rung: 'smaller', lineMs: 30 },
      { lineMs: 700 },
      'other',
    ],
    ['both ways are slow', { rung: 'smaller', lineMs: 600 }, { lineMs: 700 }, 'both'],
    ['only what this side sends is narrow', { rung: 'smaller', why: 'bandwidth' }, {}, 'own'],
    ['only what the other side sends is narrow', {}, { rung: 'still', why: 'bandwidth' }, 'other'],
    [
      'both directions are narrow',
      { rung: 'smaller', why: 'bandwidth' },
      { rung: 'slower', why: 'bandwidth' },
      'unclear',
    ],
    ['packets are lost on the way', { rung: 'smaller', why: 'loss', lineMs: null }, {}, 'unclear'],
  ])('%s', (_name, own, other, side) => {
    expect(weakSideOf({ ...fine, ...own }, { ...fine, ...other })).toBe(side)
  })

  test('is seen alike by both pages', () => {
    const turned = { own: 'other', other: 'own', both: 'both', unclear: 'unclear' } as const
    const view = fc.record<SideView>({
      rung: fc.constantFrom('full', 'smaller', 'still'),
      why: fc.constantFrom('bandwidth', 'loss', null),
      availableKbps: fc.constant(null),
      lossIn: fc.constantFrom(null, 0, 0.2),
      lineMs: fc.constantFrom(null, 20, 250, 400, 900),
    })
    fc.assert(
      fc.property(view, view, (own, other) => {
        const here = weakSideOf(own, other)
        expect(weakSideOf(other, own)).toBe(here === null ? null : turned[here])
      }),
    )
  })
})
