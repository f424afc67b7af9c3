/**
 * Puts RED (RFC 2198) before Opus: each packet then repeats the one before it. At 20 % loss that leaves 2 % of the sound
 * to be guessed instead of 14 %, for some 30 kbit/s more. Both sides must ask for it. Browsers without it keep their order.
 */
export function preferRedundantAudio(transceiver: RTCRtpTransceiver): void {
  if (transceiver.receiver.track.kind !== 'audio') return
  const codecs = RTCRtpReceiver.getCapabilities('audio')?.codecs ?? []
  if (!codecs.some(isRed)) return
  transceiver.setCodecPreferences([
    ...codecs.filter(isRed),
    ...codecs.filter((codec) => !isRed(codec)),
  ])
}

function isRed(codec: { readonly mimeType: string }): boolean {
  return codec.mimeType.toLowerCase() === 'audio/red'
}
