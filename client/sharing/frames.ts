/** One frame of a file: whose (4 bytes), where it belongs (4 bytes), then its bytes. Big-endian, as networks have it. */
export interface Frame {
  readonly id: number
  readonly offset: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

const headBytes = 8
/** RFC 8831, section 6.6: longer messages would hold up the notes beside them. */
export const frameBytes = 16 * 1024 - headBytes

export function toFrame(id: number, offset: number, bytes: Uint8Array): ArrayBuffer {
  const frame = new ArrayBuffer(headBytes + bytes.length)
  const view = new DataView(frame)
  view.setUint32(0, id)
  view.setUint32(4, offset)
  new Uint8Array(frame, headBytes).set(bytes)
  return frame
}

/** Null for what can't be one. */
export function readFrame(frame: ArrayBuffer): Frame | null {
  const length = frame.byteLength - headBytes
  if (length < 1 || length > frameBytes) return null
  const view = new DataView(frame)
  return {
    id: view.getUint32(0),
    offset: view.getUint32(4),
    bytes: new Uint8Array(frame, headBytes),
  }
}
