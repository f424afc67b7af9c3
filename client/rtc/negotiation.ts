/**
 * The descriptions of one connection, applied one at a time. Offers are numbered, and an answer repeats the number: what
 * comes late or twice is dropped. Only the initiator offers, so two offers never meet.
 */
import type { Signal } from '../../signaling/protocol/signal.ts'
import type { PeerOptions } from './peer-events.ts'
import type { Sending } from './sending.ts'

export type Description = Extract<Signal, { kind: 'description' }>

export interface NegotiationOptions {
  readonly initiator: boolean
  readonly connection: RTCPeerConnection
  readonly sending: Sending
  readonly isGone: () => boolean
  /** Candidates can be added from here on. */
  readonly described: () => void
  readonly tell: PeerOptions['tell']
}

export class Negotiation {
  readonly #options: NegotiationOptions
  #turn: Promise<void> = Promise.resolve()
  #offersMade = 0
  #lastOfferSeen = 0

  constructor(options: NegotiationOptions) {
    this.#options = options
  }

  offer(): void {
    const { connection } = this.#options
    this.#inTurn(async () => {
      await connection.setLocalDescription(await connection.createOffer())
      this.#offersMade += 1
      this.#tell('offer', this.#offersMade)
    })
  }

  accept(description: Description): void {
    this.#inTurn(() =>
      description.type === 'offer'
        ? this.#acceptOffer(description)
        : this.#acceptAnswer(description),
    )
  }

  async #acceptOffer({ sdp, number }: Description): Promise<void> {
    const { initiator, connection, sending, described } = this.#options
    // An initiator that takes an offer would roll its own back and lose its DTLS role.
    if (initiator || number <= this.#lastOfferSeen) return
    this.#lastOfferSeen = number
    await connection.setRemoteDescription({ type: 'offer', sdp })
    described()
    await sending.fillBoth(connection)
    await connection.setLocalDescription(await connection.createAnswer())
    this.#tell('answer', number)
  }

  async #acceptAnswer({ sdp, number }: Description): Promise<void> {
    const { connection, described } = this.#options
    const isAwaited = connection.signalingState === 'have-local-offer'
    if (number !== this.#offersMade || !isAwaited) return
    await connection.setRemoteDescription({ type: 'answer', sdp })
    described()
  }

  #tell(type: 'offer' | 'answer', number: number): void {
    const { connection, isGone, tell } = this.#options
    const sdp = connection.localDescription?.sdp
    if (sdp === undefined || isGone()) return
    tell({ type: 'signal', signal: { kind: 'description', type, sdp, number } })
  }

  /** A description that the browser refuses is a failed attempt, never a broken page. */
  #inTurn(task: () => Promise<void>): void {
    const { isGone, tell } = this.#options
    this.#turn = this.#turn
      .then(() => (isGone() ? undefined : task()))
      .catch(() => {
        if (!isGone()) tell({ type: 'failed' })
      })
  }
}
