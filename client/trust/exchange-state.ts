/** The words of the exchange that the two pages of a call lead over their own connection, before two people compare. */

/** SHA-256 of the DTLS certificate of each side, as its page sees them: 64 hexadecimal digits. */
export interface Keys {
  readonly physician: string
  readonly worker: string
}

/** What this page brings into a run of the exchange. */
export interface Own {
  readonly keys: Keys
  /** Secret until the other side has bound itself too. */
  readonly nonce: string
  readonly commitment: string
}

/** Four numbers below 1024: which words of the list. */
export type Picks = readonly [number, number, number, number]

/** Why sound and picture were stopped. */
export type Breach =
  | 'reveal-first' // the other side gave its number away before it was bound to it
  | 'commitment-changed' // it bound itself twice
  | 'wrong-reveal' // its number, or a key that it sees, is not what it was bound to
  | 'reflected' // it said back what this page had said
  | 'key-changed' // other keys on the same connection, or none that can be told
  | 'no-answer' // other keys on a new connection, and no new words for them
  | 'different' // this person: the words are not the same
  | 'told' // the other side has stopped

/*
 *            opened                    commit                          reveal
 *  resting ─────────▶ committed ────────────────────▶ revealed ───────────────────▶ agreed
 *                       │   ▲                           │  │                        │  │  ▲
 *                       │   └──── opened, other keys ───┼──┴────────────────────────┘  └──┘ opened, same keys;
 *                       │                               │                              │    marked as the same
 *                       │ reveal: reveal-first          │ commit: commitment-changed   │
 *                       │ commit: reflected             │ reveal: wrong-reveal,        │ commit: commitment-changed
 *                       ▼                               ▼         reflected            ▼
 *                     broken ◀───── key-changed · different · told · overdue where the keys had changed
 *
 * A page that was bound says its commitment again with each new connection of the call, and whoever has revealed says that
 * again on hearing it: whatever of the exchange is lost, and whichever page begins later, both come to the end of it.
 */
export type Exchange = Resting | Committed | Revealed | Agreed | Broken

/** There was no connection yet. */
export interface Resting {
  readonly phase: 'resting'
}

interface Begun {
  readonly own: Own
  /** Other keys were here before: new words are owed, in time. */
  readonly renewed: boolean
}

/** Bound, and waits for the other side to bind itself. */
export interface Committed extends Begun {
  readonly phase: 'committed'
}

/** Both are bound; the own number is told. */
export interface Revealed extends Begun {
  readonly phase: 'revealed'
  readonly theirs: string
}

/** The words stand. */
export interface Agreed extends Begun {
  readonly phase: 'agreed'
  readonly theirs: string
  readonly picks: Picks
  /** This person has compared them. */
  readonly same: boolean
}

export interface Broken {
  readonly phase: 'broken'
  readonly breach: Breach
}

export type ExchangeEvent =
  /** A connection of this call carries notes; `own` is used where its keys are new. */
  | { readonly type: 'opened'; readonly own: Own }
  | { readonly type: 'commit'; readonly commitment: string }
  /** With what follows from the number: the commitment to it, and the words. */
  | {
      readonly type: 'reveal'
      readonly nonce: string
      readonly commitment: string
      readonly picks: Picks
    }
  | { readonly type: 'key-changed' }
  /** So long after `opened`. */
  | { readonly type: 'overdue' }
  /** The person has compared. */
  | { readonly type: 'same' }
  | { readonly type: 'different' }
  /** The other side says that it stopped. */
  | { readonly type: 'told' }

export type TrustMessage =
  | { readonly step: 'commit'; readonly commitment: string }
  | { readonly step: 'reveal'; readonly nonce: string }
  | { readonly step: 'stop' }

export interface ExchangeStep {
  readonly state: Exchange
  /** To be said in this order. */
  readonly say: readonly TrustMessage[]
}
