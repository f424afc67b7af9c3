/** What can be changed of one sender while it sends, without a negotiation: its rank, its shape, its next frame. */
import { smallBy, type PictureSize } from './picture-size.ts'

/** How the picture is sent. What is not named is left to the browser. */
export interface PictureShape {
  readonly active: boolean
  /** Bits per second. */
  readonly maxBitrate?: number
  /** 2 halves width and height. */
  readonly scaleDownBy?: number
  /** Frames per second. */
  readonly maxFramerate?: number
  readonly prefer?: RTCDegradationPreference
}

/** Made from what is read for it (W3C webrtc, `setParameters`): one at a time, or the browser refuses. */
export type SenderChange = (sender: RTCRtpSender) => Promise<void>

/**
 * Where the line is short the voice has its share first, in this browser and, where routers look, on the way (W3C
 * webrtc-priority).
 */
export async function rank(sender: RTCRtpSender, priority: RTCPriorityType): Promise<void> {
  const parameters = sender.getParameters()
  for (const encoding of parameters.encodings) {
    Object.assign(encoding, { priority, networkPriority: priority })
  }
  await sender.setParameters(parameters)
}

/** Makes the next frame one that can be decoded by itself. Chromium only: elsewhere the other side's request must do. */
export async function refresh(sender: RTCRtpSender): Promise<void> {
  const options = { encodingOptions: [{ keyFrame: true }] }
  await sender.setParameters(sender.getParameters(), options)
}

export async function shapeAs(
  sender: RTCRtpSender,
  { active, maxBitrate, scaleDownBy = 1, maxFramerate, prefer }: PictureShape,
  { phase }: PictureSize,
): Promise<void> {
  const parameters = sender.getParameters()
  const [encoding] = parameters.encodings
  if (encoding === undefined) return
  // What is undefined is left to the browser (Web IDL: such a member is absent).
  Object.assign(encoding, {
    active: active && phase !== 'held',
    scaleResolutionDownBy: Math.max(scaleDownBy, phase === 'whole' ? 1 : smallBy),
    maxBitrate,
    maxFramerate,
  })
  if (prefer !== undefined) parameters.degradationPreference = prefer
  await sender.setParameters(parameters)
}
