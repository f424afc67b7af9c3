/** What this browser and its authenticators make and sign. The server says for what; here stands what is the same for every passkey. */
import type {
  PasskeyMade,
  PasskeyOrder,
  PasskeyQuestion,
  PasskeyUsed,
} from '../../signaling/protocol/own-access.ts'
import type { PageErrorCode } from './error-codes.ts'
import { ApiError } from './request.ts'

/** Five minutes: as long as the server's challenge is good. */
const timeout = 5 * 60_000
/** EdDSA, ES256, RS256 (IANA COSE algorithms): the last for Windows Hello. */
const algorithms = [-8, -7, -257]

export async function makePasskey({
  challenge,
  rp,
  user,
  known,
}: PasskeyOrder): Promise<PasskeyMade> {
  const { startRegistration } = await load()
  const made = await startRegistration({
    optionsJSON: {
      challenge,
      rp,
      user,
      timeout,
      pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
      authenticatorSelection: {
        // Signing in asks for no name, so the authenticator must find its passkey by itself.
        residentKey: 'required',
        requireResidentKey: true,
        userVerification: 'required',
      },
      // Which make of device somebody owns is not ours to know.
      attestation: 'none',
      excludeCredentials: known.map(({ id }) => ({ id, type: 'public-key' })),
    },
  }).catch(explain)
  const { clientDataJSON, attestationObject, transports = [] } = made.response
  return {
    id: made.id,
    clientData: clientDataJSON,
    attestation: attestationObject,
    transports: transports.slice(0, 8),
  }
}

/** Lets the person choose one of their passkeys and signs with it. */
export async function usePasskey({ challenge, rpId }: PasskeyQuestion): Promise<PasskeyUsed> {
  const { startAuthentication } = await load()
  const used = await startAuthentication({
    optionsJSON: { challenge, rpId, timeout, userVerification: 'required' },
  }).catch(explain)
  const { clientDataJSON, authenticatorData, signature, userHandle = null } = used.response
  return { id: used.id, clientData: clientDataJSON, authenticatorData, signature, userHandle }
}

/** Asked for when it is first needed: the page of somebody who is signed in has no use for it. */
async function load() {
  const library = await import('@simplewebauthn/browser')
  if (!library.browserSupportsWebAuthn()) throw new ApiError('passkey-not-possible')
  return library
}

const codes: Readonly<Record<string, PageErrorCode>> = {
  NotAllowedError: 'passkey-cancelled',
  AbortError: 'passkey-cancelled',
  InvalidStateError: 'passkey-known-here',
}

/** A browser's error names (Web Authentication 3, 5.1.3) as codes of ours. */
function explain(error: unknown): never {
  const name = error instanceof Error ? error.name : ''
  throw new ApiError(codes[name] ?? 'passkey-not-possible')
}
