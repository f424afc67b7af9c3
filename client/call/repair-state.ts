/** The words of the second machine: why a path was lost, what is done about it, and what that waits for. */

export type RecoveryCause =
  | 'silence' // nothing came in
  | 'interrupted' // the browser noticed before anything else did
  | 'network-changed'
  | 'failed' // the browser gave the path up
  | 'closed' // the other side closed its end
  | 'renewed' // the other side asked for a new attempt

/** `none`: the path healed by itself. */
export type RecoveryMeans = 'none' | 'restart' | 'attempt'

/*
 *            line open                      ice-servers
 *   (begin) ───────────▶ asking ───────────────────────────────▶ restarted ────▶ waiting for the path
 *      │                   │ no answer: the line is doubted         ▲               │         │
 *      │                   ▼                                        │  not answered │         │ answered: a restart
 *      │            waiting for the line ──▶ (begin)                │               ▼         │ does not help
 *      │ line lost, silence ▲                                       │      waiting for the    │
 *      ├────────────────────┘          restart asked, line-opened   │      other side         ▼
 *      │ line lost, media flow         lead from anywhere to (begin)│               │      renewing ◀── peer-failed,
 *      └────────────────────────────────────────────────────────────┘      (begin) ◀┘         │         peer-closed
 *                                                                                             │ call-opened
 *                                                               (begin) ◀── waiting for the attempt
 *
 * A restart over a dead path would leave the two sides with different ideas of it, and a path that would have healed by
 * itself would not: with neither line nor media, nothing is done but to wait for one of them. For the same reason no new
 * attempt is asked for before the other side has been heard: its network may be back in a moment, and the path with it.
 * But where both sides speak and no media come, the browser clings to the old path for 4 s (measured, UDP blocked in the
 * call), and a new connection takes half of one.
 */
export type Repair =
  /** A TURN credential may have expired, and the answer proves the line (RFC 8489 section 9.2). */
  | { readonly kind: 'asking' }
  /** Just now. A request of the other side waits a moment: it may have crossed with this offer. */
  | { readonly kind: 'restarted'; readonly asked: boolean }
  | { readonly kind: 'waiting'; readonly for: 'line' | 'path' | 'other' | 'attempt' }
  /** A new attempt is asked for. */
  | { readonly kind: 'renewing' }
