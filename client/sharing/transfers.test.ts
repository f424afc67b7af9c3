import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createBulk } from '../call/bulk.ts'
import { createFakeChannel } from './fake-channel.ts'
import { createFakeBulk } from './fake-bulk.ts'
import { frameBytes, toFrame } from './frames.ts'
import { readShareNote, type ShareNote } from './share-notes.ts'
import { createTransfers } from './transfers.ts'

const sha256 = async (blob: Blob) =>
  createHash('sha256')
    .update(Buffer.from(await blob.arrayBuffer()))
    .digest('hex')

/** Longer than any chain of promises here. */
const settled = () => new Promise((resolve) => setTimeout(resolve))

function openTwo(awaited = true, hash = sha256) {
  const channel = createFakeChannel()
  const bulk = createFakeBulk()
  const open = (side: 'a' | 'b') => {
    const transfers = createTransfers(
      {
        bulk: bulk[side],
        send: (note) => void channel[side].notes.send('share', { ...note }),
        sha256: hash,
        isAwaited: () => awaited,
      },
      () => {},
    )
    channel[side].notes.hear('share', (body) => {
      const note = readShareNote(body)
      if (note !== null) transfers.hear(note)
    })
    channel[side].notes.whenOpen(() => transfers.reopened())
    return transfers
  }
  const a = open('a')
  const b = open('b')
  const connect = () => {
    channel.open()
    bulk.open()
  }
  const cut = () => {
    channel.stall()
    bulk.stall()
  }
  connect()
  return { a, b, bulk, channel, connect, cut }
}

async function offerOf(bytes: number, part: { sha256?: string; name?: string } = {}) {
  const blob = new Blob([new Uint8Array(bytes).map((_, index) => index % 251)])
  const offer = {
    id: 7,
    name: 'result.pdf',
    size: bytes,
    sha256: await sha256(blob),
    purpose: 'file' as const,
    request: null,
    ...part,
  }
  return { blob, offer }
}

describe('a file', () => {
  test('arrives whole once it was accepted, and not a byte before', async () => {
    const { a, b } = openTwo(false)
    const { blob, offer } = await offerOf(100_000)
    a.offer(offer, blob)
    await settled()
    expect(b.all).toMatchObject([{ phase: 'offered', moved: 0 }])
    b.accept(7)
    await settled()
    await settled()
    expect(a.all).toMatchObject([{ phase: 'arrived', moved: 100_000 }])
    expect(b.all).toMatchObject([{ phase: 'arrived', moved: 100_000 }])
    expect(await sha256(b.all[0]?.blob ?? new Blob())).toBe(offer.sha256)
  })

  test('is no page of ours: the browser is told nothing of its type', async () => {
    const { a, b } = openTwo()
    const { blob, offer } = await offerOf(10)
    a.offer(offer, blob)
    await settled()
    await settled()
    expect(b.all[0]?.blob?.type).toBe('application/octet-stream')
  })

  test('that the receiver does not want never moves', async () => {
    const { a, b } = openTwo(false)
    const { blob, offer } = await offerOf(10)
    a.offer(offer, blob)
    b.refuse(7)
    await settled()
    expect([a.all[0]?.phase, b.all[0]?.phase]).toEqual(['refused', 'refused'])
    b.accept(7)
    expect(b.all[0]?.phase).toBe('refused')
  })

  test('that is read when the call ends goes no further', async () => {
    const { a, bulk } = openTwo()
    const { blob, offer } = await offerOf(100_000)
    a.offer(offer, blob)
    a.close()
    await settled()
    await settled()
    expect(bulk.framesSent()).toBe(0)
  })

  test('that cannot be checked counts as damaged', async () => {
    const { a, b } = openTwo(true, () => Promise.reject(new DOMException('', 'NotReadableError')))
    const { blob, offer } = await offerOf(10)
    a.offer(offer, blob)
    await settled()
    await settled()
    expect([a.all[0]?.phase, b.all[0]?.phase]).toEqual(['damaged', 'damaged'])
  })

  test('waits while the channel is full, and goes on when it has room', async () => {
    const { a, b, bulk } = openTwo()
    bulk.a.fill()
    const { blob, offer } = await offerOf(100_000)
    a.offer(offer, blob)
    await settled()
    expect(b.all).toMatchObject([{ phase: 'moving', moved: 0 }])
    bulk.a.drain()
    await settled()
    await settled()
    expect(b.all).toMatchObject([{ phase: 'arrived' }])
  })

  test('goes on where it was after a new attempt', async () => {
    const { a, b, bulk, connect, cut } = openTwo()
    const { blob, offer } = await offerOf(2_000_000)
    bulk.cutAfter(20)
    a.offer(offer, blob)
    await settled()
    cut()
    const before = b.all[0]?.moved
    expect(before).toBe(20 * frameBytes)
    const sentBefore = bulk.framesSent()
    bulk.cutAfter(null)
    connect()
    for (let turn = 0; turn < 20; turn++) await settled()
    expect(b.all).toMatchObject([{ phase: 'arrived' }])
    expect(a.all).toMatchObject([{ phase: 'arrived' }])
    const left = Math.ceil(2_000_000 / frameBytes) - 20
    expect(bulk.framesSent() - sentBefore).toBe(left)
  })

  test('that differs from its hash is thrown away, and the sender learns it', async () => {
    const { a, b } = openTwo()
    const { blob, offer } = await offerOf(10, { sha256: '0'.repeat(64) })
    a.offer(offer, blob)
    await settled()
    await settled()
    expect(b.all).toMatchObject([{ phase: 'damaged', blob: null }])
    expect(a.all).toMatchObject([{ phase: 'damaged' }])
  })

  test('can be stopped half-way by either side', async () => {
    for (const stop of ['a', 'b'] as const) {
      const { a, b, bulk } = openTwo()
      const { blob, offer } = await offerOf(2_000_000)
      bulk.cutAfter(5)
      a.offer(offer, blob)
      await settled()
      if (stop === 'a') a.withdraw(7)
      else b.refuse(7)
      const phase = stop === 'a' ? 'withdrawn' : 'refused'
      expect([a.all[0]?.phase, b.all[0]?.phase]).toEqual([phase, phase])
    }
  })

  test('an arrival whose news was lost is told again', async () => {
    const { a, b, channel, connect } = openTwo()
    const { blob, offer } = await offerOf(10)
    a.offer(offer, blob)
    channel.stall()
    await settled()
    await settled()
    expect([a.all[0]?.phase, b.all[0]?.phase]).toEqual(['moving', 'arrived'])
    connect()
    expect(a.all[0]?.phase).toBe('arrived')
  })
})

