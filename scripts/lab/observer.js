// @ts-check
/**
 * Runs in each page before its own program, and keeps when sound and picture of the other side arrived and what was said
 * about it. Times are epoch milliseconds, so that two pages and the one who makes the faults share a clock.
 * A plain script, since it goes into the page as it is.
 */
;(() => {
  const everyMs = 50
  /** A beep's energy in one sample is thousands of times this; the silence between two beeps has a thousandth of it. */
  const beep = 1e-6

  /** @type {import('./observed.ts').Observed} */
  const seen = { sound: [], beeps: [], frames: [], said: [], attempts: [], concealment: [] }
  /** @type {WeakMap<RTCPeerConnection, { packets: number, energy: number }>} */
  const before = new WeakMap()
  /** @type {WeakSet<HTMLVideoElement>} */
  const watched = new WeakSet()
  const scope = /** @type {{ journeyConnections?: RTCPeerConnection[] }} */ (globalThis)
  const now = () => performance.timeOrigin + performance.now()
  // Functions that come from TypeScript tools may be wrapped in this; a page has no such thing.
  Object.assign(globalThis, { visiteSeen: seen, __name: (/** @type {unknown} */ value) => value })

  async function sample() {
    const all = scope.journeyConnections ?? []
    while (seen.attempts.length < all.length) seen.attempts.push(now())
    await Promise.all(all.filter((one) => one.connectionState !== 'closed').map(hear))
    watch()
    read()
  }

  /** @param {RTCPeerConnection} connection */
  async function hear(connection) {
    const receiver = connection.getReceivers().find((one) => one.track.kind === 'audio')
    if (receiver === undefined) return
    for (const raw of (await receiver.getStats()).values()) {
      if (raw.type !== 'inbound-rtp') continue
      const stats = /** @type {Record<string, number | undefined>} */ (raw)
      const { packetsReceived: packets = 0, totalAudioEnergy: energy = 0 } = stats
      const last = before.get(connection) ?? { packets: 0, energy: 0 }
      before.set(connection, { packets, energy })
      if (packets > last.packets) seen.sound.push(now())
      if (energy > last.energy + beep) seen.beeps.push(now())
      const { concealedSamples: concealed = 0, totalSamplesReceived: total = 0 } = stats
      seen.concealment.push({ at: now(), concealed, total })
    }
  }

  /** Every frame that is presented of the other side's picture, in whichever element it is. */
  function watch() {
    for (const video of document.querySelectorAll('.stage > video-tile video')) {
      if (!(video instanceof HTMLVideoElement) || watched.has(video)) continue
      watched.add(video)
      const next = () => {
        seen.frames.push(now())
        video.requestVideoFrameCallback(next)
      }
      video.requestVideoFrameCallback(next)
    }
  }

  /** What the page says over the call; null where there is no call on the screen. */
  function read() {
    const screen = document.querySelector('call-screen')
    const parts = [...(screen?.querySelectorAll('.call-said, .stage-words') ?? [])]
    const words = parts.map((part) => part.textContent ?? '').join(' ')
    const text = screen === null ? null : words.replace(/\s+/g, ' ').trim()
    if (seen.said.at(-1)?.text !== text) seen.said.push({ at: now(), text })
  }

  const again = () =>
    setTimeout(
      () =>
        void sample()
          .catch(() => {})
          .finally(again),
      everyMs,
    )
  again()
})()
