/**
 * The floor: two RTCPeerConnections in one page, joined by function calls.
 *
 * Like a call of Visite: camera, microphone and their constraints, the order of the codecs, one bundle, two data channels
 * beside the media, ECDSA certificates, candidates that trickle, two players in the page, and with `small` the size of the
 * first pictures. Unlike it: one page instead of two browsers, no server between, no relay to ask for an address, no screen
 * to draw, and none of what a call watches.
 */
import type { Browser } from 'playwright-core'

export interface BarePair {
  /** Milliseconds from the first line to the later of the two first pictures. */
  readonly ms: number
  /** As the two sides agreed on them. */
  readonly codecs: Codecs
}

export interface Codecs {
  readonly audio: string
  readonly video: string
}

export type FirstPicture = 'small' | 'whole'

/** Returns what measures one beginning. */
export async function openBarePair(
  browser: Browser,
  origin: string,
): Promise<(first: FirstPicture) => Promise<BarePair>> {
  const context = await browser.newContext()
  const page = await context.newPage()
  // tsx names functions with a helper that the page does not have.
  await page.addInitScript('globalThis.__name = (named) => named')
  const address = `${origin}/bare-pair`
  await page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<!doctype html><video></video><video></video>',
    }),
  )
  await page.goto(address)
  return async (first) => {
    await page.bringToFront()
    await page.evaluate(openCamera)
    await page.waitForTimeout(1500)
    const measured = await page.evaluate(connectPair, first)
    await page.evaluate(closeCamera)
    return measured
  }
}

interface Held {
  stream: MediaStream
}

async function openCamera() {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    video: { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 24, max: 30 } },
  })
  Object.assign(globalThis, { stream })
}

function closeCamera() {
  for (const track of (globalThis as unknown as Held).stream.getTracks()) track.stop()
}

async function connectPair(first: FirstPicture): Promise<BarePair> {
  const { stream } = globalThis as unknown as Held
  const players = [...document.querySelectorAll('video')]
  const order = {
    audio: ['audio/red'],
    video: ['video/vp8', 'video/h264', 'video/vp9', 'video/av1'],
  }
  const sorted = (kind: 'audio' | 'video') => {
    const rank = ({ mimeType }: { mimeType: string }) => {
      const place = order[kind].indexOf(mimeType.toLowerCase())
      return place === -1 ? order[kind].length : place
    }
    const codecs = RTCRtpReceiver.getCapabilities(kind)?.codecs ?? []
    return codecs.toSorted((a, b) => rank(a) - rank(b))
  }
  const preferred = { audio: sorted('audio'), video: sorted('video') }
  const begun = performance.now()
  const sides = [0, 1].map(
    () => new RTCPeerConnection({ iceServers: [], bundlePolicy: 'max-bundle' }),
  ) as [RTCPeerConnection, RTCPeerConnection]
  const shown = sides.map(
    (side, index) =>
      new Promise<number>((resolve) => {
        const player = players[index] as HTMLVideoElement
        player.muted = true
        side.addEventListener('track', ({ streams: [remote], track }) => {
          if (track.kind !== 'video' || remote === undefined) return
          player.srcObject = remote
          void player.play()
          player.requestVideoFrameCallback(() => resolve(performance.now()))
        })
      }),
  )
  const [caller, callee] = sides
  let callerDescribed = () => {}
  const described = new Promise<void>((resolve) => (callerDescribed = resolve))
  caller.onicecandidate = ({ candidate }) => void callee.addIceCandidate(candidate ?? undefined)
  callee.onicecandidate = ({ candidate }) =>
    void described.then(() => caller.addIceCandidate(candidate ?? undefined))
  caller.createDataChannel('notes')
  for (const side of sides) side.createDataChannel('bulk', { negotiated: true, id: 1000 })
  for (const kind of ['audio', 'video'] as const) {
    const [track] = stream.getTracks().filter((each) => each.kind === kind)
    const transceiver = caller.addTransceiver(track ?? kind, {
      direction: 'sendrecv',
      streams: [stream],
      ...(kind === 'video' && { sendEncodings: [{ scaleResolutionDownBy: scaleOf(first) }] }),
    })
    transceiver.setCodecPreferences(preferred[kind])
  }
  await caller.setLocalDescription()
  await callee.setRemoteDescription(caller.localDescription as RTCSessionDescription)
  for (const transceiver of callee.getTransceivers()) {
    const kind = transceiver.receiver.track.kind as 'audio' | 'video'
    transceiver.direction = 'sendrecv'
    transceiver.sender.setStreams(stream)
    transceiver.setCodecPreferences(preferred[kind])
    if (kind === 'video') await shape(transceiver.sender)
    await transceiver.sender.replaceTrack(
      stream.getTracks().find((each) => each.kind === kind) ?? null,
    )
  }
  await callee.setLocalDescription()
  await caller.setRemoteDescription(callee.localDescription as RTCSessionDescription)
  callerDescribed()
  const last = Math.max(...(await Promise.all(shown)))
  const codecs = { audio: codecOf('audio'), video: codecOf('video') }
  for (const side of sides) side.close()
  for (const player of players) player.srcObject = null
  return { ms: last - begun, codecs }

  function scaleOf(size: FirstPicture): number {
    return size === 'small' ? 4 : 1
  }

  async function shape(sender: RTCRtpSender): Promise<void> {
    const parameters = sender.getParameters()
    for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = scaleOf(first)
    await sender.setParameters(parameters)
  }

  /** The first of those agreed on is the one that is sent. */
  function codecOf(kind: string): string {
    const sender = caller.getSenders().find(({ track }) => track?.kind === kind)
    return sender?.getParameters().codecs[0]?.mimeType ?? 'none'
  }
}
