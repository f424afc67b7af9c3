// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { texts } from '../i18n/consultation/en.ts'
import { goodQuality } from '../quality/quality.ts'
import { nothingYet } from './third.ts'
import { ThirdSeat } from './third-seat.ts'

test('a guest reads of the worker’s connection in a sentence that reads on', async () => {
  const seat = new ThirdSeat()
  seat.texts = texts
  seat.third = {
    name: 'The worker',
    nameWithin: 'the worker',
    role: null,
    phase: 'admitted',
    here: true,
    remote: nothingYet,
    quality: { ...goodQuality, other: 'sound-only', weak: 'other' },
    acts: [],
  }
  document.body.append(seat)
  await seat.updateComplete
  await new Promise(requestAnimationFrame)
  await seat.updateComplete
  expect(seat.textContent).toContain('The connection of the worker is weak.')
  seat.remove()
})
