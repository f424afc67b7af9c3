import { expect, test } from 'vitest'
import { readPictureHead } from './pictures.ts'

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  )
const zeros = (length: number) => Array.from({ length }, () => 0)

const png = (width: number[], height: number[]) =>
  bytes([0x89], 'PNG', [13, 10, 26, 10, 0, 0, 0, 13], 'IHDR', width, height)
const jpegFrame = [0xff, 0xc0, 0, 17, 8, 0x02, 0x00, 0x03, 0x00, 3]
const jpegComment = [0xff, 0xfe, 0, 5, 1, 2, 3]
const webp = (form: string, ...rest: number[][]) =>
  bytes('RIFF', zeros(4), 'WEBP', form, zeros(4), ...rest)

test.each([
  ['a PNG', png([0, 0, 3, 0], [0, 0, 2, 0]), 'image/png', 768, 512],
  ['a JPEG', bytes([0xff, 0xd8], jpegFrame), 'image/jpeg', 768, 512],
  [
    'a JPEG with a comment first',
    bytes([0xff, 0xd8], jpegComment, jpegFrame),
    'image/jpeg',
    768,
    512,
  ],
  ['a simple WebP', webp('VP8 ', zeros(6), [0, 3, 0, 2]), 'image/webp', 768, 512],
  ['a lossless WebP', webp('VP8L', [0x2f, 0xff, 0xc2, 0x7f, 0], zeros(5)), 'image/webp', 768, 512],
  ['an extended WebP', webp('VP8X', zeros(4), [0xff, 2, 0, 0xff, 1, 0]), 'image/webp', 768, 512],
])('%s says its size', (_, head, type, width, height) => {
  expect(readPictureHead(head)).toEqual({ type, width, height })
})

test.each([
  ['nothing', bytes()],
  ['a page', bytes('<!doctype html><script>alert(1)</script>')],
  ['a drawing that can hold a program', bytes('<svg xmlns="http://www.w3.org/2000/svg"></svg>')],
  ['half a PNG', png([0, 0, 3, 0], [0, 0])],
  ['a PNG that would fill the memory', png([0, 1, 0, 0], [0, 1, 0, 0])],
  ['a PNG without points', png([0, 0, 0, 0], [0, 0, 2, 0])],
  ['a JPEG that ends before its size', bytes([0xff, 0xd8], jpegComment)],
  ['a JPEG whose segment has no length', bytes([0xff, 0xd8, 0xff, 0xfe, 0, 0], zeros(20))],
  ['a WebP of an unknown form', webp('XXXX', zeros(20))],
])('%s is no picture', (_, head) => {
  expect(readPictureHead(head)).toBeNull()
})
