import { expect, test } from 'vitest'
import { createGuestDoor } from './guest-door.ts'
import type { createGuestLinks, GuestLinks, GuestLinksOptions } from './guest-links.ts'

const admissionId = 'admission-00000001'
const appointmentId = 'appointment-000001'
const opened: Parameters<GuestLinks['hear']>[0] = {
  type: 'guest-connection-opened',
  appointmentId,
  admissionId,
  with: 'guest',
  attempt: 1,
  initiator: true,
  iceServers: [],
  iceTransportPolicy: 'all',
}

function arrange(failures = 0) {
  const did: unknown[] = []
  let loads = 0
  const links: GuestLinks = {
    keep: (...kept) => void did.push(['keep', ...kept]),
    hear: (message) => void did.push(['hear', message.type]),
    nudge: (event) => void did.push(['nudge', event.type]),
    setTrack: (kind) => void did.push(['track', kind]),
    devicesChanged: () => void did.push(['devices']),
    close: () => void did.push(['close']),
  }
  const create: typeof createGuestLinks = () => links
  // The stand-in asks nothing of its options.
  const door = createGuestDoor({} as GuestLinksOptions, () =>
    ++loads > failures ? Promise.resolve(create) : Promise.reject(new Error('no network')),
  )
  // Two turns for the load, one for what follows it.
  const settle = async () => {
    for (let turn = 0; turn < 4; turn++) await Promise.resolve()
  }
  return { door, did, settle, loads: () => loads }
}

test('without a guest nothing is fetched, and nothing kept', async () => {
  const { door, settle, loads } = arrange()
  door.keep(null, ['guest'])
  door.hear(opened)
  door.nudge({ type: 'page-shown' })
  await settle()
  expect(loads()).toBe(0)
})

test('with the first guest it is fetched once, and then hears all that was said', async () => {
  const { door, did, settle, loads } = arrange()
  door.keep(admissionId, ['guest'])
  door.hear(opened)
  door.keep(admissionId, ['guest'])
  await settle()
  door.setTrack('audio', null)
  expect(loads()).toBe(1)
  expect(did).toEqual([
    ['devices'],
    ['keep', admissionId, ['guest']],
    ['hear', 'guest-connection-opened'],
    ['track', 'audio'],
  ])
})

test('what is said of a guest who is gone again before that is forgotten', async () => {
  const { door, did, settle } = arrange()
  door.keep(admissionId, ['guest'])
  door.hear(opened)
  door.keep(null, ['guest'])
  await settle()
  expect(did).toEqual([['devices'], ['keep', null, ['guest']]])
})

test('a fetch that fails is tried again when the server next speaks of the guest', async () => {
  const { door, did, settle } = arrange(1)
  door.keep(admissionId, ['guest'])
  door.hear(opened)
  await settle()
  expect(did).toEqual([])
  door.keep(admissionId, ['guest'])
  await settle()
  expect(did).toContainEqual(['hear', 'guest-connection-opened'])
})

test('a page that is closed meanwhile opens nothing', async () => {
  const { door, did, settle } = arrange()
  door.keep(admissionId, ['guest'])
  door.close()
  await settle()
  expect(did).toEqual([])
})
