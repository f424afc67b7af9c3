import { describe, expect, test } from 'vitest'
import { fitOf } from './fit.ts'

describe('the fit of a picture in its tile', () => {
  test('fills the tile when both have nearly the same shape', () => {
    expect(fitOf({ width: 1280, height: 800 }, { width: 640, height: 360 })).toBe('cover')
  })

  test('shows all of an upright phone picture on a wide screen', () => {
    expect(fitOf({ width: 1280, height: 720 }, { width: 360, height: 640 })).toBe('contain')
  })

  test('shows all of a wide picture on an upright phone', () => {
    expect(fitOf({ width: 328, height: 520 }, { width: 640, height: 480 })).toBe('contain')
  })

  test('crops nothing while a size is unknown', () => {
    expect(fitOf({ width: 328, height: 520 }, { width: 0, height: 0 })).toBe('contain')
  })
})
