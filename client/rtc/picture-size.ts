/** How large the picture leaves: small at first, whole a moment later, and not at all while nobody can get it. */

/*
 *            a camera, and what is sent arrives         its time is over
 *   small ─────────────────────────────────────▶ growing ───────────────▶ whole
 *     ▲  │                                          │                        │
 *     │  └──────────────────────────────────────────┴───────── held ─────────┤
 *     │                                                                      ▼
 *     └────────────────────────────── released ──────────────────────────── held
 */
export type PictureSize =
  | { readonly phase: 'small' }
  /** Still small. */
  | { readonly phase: 'growing'; readonly timer: ReturnType<typeof setTimeout> }
  | { readonly phase: 'whole' }
  /** None is sent. */
  | { readonly phase: 'held' }

/**
 * The first pictures are small: the first of all is a whole one, and is encoded, sent and decoded in 94 ms instead of 130
 * (measured, 160 by 120 instead of 640 by 480; half the size takes 116). Other things tried there did not help: a start
 * bit rate in the description, an empty jitter buffer, a picture that joins its stream before anything comes out of it.
 */
export const smallBy = 4
export const smallMs = 500
/**
 * After a long outage the browser believes in a line of some 100 kbit/s, and finds out about the real one with what it sends.
 * A connection made anew finds out likewise, over TCP at its slowest.
 */
export const smallAgainMs = 2_000
