// @vitest-environment happy-dom
import { render } from 'lit'
import { expect, test } from 'vitest'
import { texts } from '../i18n/consultation/en.ts'
import { goodQuality, type Quality } from '../quality/quality.ts'
import { renderQualityChip } from './quality-chip.ts'

function show(part: Partial<Quality>, phone = '02 123 45 67'): HTMLElement {
  const place = document.createElement('div')
  render(
    renderQualityChip({ ...goodQuality, ...part }, { texts, name: 'Dr. Peeters', phone }),
    place,
  )
  return place
}

test('where a call is better gone on with by telephone, the number is there to tap', () => {
  const place = show({ own: 'phone' })
  expect(place.textContent).toContain('telephone')
  expect(place.querySelector('a')?.getAttribute('href')).toBe('tel:021234567')
  expect(show({ own: 'phone' }, '').querySelector('a')).toBeNull()
})

test('no number while the sound is good enough, and no word while all is well', () => {
  expect(show({ own: 'still' }).querySelector('a')).toBeNull()
  expect(show({}).querySelector('p')).toBeNull()
})
