/** How long each stage of a call's beginning took on this page: from the answer to the first picture of the other side. */
import type { Id } from '../../signaling/protocol/primitives.ts'

/** In the order in which they come; with a standby the path and its keys come before the call. */
export const stageNames = [
  'ring-shown', // worker's page only
  'answered', // worker's page only: the press
  'opened', // the server's `call-opened` is here
  'ice-connected',
  'dtls-connected',
  'first-packet', // the first RTP packet of the other side's picture
  'first-picture', // the browser is about to draw it
] as const
export type StageName = (typeof stageNames)[number]

/** Of the call's first connection only: what is mended later is told by the recoveries. */
export interface Stages {
  readonly callId: Id
  /** `warm`: with the connection that stood by, connected or still on its way. */
  readonly start: 'warm' | 'cold'
  /** Local clock, milliseconds since 1970. */
  readonly openedAt: number
  /** Milliseconds since `opened`, negative for what came before; what has not happened is missing. */
  readonly ms: Readonly<Partial<Record<StageName, number>>>
}

/** From the press on this page, or on the physician's page from the call's opening; null while there is no picture. */
export function timeToPictureMs({ ms }: Stages): number | null {
  const shown = ms['first-picture']
  return shown === undefined ? null : shown - (ms.answered ?? 0)
}
