// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { createFakeTimers } from '../call/fake-timers.ts'
import { texts } from '../i18n/sharing/en.ts'
import { createFakeBulk } from './fake-bulk.ts'
import { createFakeChannel } from './fake-channel.ts'
import { gatherMs } from './live-text.ts'
import { SharePanel } from './share-panel.ts'
import { createSharing } from './sharing.ts'

afterEach(() => document.body.replaceChildren())

async function openPanel(participant: Participant = 'worker') {
  const channel = createFakeChannel()
  const bulk = createFakeBulk()
  const timers = createFakeTimers()
  const open = (side: 'a' | 'b', who: Participant) =>
    createSharing(
      {
        participant: who,
        notes: channel[side].notes,
        bulk: bulk[side],
        after: timers.after,
        makeId: () => `writer-of-${side}`,
        now: () => 0,
        quality: () => null,
      },
      texts,
    )
  const own = open('a', participant)
  const other = open('b', participant === 'worker' ? 'physician' : 'worker')
  channel.open()
  const panel = new SharePanel()
  panel.sharing = own
  panel.otherName = 'Dr. Claes'
  document.body.append(panel)
  await panel.updateComplete
  return { panel, own, other, timers }
}

const linesOf = (panel: SharePanel) =>
  [...panel.querySelectorAll('[role="log"] .share-line')].map((line) => [
    line.classList.contains('own'),
    line.textContent.replaceAll(/\s+/g, ' ').trim(),
  ])

test('says of every line whose it is', async () => {
  const { panel, own, other } = await openPanel()
  own.text.type('My back hurts.')
  own.text.endLine()
  other.text.type('W')
  await panel.updateComplete
  expect(linesOf(panel)).toEqual([
    [true, 'You My back hurts.'],
    [false, 'Dr. Claes writes W'],
  ])
})

test('shows markup as the letters that it is', async () => {
  const { panel, other } = await openPanel()
  other.text.type('<')
  other.text.type('<img src=x onerror=alert(1)>')
  other.text.endLine()
  await panel.updateComplete
  expect(panel.querySelector('img')).toBeNull()
})

test('tells a screen reader the finished line, with the name, and no letter before', async () => {
  const { panel, other, timers } = await openPanel()
  const told = () => panel.querySelector('[aria-live="polite"]')?.textContent.trim()
  other.text.type('Y')
  await panel.updateComplete
  expect(told()).toBe('')
  other.text.endLine()
  timers.advance(gatherMs)
  await panel.updateComplete
  await panel.updateComplete
  expect(told()).toBe('Dr. Claes: Y')
})

test('only the physician can ask for a photo', async () => {
  for (const [participant, fields] of [
    ['physician', 1],
    ['worker', 0],
  ] as const) {
    const { panel, own } = await openPanel(participant)
    own.show('files')
    await panel.updateComplete
    const files = panel.querySelector('share-files')
    await files?.updateComplete
    expect(files?.querySelectorAll('.share-wish').length).toBe(fields)
    panel.remove()
  }
})

test('who looks at the text is not torn away by a file, but told of it', async () => {
  const { panel, own, other } = await openPanel()
  own.show('text')
  await other.files.send(new File(['bytes'], 'advice.pdf'))
  await panel.updateComplete
  expect(own.part).toBe('text')
  expect(panel.querySelector('.share-new')?.textContent).toBe(texts['panel.new'])
})
