/** What one connection may cost. Times in milliseconds. */

/** From the upgrade to the first message. */
export const helloMs = 5_000

/** A login has one page, perhaps a second that asks "Use here?", and lines that died unnoticed. */
export const connectionsPerLogin = 4

/** The server's own ping keeps proxies from cutting idle lines at 60 s. */
export const pingEveryMs = 20_000
export const sweepEveryMs = 2_000
/** How long a login that was withdrawn may keep its line. */
export const loginsEveryMs = 5_000
/** A login in a call holds so long from now, and no longer after it: as long as a call waits for a missing side, and a bit. */
export const loginInCallMs = 12 * 60_000
/** Silence after which a line is dead: with the sweep that notices it, 30 s. */
export const deadAfterMs = 30_000 - sweepEveryMs
/** A sweep that comes this much too late tells of a stalled process, not of silent pages. */
export const stallMs = 3_000

/** How long a page may take to answer a close before its line is cut. */
export const closeGraceMs = 2_000

/** Bytes that wait for a slow reader; ten times the largest burst of one call. */
export const maxBufferedBytes = 1024 * 1024

/** An attempt is some 40 messages and 20 kB; an ICE restart half of that. */
export const messageBudget = { capacity: 200, perSecond: 20 }
export const byteBudget = { capacity: 1024 * 1024, perSecond: 64 * 1024 }
