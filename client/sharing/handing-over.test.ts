import { describe, expect, test } from 'vitest'
import type { Participant } from '../../signaling/protocol/consultation.ts'
import { createFakeBulk } from './fake-bulk.ts'
import { createFakeChannel } from './fake-channel.ts'
import { createHandingOver } from './handing-over.ts'
import type { Pages } from './pages.ts'

/** As long as a real one; told apart by what is in the file. */
const sha256 = async (blob: Blob) =>
  Array.from(await blob.text(), (letter) => letter.charCodeAt(0).toString(16))
    .join('')
    .padEnd(64, '0')
    .slice(0, 64)

/** Longer than any chain of promises here. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve))
}

/** Papers of as many pages as they have letters; what is drawn of a page is its letter. */
async function openPages(paper: Blob): Promise<Pages | 'pdf-locked'> {
  const letters = await paper.text()
  return letters === 'locked'
    ? 'pdf-locked'
    : {
        count: letters.length,
        draw: async (page) =>
          letters[page - 1] === '?' ? null : new Blob([letters[page - 1] ?? '']),
        close: () => {},
      }
}

function openTwo() {
  const channel = createFakeChannel()
  const bulk = createFakeBulk()
  let next = 0
  const open = (side: 'a' | 'b', participant: Participant) =>
    createHandingOver(
      {
        participant,
        notes: channel[side].notes,
        bulk: bulk[side],
        sha256,
        toShown: async (file) => file,
        openPages,
        makeNumber: () => next++,
      },
      () => {},
    )
  const physician = open('a', 'physician')
  const worker = open('b', 'worker')
  channel.open()
  bulk.open()
  return { physician, worker, channel, bulk }
}

const file = (name = 'photo.jpg', content = 'bytes') => new File([content], name)

describe('a photo on request', () => {
  test('comes without another question, and ends the request on both sides', async () => {
    const { physician, worker } = openTwo()
    physician.ask('Your hand')
    expect(worker.request).toMatchObject({ what: 'Your hand', phase: 'asked' })
    await worker.sendPhoto(file())
    await settled()
    expect(physician.transfers).toMatchObject([{ purpose: 'photo', phase: 'arrived' }])
    expect([physician.request, worker.request]).toEqual([null, null])
  })

  test('may be declined', () => {
    const { physician, worker } = openTwo()
    physician.ask('')
    worker.decline()
    expect(worker.request).toBeNull()
    expect(physician.request).toMatchObject({ phase: 'declined' })
  })

  test('is asked again on a new channel, if nobody heard it', () => {
    const { physician, worker, channel } = openTwo()
    channel.close()
    physician.ask('Your hand')
    channel.open()
    expect(worker.request).toMatchObject({ what: 'Your hand' })
  })

  test('goes away when the physician wants it no longer', () => {
    const { physician, worker } = openTwo()
    physician.ask('')
    physician.unask()
    expect(worker.request).toBeNull()
  })

  test('is never asked of the physician', () => {
    const { physician, worker } = openTwo()
    worker.ask('Your hand')
    expect(physician.request).toBeNull()
  })

  test('that nobody asked for is an offer like any other', async () => {
    const { physician, worker } = openTwo()
    await worker.sendPhoto(file())
    await settled()
    expect(physician.transfers).toMatchObject([{ phase: 'offered' }])
  })

  test('answers one request once: a second one has to be accepted', async () => {
    const { physician, worker, channel } = openTwo()
    physician.ask('')
    const { id } = worker.request ?? { id: 0 }
    await worker.sendPhoto(file())
    const again = {
      do: 'offer',
      id: 99,
      name: 'photo.jpg',
      size: 5,
      sha256: 'a'.repeat(64),
      purpose: 'photo',
      request: id,
    }
    channel.b.notes.send('share', again)
    await settled()
    expect(physician.transfers.map(({ phase }) => phase)).toEqual(['arrived', 'offered'])
  })
})

