// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import { createFakeTimers } from '../call/fake-timers.ts'
import { texts } from '../i18n/sharing/en.ts'
import { createFakeBulk } from './fake-bulk.ts'
import { createFakeChannel } from './fake-channel.ts'
import { createSharing } from './sharing.ts'
import { ShownPicture } from './shown-picture.ts'

afterEach(() => document.body.replaceChildren())

const settled = () => new Promise((resolve) => setTimeout(resolve))

/** The worker's page, while the physician shows something. */
async function openShown() {
  const channel = createFakeChannel()
  const bulk = createFakeBulk()
  const { after } = createFakeTimers()
  const ports = { after, makeId: () => 'writer', now: () => 0, quality: () => null }
  const own = createSharing(
    { participant: 'worker', notes: channel.a.notes, bulk: bulk.a, ...ports },
    texts,
  )
  const physician = channel.b.notes
  channel.open()
  const [control, dock] = [document.createElement('button'), document.createElement('button')]
  dock.dataset['control'] = 'text'
  document.body.append(control, dock)
  control.focus()

  physician.send('share', {
    do: 'offer',
    id: 7,
    name: 'audiogram.jpg',
    size: 4,
    sha256: '0'.repeat(64),
    purpose: 'shown',
    request: null,
  })
  physician.send('share', { do: 'showing', id: 7 })
  const element = new ShownPicture()
  element.sharing = own
  element.otherName = 'Dr. Claes'
  document.body.append(element)
  await element.updateComplete
  const close = () => physician.send('share', { do: 'showing', id: null })
  const button = () => [...element.querySelectorAll('button')].at(-1)
  return { control, dock, element, close, button }
}

test('the focus goes back where it came from when the other side takes the picture away', async () => {
  const { control, button, close } = await openShown()
  button()?.focus()
  expect(document.activeElement).toBe(button())
  close()
  await settled()
  expect(document.activeElement).toBe(control)
})

test('and to the dock when that is gone', async () => {
  const { control, dock, button, close } = await openShown()
  button()?.focus()
  control.remove()
  close()
  await settled()
  expect(document.activeElement).toBe(dock)
})

test('but stays with a person who looks elsewhere', async () => {
  const { control, close } = await openShown()
  close()
  await settled()
  expect(document.activeElement).toBe(control)
})
