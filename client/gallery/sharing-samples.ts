/** What two people share, for the eye: both sides are real, only the wire between them is short. */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { createFakeBulk } from '../sharing/fake-bulk.ts'
import { createFakeChannel } from '../sharing/fake-channel.ts'
import { loadSharing } from '../sharing/inside.ts'
import type { SharingDoor } from '../sharing/sharing-door.ts'
import type { Sharing } from '../sharing/sharing.ts'

export const sharingScreens = ['text', 'files', 'photo', 'shown'] as const
export type SharingScreen = (typeof sharingScreens)[number]

/** Returns the way to it for one of the two. */
export async function openSampleSharing(
  participant: Participant,
  screen: SharingScreen,
): Promise<SharingDoor> {
  const open = await loadSharing()
  const channel = createFakeChannel()
  const bulk = createFakeBulk()
  const openSide = (side: 'a' | 'b', who: Participant) =>
    open({
      participant: who,
      notes: channel[side].notes,
      bulk: bulk[side],
      after: (_, run) => {
        queueMicrotask(run)
        return () => {}
      },
      now: () => performance.now(),
      quality: () => null,
      makeId: () => `writer-of-${side}`,
    })
  const own = openSide('a', participant)
  const other = openSide('b', participant === 'worker' ? 'physician' : 'worker')
  channel.open()
  bulk.open()
  await fill[screen](own, other)
  return {
    sharing: own,
    open: () => Promise.resolve(own),
    subscribe: (listener) => own.subscribe(listener),
  }
}

const fill: Record<SharingScreen, (own: Sharing, other: Sharing) => Promise<void> | void> = {
  text(own, other) {
    own.text.type('My back hurts since Monday. I lift boxes all day at work.')
    own.text.endLine()
    other.text.type('Where exactly?')
    other.text.endLine()
    own.text.type('Here, on the le')
    other.text.type('Please show m')
  },
  async files(own, other) {
    own.show('files')
    await other.files.send(await drawnFile('Audiogram 2026-11-03.png'))
    const [first] = own.files.transfers
    if (first !== undefined) own.files.accept(first.id)
    await own.files.send(new File(['x'.repeat(900_000)], 'Advice for your back.pdf'))
    await other.files.send(
      new File(['x'.repeat(2_400_000)], 'Letter of the general practitioner.pdf'),
    )
    await until(() => own.files.transfers[0]?.phase === 'arrived')
  },
  photo(own, other) {
    const asking = own.participant === 'physician' ? own : other
    asking.files.ask('The skin of your left hand, palm up')
    if (own.participant === 'physician') own.show('files')
  },
  async shown(own, other) {
    await other.files.show(await drawnFile('audiogram.png'))
    await until(() => (own.files.shown?.blob ?? null) !== null)
  },
}

async function drawnFile(name: string): Promise<File> {
  const canvas = new OffscreenCanvas(900, 640)
  const context = canvas.getContext('2d')
  if (context !== null) {
    context.fillStyle = '#ffffff'
    context.fillRect(0, 0, 900, 640)
    context.strokeStyle = '#26567f'
    context.lineWidth = 4
    context.beginPath()
    for (let x = 60; x < 860; x += 100) context.lineTo(x, 120 + (x * x) / 2200)
    context.stroke()
  }
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' })
}

/** Files are read and compared in the background. */
async function until(isDone: () => boolean): Promise<void> {
  while (!isDone()) await new Promise((resolve) => setTimeout(resolve, 10))
}
