/** Pictures as bytes: what they are by their own first bytes, whatever their name says, and smaller ones made of them. */

export interface PictureHead {
  readonly type: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** The largest phone camera has 200 million points; decoded, each takes four bytes of memory. */
const mostPoints = 210_000_000

/** Null for everything that is no JPEG, PNG or WebP, or so large that decoding it could fill the memory. */
export function readPictureHead(bytes: Uint8Array<ArrayBuffer>): PictureHead | null {
  const head = readPng(bytes) ?? readWebp(bytes) ?? readJpeg(bytes)
  if (head === null || head.width === 0 || head.height === 0) return null
  return head.width * head.height <= mostPoints ? head : null
}

/** W3C PNG, section 11.2.1. */
function readPng(bytes: Uint8Array<ArrayBuffer>): PictureHead | null {
  if (bytes.length < 24 || textAt(bytes, 1, 3) !== 'PNG' || textAt(bytes, 12, 4) !== 'IHDR') {
    return null
  }
  const view = viewOf(bytes)
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** RFC 9649, sections 2.5 to 2.7: the three forms of a WebP file say their size in three places. */
function readWebp(bytes: Uint8Array<ArrayBuffer>): PictureHead | null {
  if (bytes.length < 30 || textAt(bytes, 0, 4) !== 'RIFF' || textAt(bytes, 8, 4) !== 'WEBP') {
    return null
  }
  const view = viewOf(bytes)
  const size = (width: number, height: number) => ({ type: 'image/webp', width, height }) as const
  switch (textAt(bytes, 12, 4)) {
    case 'VP8 ':
      return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1)
    }
    case 'VP8X':
      return size((view.getUint32(24, true) & 0xff_ffff) + 1, (view.getUint32(26, true) >>> 8) + 1)
    default:
      return null
  }
}

/** ITU-T T.81, B.1.1.4 and B.2.2: the frame header stands behind segments that say their own length. */
function readJpeg(bytes: Uint8Array<ArrayBuffer>): PictureHead | null {
  if (bytes.length < 4 || bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = viewOf(bytes)
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      return { type: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

function textAt(bytes: Uint8Array<ArrayBuffer>, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

function viewOf(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** Points along the longer side: a printed page stays readable. */
export const shownSide = 2200

/**
 * Returns the picture as a JPEG that is quick to send, upright and without what its file tells beside the picture: place,
 * time, device. Null when the browser cannot read it.
 */
export async function toShown(file: Blob): Promise<Blob | null> {
  const picture = await createImageBitmap(file).catch(() => null)
  if (picture === null) return null
  const scale = Math.min(1, shownSide / Math.max(picture.width, picture.height))
  const blob = await toJpeg(picture, picture.width * scale, picture.height * scale)
  picture.close()
  return blob
}

/** Draws anything that can be drawn; null when the browser makes no picture of it. */
export async function toJpeg(
  source: CanvasImageSource,
  width: number,
  height: number,
): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width)
  canvas.height = Math.round(height)
  const context = canvas.getContext('2d')
  if (context === null) return null
  // A transparent drawing would become black.
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return encode(canvas, 'image/jpeg')
}

/** Letters on white are smaller as PNG, and sharper; what a scanner made is smaller as JPEG. */
export async function toSmaller(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const [png, jpeg] = await Promise.all([encode(canvas, 'image/png'), encode(canvas, 'image/jpeg')])
  if (png === null || jpeg === null) return png ?? jpeg
  return png.size < jpeg.size ? png : jpeg
}

function encode(canvas: HTMLCanvasElement, type: PictureHead['type']): Promise<Blob | null> {
  return new Promise((resolve) => canvas.toBlob(resolve, type, 0.88))
}
