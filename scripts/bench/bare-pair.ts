/** The floor: two RTCPeerConnections in one page, joined by function calls, with the calls' own camera and codecs. */
import type { Browser } from 'playwright-core'

/** Returns what measures one beginning: milliseconds from the first line to the later of the two first pictures. */
export async function openBarePair(
  browser: Browser,
  origin: string,
): Promise<() => Promise<number>> {
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
  return async () => {
    await page.bringToFront()
    await page.evaluate(openCamera)
    await page.waitForTimeout(1500)
    const ms = await page.evaluate(connectPair)
    await page.evaluate(closeCamera)
    return ms
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

/** Written as the shortest page that connects two sides with trickled candidates. */
async function connectPair(): Promise<number> {
  const { stream } = globalThis as unknown as Held
  const players = [...document.querySelectorAll('video')]
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
  const redFirst = (side: RTCPeerConnection) => {
    const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? []
    const isRed = (codec: { mimeType: string }) => codec.mimeType === 'audio/red'
    const sorted = [...codecs.filter(isRed), ...codecs.filter((codec) => !isRed(codec))]
    for (const transceiver of side.getTransceivers()) {
      if (transceiver.receiver.track.kind === 'audio') transceiver.setCodecPreferences(sorted)
    }
  }
  for (const track of stream.getTracks()) caller.addTrack(track, stream)
  redFirst(caller)
  await caller.setLocalDescription()
  await callee.setRemoteDescription(caller.localDescription as RTCSessionDescription)
  for (const track of stream.getTracks()) callee.addTrack(track, stream)
  redFirst(callee)
  await callee.setLocalDescription()
  await caller.setRemoteDescription(callee.localDescription as RTCSessionDescription)
  callerDescribed()
  const last = Math.max(...(await Promise.all(shown)))
  for (const side of sides) side.close()
  for (const player of players) player.srcObject = null
  return last - begun
}
