import { expect, test } from 'vitest'
import { createStageRecorder, timeToPictureMs } from './stages.ts'

function arrange() {
  let now = 1_000
  const recorder = createStageRecorder(undefined, () => now)
  return {
    recorder,
    at: (then: number) => {
      now = then
      return recorder
    },
  }
}

test('a worker’s page counts from its call, and from the press to the picture', () => {
  const { recorder, at } = arrange()
  at(1_000).note('ring-shown')
  at(4_000).note('answered')
  at(4_010).begin('call-000000000001', 'cold')
  recorder.reach('first-packet', 4_120)
  recorder.reach('first-picture', 4_160)
  expect(recorder.stages).toEqual({
    callId: 'call-000000000001',
    start: 'cold',
    openedAt: 4_010,
    ms: {
      'opened': 0,
      'ring-shown': -3_010,
      'answered': -10,
      'first-packet': 110,
      'first-picture': 150,
    },
  })
  expect(recorder.stages && timeToPictureMs(recorder.stages)).toBe(160)
})

test('a standby’s path stood before the call, and a physician’s page counts from the opening', () => {
  const { recorder, at } = arrange()
  at(9_000).begin('call-000000000001', 'warm')
  recorder.reach('ice-connected', 5_000)
  recorder.reach('first-picture', 9_090)
  expect(recorder.stages?.ms['ice-connected']).toBe(-4_000)
  expect(recorder.stages && timeToPictureMs(recorder.stages)).toBe(90)
})

test('another attempt of the same call does not begin anew, and a stage is reached once', () => {
  const { recorder, at } = arrange()
  at(1_000).begin('call-000000000001', 'warm')
  recorder.reach('first-packet', 1_100)
  at(9_000).begin('call-000000000001', 'cold')
  recorder.reach('first-packet', 9_100)
  expect(recorder.stages).toMatchObject({ start: 'warm', ms: { 'first-packet': 100 } })
})

test('no picture is shown before the call’s opening, however early it is there', () => {
  const { recorder, at } = arrange()
  at(1_000).begin('call-000000000001', 'warm')
  recorder.reach('first-packet', 960)
  recorder.reach('first-picture', 980)
  expect(recorder.stages?.ms).toEqual({ 'opened': 0, 'first-packet': -40, 'first-picture': 0 })
})

test('the first picture alone is told, and once', () => {
  let told = 0
  const recorder = createStageRecorder(() => told++)
  recorder.begin('call-000000000001', 'cold')
  recorder.reach('first-packet', 1)
  expect(told).toBe(0)
  recorder.reach('first-picture', 2)
  recorder.reach('first-picture', 3)
  expect(told).toBe(1)
})

test('there is no picture where none was shown', () => {
  const { recorder, at } = arrange()
  recorder.reach('first-packet', 1_000)
  expect(recorder.stages).toBeNull()
  at(2_000).begin('call-000000000001', 'cold')
  expect(recorder.stages && timeToPictureMs(recorder.stages)).toBeNull()
})
