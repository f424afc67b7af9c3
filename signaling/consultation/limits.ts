/** How long things last in a consultation, milliseconds. */

const second = 1000
const minute = 60 * second

/** A phone in a pocket rings on for about this long before voicemail takes over. */
export const ringMs = 45 * second

/** "I need 2 more minutes." */
export const deferralMs = 2 * minute

/** A page that lost its line is `away` for this long: a reload, a tunnel, a restart of the server. */
export const awayMs = 20 * second

/** A page in a call keeps its place longer than its presence: the media needs no server. */
export const heldPlaceMs = 90 * second

/** A call in which one side is missing stays open for this long. */
export const openCallMs = 10 * minute

/** Two pages that lost so many connections while nobody spoke do not keep one: the call will try by itself. */
export const standbyAttempts = 5
