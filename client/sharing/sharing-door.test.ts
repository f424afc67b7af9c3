import { expect, test } from 'vitest'
import { createBulk } from '../call/bulk.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { texts } from '../i18n/sharing/en.ts'
import { createFakeChannel } from './fake-channel.ts'
import { createSharingDoor, type SharingPorts } from './sharing-door.ts'
import { createSharing } from './sharing.ts'

function openPage() {
  const channel = createFakeChannel()
  const { after } = createFakeTimers()
  const load = { times: 0, fails: false }
  const ports: SharingPorts = {
    participant: 'worker',
    notes: channel.a.notes,
    bulk: createBulk(),
    after,
    makeId: () => 'writer-of-a',
    now: () => 0,
    quality: () => null,
  }
  const door = createSharingDoor(ports, async () => {
    load.times++
    if (load.fails) throw new Error('offline')
    return (inside) => createSharing(inside, texts)
  })
  channel.open()
  const other = {
    greets: () =>
      channel.b.notes.send('text', { writer: 'writer-of-b', of: null, heard: 0, asks: false }),
    writes: (text: string) =>
      channel.b.notes.send('text', { writer: 'writer-of-b', from: 0, text }),
  }
  return { door, load, other }
}

/** Longer than any chain of promises here. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('nothing is fetched before somebody wants it', async () => {
  const { door, load } = openPage()
  door.follow('call-1')
  await settled()
  expect(load.times).toBe(0)
})

test('what the other side writes fetches it, and not a letter is missed meanwhile', async () => {
  const { door, load, other } = openPage()
  door.follow('call-1')
  other.greets()
  other.writes('Hello')
  await settled()
  expect(load.times).toBe(1)
  expect(door.sharing?.text.state.writing).toEqual([{ by: 'other', text: 'Hello' }])
  expect(door.sharing?.shown).toBe(true)
})

test('a program that could not be fetched is asked for again', async () => {
  const { door, load, other } = openPage()
  door.follow('call-1')
  load.fails = true
  other.greets()
  await settled()
  expect(door.sharing).toBeNull()
  load.fails = false
  other.writes('Hello')
  await settled()
  expect(door.sharing?.text.state.writing).toEqual([{ by: 'other', text: 'Hello' }])
})

test('outside a call nothing is heard, and nothing opens', async () => {
  const { door, load, other } = openPage()
  other.greets()
  expect(await door.open()).toBeNull()
  expect(load.times).toBe(0)
})

test('with the call everything goes, and the next call begins with nothing', async () => {
  const { door, other } = openPage()
  door.follow('call-1')
  other.greets()
  other.writes('Hello')
  await settled()
  const first = door.sharing
  door.follow('call-2')
  expect(door.sharing).toBeNull()
  expect(first?.text.state).toEqual({ lines: [], own: '', writing: [] })
  await door.open()
  expect(door.sharing?.text.state.writing).toEqual([])
})

test('a call that ended while it was fetched leaves nothing behind', async () => {
  const { door, other } = openPage()
  door.follow('call-1')
  other.greets()
  door.follow(null)
  await settled()
  expect(door.sharing).toBeNull()
})

test('who closed the panel in the middle of a line sees a mark, and the next line opens it again', async () => {
  const { door, other } = openPage()
  door.follow('call-1')
  other.greets()
  other.writes('H')
  await settled()
  door.sharing?.hide()
  other.writes('He')
  expect([door.sharing?.shown, door.sharing?.news.has('text')]).toEqual([false, true])
  other.writes('He\u2028')
  expect([door.sharing?.shown, door.sharing?.news.has('text')]).toEqual([false, true])
  other.writes('He\u2028A')
  expect([door.sharing?.shown, door.sharing?.news.has('text')]).toEqual([true, false])
})
