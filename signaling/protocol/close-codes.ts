/**
 * Why the server closes a WebSocket; 4000-4999 is the range for applications (RFC 6455, 7.4.2). Apart from the schemas, so
 * that a page that needs these numbers alone does not carry a schema library (3 kB of Brotli, measured).
 */
export const closeCodes = {
  'going-away': 1012, // the server restarts: come back
  'bad-frame': 4400, // not JSON, not a known message, or a field out of bounds
  'signed-out': 4401,
  'not-allowed': 4403,
  'hello-expected': 4408, // no hello within its time
  'replaced': 4409, // another page took over
  'wrong-version': 4426, // reload the page
  'too-many-messages': 4429,
} as const
export type CloseReason = keyof typeof closeCodes
