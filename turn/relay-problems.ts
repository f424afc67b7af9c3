/** Why an address of the relay does not work: a code for each reason. */

/** Nobody answers there. */
export const unreachables = [
  'unknown-name', // no name server knows it
  'nobody-listens',
  'tls-failed', // no certificate that is trusted for this name, or no TLS
  'silent',
] as const
export type Unreachable = (typeof unreachables)[number]

export const relayProblems = [
  ...unreachables,
  'refused', // our credentials: another secret, or another time of day
  'full', // a quota is reached
  'failed', // any other answer
] as const
export type RelayProblem = (typeof relayProblems)[number]
