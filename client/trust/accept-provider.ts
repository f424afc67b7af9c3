/**
 * A change of itsme that is right after all: another number of our service, all keys at once. Our server cannot say so, for a
 * server that was broken into would. The administrator asks itsme itself and reads a code to the physician; only the code of
 * the very key that signed, typed here, makes this browser believe it.
 */
import type { ProviderAcceptance } from '../../signaling/protocol/provider-keys.ts'
import { isSpokenCode, spokenCodeOf } from '../../signaling/rules/spoken-code.ts'
import { noteAcceptance } from '../api/provider-keys.ts'
import {
  acceptProvider,
  browserMemory,
  type ProviderChange,
  type ProviderMemory,
} from './known-keys.ts'

export interface AcceptPorts {
  readonly note: (acceptance: ProviderAcceptance) => Promise<void>
  readonly memory: Pick<ProviderMemory, 'write'>
  readonly now: () => number
}

const inBrowser: AcceptPorts = {
  note: noteAcceptance,
  memory: browserMemory,
  now: () => Date.now(),
}

/** `not-noted`: it goes into the audit log, or is not done. */
export type Accepted = 'accepted' | 'other-code' | 'not-noted'

/** As many as the server takes. */
const mostKeys = 20

export async function acceptChange(
  change: ProviderChange,
  typed: string,
  { note, memory, now }: AcceptPorts = inBrowser,
): Promise<Accepted> {
  const { before, met } = change
  const { issuer, clientId, signer: key } = met
  const code = await spokenCodeOf({ issuer, clientId, thumbprint: key })
  if (!isSpokenCode(typed, code)) return 'other-code'
  const keys = Object.keys(before.keys).slice(-mostKeys)
  try {
    await note({
      before: { issuer: before.issuer, clientId: before.clientId, keys },
      now: { issuer, clientId, key },
    })
  } catch {
    return 'not-noted'
  }
  memory.write(acceptProvider(change, now()))
  return 'accepted'
}