describe('a picture that is shown', () => {
  test('is on both screens, until whoever shows it takes it away', async () => {
    const { physician, worker } = openTwo()
    await physician.show(file('audiogram.png'))
    await settled()
    expect(worker.shown).toMatchObject({ by: 'other', name: 'audiogram.jpg' })
    expect(await worker.shown?.blob?.text()).toBe('bytes')
    expect(physician.shown).toMatchObject({ by: 'own' })
    physician.stopShowing()
    expect([physician.shown, worker.shown]).toEqual([null, null])
  })

  test('gives way to the next one, and is not kept', async () => {
    const { physician, worker } = openTwo()
    await physician.show(file('first.png', 'one'))
    await settled()
    await physician.show(file('second.png', 'two'))
    await settled()
    expect(await worker.shown?.blob?.text()).toBe('two')
    expect(worker.transfers).toEqual([])
  })

  test('may be closed by who looks at it, on that screen alone', async () => {
    const { physician, worker } = openTwo()
    await physician.show(file())
    await settled()
    worker.stopShowing()
    expect([physician.shown?.by, worker.shown]).toEqual(['own', null])
  })

  test('is taken away on the next channel when that was not heard', async () => {
    const { physician, worker, channel } = openTwo()
    await physician.show(file())
    await settled()
    channel.close()
    physician.stopShowing()
    channel.open()
    expect(worker.shown).toBeNull()
  })
})

describe('a paper', () => {
  const paper = (letters: string) => file('letter.pdf', letters)

  test('is shown page by page, turned by whoever shows it', async () => {
    const { physician, worker } = openTwo()
    expect(await physician.show(paper('abc'))).toBeNull()
    await settled()
    expect(await worker.shown?.blob?.text()).toBe('a')
    expect([physician.paper?.page, physician.paper?.count, worker.paper]).toEqual([1, 3, null])
    await physician.paper?.turnTo(2)
    await settled()
    expect(await worker.shown?.blob?.text()).toBe('b')
  })

  test('turned quickly skips what was passed over, and stays within its pages', async () => {
    const { physician, worker } = openTwo()
    await physician.show(paper('abc'))
    void physician.paper?.turnTo(2)
    await physician.paper?.turnTo(9)
    await settled()
    expect(physician.paper?.page).toBe(3)
    expect(await worker.shown?.blob?.text()).toBe('c')
  })

  test('keeps the page before on the other screen until the next one is there', async () => {
    const { physician, worker, bulk } = openTwo()
    await physician.show(paper('ab'))
    await settled()
    bulk.a.fill()
    await physician.paper?.turnTo(2)
    await settled()
    expect(worker.shown).toMatchObject({ isComing: true })
    expect(await worker.shown?.blob?.text()).toBe('a')
    bulk.a.drain()
    await settled()
    expect(worker.shown).toMatchObject({ isComing: false })
    expect(await worker.shown?.blob?.text()).toBe('b')
  })

  test('keeps the page before where one can’t be drawn, and says so to whoever shows it', async () => {
    const { physician, worker } = openTwo()
    await physician.show(paper('a?c'))
    await physician.paper?.turnTo(2)
    await settled()
    expect(physician.paper).toMatchObject({ page: 2, isUnreadable: true })
    expect(await worker.shown?.blob?.text()).toBe('a')
  })

  test('that can’t be opened or drawn at all is not shown, and the reason is told', async () => {
    const { physician, worker } = openTwo()
    expect(await physician.show(paper('locked'))).toBe('pdf-locked')
    expect(await physician.show(paper('?'))).toBe('pdf-heavy')
    await settled()
    expect([physician.paper, physician.shown, worker.shown]).toEqual([null, null, null])
  })

  test('is put away when it is taken from the screens, or the other side shows something', async () => {
    const { physician, worker } = openTwo()
    await physician.show(paper('ab'))
    physician.stopShowing()
    expect(physician.paper).toBeNull()
    await physician.show(paper('ab'))
    await worker.show(file('scan.png'))
    await settled()
    expect(physician.paper).toBeNull()
    expect(physician.shown).toMatchObject({ by: 'other' })
  })
})

test.each([
  ['sent', async ({ physician }) => physician.send(file('advice.pdf'))],
  ['shown', async ({ physician }) => physician.show(file('audiogram.png'))],
  ['turned to', async ({ physician }) => physician.show(file('letter.pdf', 'abc'))],
] satisfies [string, (two: ReturnType<typeof openTwo>) => Promise<unknown>][])(
  'what is being %s when the call ends is not said to the next one',
  async (_how, begin) => {
    const two = openTwo()
    const heard: unknown[] = []
    two.channel.b.notes.hear('share', (body) => heard.push(body))
    const begun = begin(two)
    two.physician.close()
    await begun
    await settled()
    expect([two.physician.transfers, two.physician.shown]).toEqual([[], null])
    expect(heard).toEqual([])
  },
)

test('nothing is left after it is closed', async () => {
  const { physician, worker } = openTwo()
  physician.ask('Your hand')
  await physician.send(file('advice.pdf'))
  worker.close()
  expect([worker.request, worker.shown, worker.transfers]).toEqual([null, null, []])
})
