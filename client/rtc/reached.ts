/** How far a connection has come, and when: by the browser's own events; the first of a stage counts. */
import { preciseNow, type StageName } from '../call/stages.ts'

export type ReachedStage = Extract<
  StageName,
  'ice-connected' | 'dtls-connected' | 'first-packet' | 'first-picture'
>

export function watchStages(
  connection: RTCPeerConnection,
  reached: (stage: ReachedStage, at: number) => void,
): void {
  const reach = (stage: ReachedStage) => reached(stage, preciseNow())
  connection.addEventListener('iceconnectionstatechange', () => {
    const { iceConnectionState } = connection
    if (iceConnectionState === 'connected' || iceConnectionState === 'completed') {
      reach('ice-connected')
    }
  })
  connection.addEventListener('connectionstatechange', () => {
    if (connection.connectionState === 'connected') reach('dtls-connected')
  })
  connection.addEventListener('track', ({ track }) => {
    // A track of a receiver is muted until a packet comes (W3C webrtc, section 9.3).
    if (track.kind === 'video') track.addEventListener('unmute', () => reach('first-packet'))
  })
}