describe('another page', () => {
  const offer: ShareNote = {
    do: 'offer',
    id: 7,
    name: 'result.pdf',
    size: 100,
    sha256: 'a'.repeat(64),
    purpose: 'file',
    request: null,
  }
  const bytes = (length: number) => new Uint8Array(length)

  test.each([
    ['more bytes than it said', [toFrame(7, 0, bytes(101))], 'damaged'],
    ['bytes beyond the end', [toFrame(7, 0, bytes(50)), toFrame(7, 60, bytes(40))], 'damaged'],
    ['the same bytes twice', [toFrame(7, 0, bytes(50)), toFrame(7, 0, bytes(50))], 'moving'],
    ['bytes of something else', [toFrame(8, 0, bytes(100))], 'moving'],
    ['a frame without bytes', [toFrame(7, 0, bytes(0))], 'moving'],
    ['half a head', [new ArrayBuffer(5)], 'moving'],
    ['a frame too long', [toFrame(7, 0, bytes(20_000))], 'moving'],
  ])('that sends %s does no harm', (_, frames, phase) => {
    const { b, bulk } = openTwo()
    b.hear(offer)
    for (const frame of frames) bulk.a.send(frame)
    expect(b.all[0]?.phase).toBe(phase)
  })

  test('cannot offer more things at a time than a person can look at', () => {
    const { b } = openTwo(false)
    for (let id = 0; id < 1_000; id++) b.hear({ ...offer, id })
    expect(b.all).toHaveLength(5)
  })

  test('cannot make this one send from beyond the end, or something that is over', async () => {
    const { a, bulk } = openTwo(false)
    const mine = await offerOf(10)
    a.offer(mine.offer, mine.blob)
    a.hear({ do: 'accept', id: 7, from: 11 })
    a.withdraw(7)
    a.hear({ do: 'accept', id: 7, from: 0 })
    await settled()
    expect(bulk.framesSent()).toBe(0)
  })
})

test('over any cuts, what arrives is what was sent', async () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(cuts, async (frames) => {
      const { a, b, bulk, connect, cut } = openTwo()
      const { blob, offer } = await offerOf(600_000)
      bulk.cutAfter(frames[0] ?? null)
      a.offer(offer, blob)
      for (const [index] of frames.entries()) {
        await settled()
        cut()
        bulk.cutAfter(frames[index + 1] ?? null)
        connect()
      }
      for (let turn = 0; turn < 6; turn++) await settled()
      expect(b.all).toMatchObject([{ phase: 'arrived' }])
      expect(a.all).toMatchObject([{ phase: 'arrived' }])
    }),
    { numRuns: 30 },
  )
})

test('a browser that refuses a frame keeps the page alive', () => {
  const bulk = createBulk()
  bulk.use({
    readyState: 'open',
    bufferedAmount: 0,
    bufferedAmountLowThreshold: 0,
    send: () => {
      throw new DOMException('full', 'OperationError')
    },
    addEventListener: () => {},
  })
  expect(bulk.send(new ArrayBuffer(1))).toBe(false)
})
