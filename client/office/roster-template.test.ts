import { expect, test } from 'vitest'
import { locales } from '../../signaling/protocol/primitives.ts'
import { renderRosterTemplate } from './roster-template.ts'
import { loadTexts } from './texts.ts'

test.each(locales)(
  'the empty list in %s opens in columns, without a quote to think of',
  async (locale) => {
    const { texts } = await loadTexts(locale)
    const csv = renderRosterTemplate(texts['import.column'])
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv.trimEnd().split(';')).toHaveLength(8)
    expect(csv).not.toMatch(/["\t,]/)
  },
)
