/** Why an address of the relay does not work: a code for each reason. */

/** Nobody answers there. */
export type Unreachable =
  | 'unknown-name' // no name server knows it
  | 'nobody-listens'
  | 'tls-failed' // no certificate that is trusted for this name, or no TLS
  | 'silent'

export type RelayProblem =
  | Unreachable
  | 'refused' // our credentials: another secret, or another time of day
  | 'full' // a quota is reached
  | 'failed' // any other answer
