import { expect, test } from 'vitest'
import type { CallLive } from '../call/call-live.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { createHush } from './hush.ts'

const none: CallLive = { phase: 'none' }
const inCall = (phase: 'connecting' | 'connected' | 'recovering', callId = 'call-1'): CallLive => ({
  phase,
  appointmentId: 'appointment-1',
  callId,
  attempt: 1,
  since: 0,
})

function arrange() {
  const timers = createFakeTimers()
  let told = 0
  const hush = createHush(timers.after, () => told++)
  return { hush, timers, told: () => told }
}

test('what changes as a call begins is told with its first picture', () => {
  const { hush, timers, told } = arrange()
  hush.follow(inCall('connecting'))
  hush.tell()
  hush.follow(inCall('connected'))
  hush.tell()
  expect(told()).toBe(0)
  hush.pictured()
  expect(told()).toBe(1)
  timers.advance(1_000)
  expect(told()).toBe(1)
})

test('nothing is held where the picture was there before the call', () => {
  const { hush, told } = arrange()
  hush.pictured()
  hush.follow(inCall('connecting'))
  hush.tell()
  expect(told()).toBe(1)
  hush.follow(none)
  hush.follow(inCall('connecting', 'call-2'))
  hush.tell()
  expect(told()).toBe(1)
})

test('a picture that takes its time, or never comes, is not waited for longer than a quarter of a second', () => {
  const { hush, timers, told } = arrange()
  hush.follow(inCall('connecting'))
  timers.advance(250)
  expect(told()).toBe(1)
  hush.follow(inCall('connecting'))
  hush.tell()
  expect(told()).toBe(2)
})

test('a call that ends before its picture is told at once, and the next one is held again', () => {
  const { hush, told } = arrange()
  hush.follow(inCall('connecting'))
  hush.follow(none)
  hush.tell()
  expect(told()).toBe(1)
  hush.follow(inCall('connecting', 'call-2'))
  hush.tell()
  expect(told()).toBe(1)
})

test('outside the beginning of a call nothing is held', () => {
  const { hush, told } = arrange()
  hush.follow(none)
  hush.tell()
  hush.follow(inCall('connecting'))
  hush.follow(inCall('recovering'))
  hush.tell()
  expect(told()).toBe(2)
})
