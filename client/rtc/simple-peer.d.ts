/**
 * The part of simple-peer 9.11.1 that we build on. Names with an underscore are its inner hooks: it is frozen upstream
 * and pinned exactly, so they will not move.
 */
declare module 'simple-peer' {
  interface Options {
    initiator: boolean
    config: RTCConfiguration
  }

  interface Events {
    signal: (signal: RawSignal) => void
    connect: () => void
    data: (data: unknown) => void
    error: (error: Error) => void
    close: () => void
  }

  export type RawSignal =
    | { type: 'offer' | 'answer'; sdp: string }
    | { type: 'candidate'; candidate: RTCIceCandidateInit }
    | { type: 'renegotiate'; renegotiate: true }
    | { type: 'transceiverRequest'; transceiverRequest: { kind: string } }

  export default class SimplePeer {
    constructor(options: Options)
    readonly initiator: boolean
    readonly connected: boolean
    readonly destroyed: boolean
    readonly destroying: boolean
    /** Bytes of the channel that have not left yet. */
    readonly bufferSize: number
    on<Name extends keyof Events>(name: Name, listener: Events[Name]): this
    emit<Name extends keyof Events>(name: Name, ...values: Parameters<Events[Name]>): boolean
    signal(signal: RawSignal): void
    send(text: string): void
    destroy(error?: Error): void
    protected readonly _pc: RTCPeerConnection
    protected _pendingCandidates: RTCIceCandidateInit[]
    protected _createOffer(): void
    protected _addIceCandidate(candidate: RTCIceCandidateInit): void
    protected _onIceStateChange(): void
    protected _onConnectionStateChange(): void
  }
}
