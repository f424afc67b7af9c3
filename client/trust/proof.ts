/**
 * Who is at the other end of a call's connection: the worker's page proves it, the physician's page checks it. Once for each
 * pair of keys: a proof is for one connection's keys, and the other page cannot keep this one busy.
 *
 *   none ──keys stand──▶ proving                                   on the worker's page
 *    ▲ └──keys stand──▶ awaited ──proof──▶ heard (verdict follows)  on the physician's
 *    │                     └──10 s──▶ missed ──proof──▶ heard
 *    └──keys fall── any
 */
import type { Participant } from '../../signaling/protocol/consultation.ts'
import type { NoteBody } from '../call/notes.ts'
import type { After } from '../call/timers.ts'
import type { IdentityProof, ProofContext } from './identity-proof.ts'
import type { IdentityVerdict } from './identity-verdict.ts'

export interface ProofPorts {
  readonly participant: Participant
  readonly after: After
  readonly say: (proof: IdentityProof) => void
  /** On a worker's page: what proves who they are on this connection; null: nothing does. */
  readonly prove?: (context: ProofContext) => Promise<IdentityProof | null>
  /** On a physician's page: what such a proof is worth. */
  readonly check?: (body: NoteBody, context: ProofContext) => Promise<IdentityVerdict>
  /** There is a verdict, or another one. */
  readonly judged: () => void
}

export interface Proof {
  /** Null: not yet known, and never on a worker's page. */
  verdict(): IdentityVerdict | null
  /** Both sides have the same keys before them. */
  keysStand(context: ProofContext): void
  /** What was proved for one pair of keys says nothing of another. */
  keysFall(): void
  hear(body: NoteBody): void
}

type State =
  | { readonly phase: 'none' }
  | { readonly phase: 'proving'; readonly context: ProofContext }
  | { readonly phase: 'awaited'; readonly context: ProofContext; readonly cancel: () => void }
  | { readonly phase: 'missed'; readonly context: ProofContext }
  /** `verdict`: what is shown until the check has ended. */
  | { readonly phase: 'heard'; readonly verdict: IdentityVerdict | null }

/** A proof leaves as soon as the words stand. */
const overdueMs = 10_000
const missing: IdentityVerdict = { kind: 'unproved', code: 'none' }

export function createProof({ participant, after, say, prove, check, judged }: ProofPorts): Proof {
  let state: State = { phase: 'none' }

  /** Without a proof the other side says that there is none. */
  async function tell(context: ProofContext): Promise<void> {
    const proof = await prove?.(context).catch(() => null)
    if (proof && state.phase === 'proving' && state.context === context) say(proof)
  }

  function verdict(): IdentityVerdict | null {
    if (state.phase === 'missed') return missing
    return state.phase === 'heard' ? state.verdict : null
  }

  function keysFall(): void {
    if (state.phase === 'awaited') state.cancel()
    state = { phase: 'none' }
  }

  async function judge(found: Promise<IdentityVerdict>): Promise<void> {
    const heard: State = { phase: 'heard', verdict: verdict() }
    state = heard
    const judgement = await found
    if (state !== heard) return
    state = { phase: 'heard', verdict: judgement }
    judged()
  }

  return {
    verdict,
    keysFall,

    keysStand(context) {
      keysFall()
      if (participant === 'worker') {
        state = { phase: 'proving', context }
        void tell(context)
        return
      }
      const cancel = after(overdueMs, () => {
        state = { phase: 'missed', context }
        judged()
      })
      state = { phase: 'awaited', context, cancel }
    },

    hear(body) {
      if (check === undefined || (state.phase !== 'awaited' && state.phase !== 'missed')) return
      if (state.phase === 'awaited') state.cancel()
      // The library that checks may take a while to come: nothing waits for it.
      void judge(check(body, state.context))
    },
  }
}
