/** Sound for a browser's made-up microphone, as a WAV file (RIFF, 16 bits, one channel) that it plays again and again. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const sampleRate = 48_000

/** One second of nothing at all, or of a tone as loud as a voice. */
export function makeSoundFile(sound: 'nothing' | 'tone') {
  const folder = mkdtempSync(join(tmpdir(), 'visite-sound-'))
  const file = join(folder, `${sound}.wav`)
  writeFileSync(file, toWav(sound === 'tone' ? 0.3 : 0))
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function toWav(volume: number): Buffer {
  const data = Buffer.alloc(sampleRate * 2)
  for (let at = 0; at < sampleRate; at++) {
    const value = Math.sin((2 * Math.PI * 440 * at) / sampleRate) * volume
    data.writeInt16LE(Math.round(value * 32_767), at * 2)
  }
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(36 + data.length, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(sampleRate, 24)
  head.writeUInt32LE(sampleRate * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36)
  head.writeUInt32LE(data.length, 40)
  return Buffer.concat([head, data])
}
