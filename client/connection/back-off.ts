/**
 * How long to wait between tries to connect, and how long one try may take. Milliseconds; `failures` counts from 1.
 *
 * A page in a call wants the line back within a moment of the network's return, and two things stand in its way. A SYN into
 * the void is sent again after 1, 3 and 7 s: a try that is given up after 2 s leaves gaps of 1 s, one of 5 s gaps of 2 s.
 * And Chromium holds new sockets of a page back after many failures: unnoticeably up to the tenth, by 0.1 to 1 s around the
 * fourteenth, by up to 5 s from the sixteenth on (measured). So the first tries are short, and later ones few.
 */

const firstMs = 500
/** After a minute without network people look at the screen: five seconds are bearable then. */
const longestMs = 5_000
/** In a call nobody is to wait longer for a server that restarts. */
const longestInCallMs = 2_000

/**
 * From the start of one try to the start of the next, whatever became of it: a refused try fails at once. Spread by a
 * quarter, so that a restarted server does not meet everyone in one moment.
 */
export function retryEveryMs(failures: number, inCall: boolean, random: () => number): number {
  const longest = inCall ? longestInCallMs : longestMs
  return Math.min(longest, firstMs * 2 ** (failures - 1)) * (0.75 + random() / 2)
}

/** A pause after a try that took its whole time. */
export function pauseMs(random: () => number): number {
  return 100 + random() * 200
}

/** Once a server has answered, it may be greeting thousands: who gives up comes again at the queue's end. */
export const greetingLimitMs = 8_000

/** A healthy network answers within 3 s; every second try waits for so long from the start, for the sake of slow ones. */
export function connectLimitMs(failures: number, inCall: boolean): number {
  if (failures >= 16) return 8_000
  if (!inCall) return failures < 10 ? 3_000 : 8_000
  if (failures >= 8) return 5_000
  return failures % 2 === 0 ? 3_000 : 2_000
}
