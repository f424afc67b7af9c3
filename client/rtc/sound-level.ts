/** How loud the microphone is, ten times a second: for the meter that shows people that they are heard. */

/** From here on it is a voice and not a quiet room; root mean square of full scale, tried with phones at arm's length. */
export const voiceLevel = 0.02

/** Calls back with 0 to 1; returns the function that stops. Null when the stream has no sound. */
export function openSoundLevel(
  stream: MediaStream,
  context: AudioContext,
  listener: (level: number) => void,
): (() => void) | null {
  if (stream.getAudioTracks().length === 0) return null
  const source = context.createMediaStreamSource(stream)
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    listener(loudnessOf(samples))
  }, 100)
  return () => {
    clearInterval(timer)
    source.disconnect()
  }
}

/** Root mean square: what the ear takes for loudness, unlike the peak. */
function loudnessOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  return samples.length === 0 ? 0 : Math.min(1, Math.sqrt(sum / samples.length))
}
