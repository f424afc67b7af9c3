/** The sounds of Visite as notes; `sound.ts` plays them. Soft sines: to be noticed, not to frighten. */
export interface Note {
  readonly frequencyHz: number
  /** From the beginning of the tune. */
  readonly atMs: number
  readonly forMs: number
  /** 0 to 1. */
  readonly volume: number
}

const a4 = 440
const e5 = 659.26
const c5 = 523.25
const g4 = 392

const ringRoundMs = 3_000
const ringSounding = 600

/** As long as a ring may last: the server gives it 45 s, and this much more if its clock and ours differ. */
const ringRounds = 20

/** Two soft notes, 1.2 s on and 1.8 s off, rising to 80 % over three rounds. */
export function ringTune(): readonly Note[] {
  return Array.from({ length: ringRounds }, (_, round) => {
    const volume = Math.min(0.8, 0.3 + 0.25 * round)
    const atMs = round * ringRoundMs
    return [
      { frequencyHz: a4, atMs, forMs: ringSounding, volume },
      { frequencyHz: e5, atMs: atMs + ringSounding, forMs: ringSounding, volume },
    ]
  }).flat()
}

/** One round of the ring: what "Play the ringtone" lets people hear, as loud as it will become. */
export function ringSample(): readonly Note[] {
  return [
    { frequencyHz: a4, atMs: 0, forMs: ringSounding, volume: 0.8 },
    { frequencyHz: e5, atMs: ringSounding, forMs: ringSounding, volume: 0.8 },
  ]
}

export const tunes = {
  /** Somebody came into the waiting room. */
  arrival: [{ frequencyHz: c5, atMs: 0, forMs: 500, volume: 0.4 }],
  pause: [
    { frequencyHz: e5, atMs: 0, forMs: 150, volume: 0.3 },
    { frequencyHz: a4, atMs: 150, forMs: 200, volume: 0.3 },
  ],
  resume: [
    { frequencyHz: a4, atMs: 0, forMs: 150, volume: 0.3 },
    { frequencyHz: e5, atMs: 150, forMs: 200, volume: 0.3 },
  ],
  end: [
    { frequencyHz: c5, atMs: 0, forMs: 180, volume: 0.3 },
    { frequencyHz: g4, atMs: 180, forMs: 300, volume: 0.3 },
  ],
} as const satisfies Record<string, readonly Note[]>
export type TuneName = keyof typeof tunes
