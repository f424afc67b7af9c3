/** itsme as the routes see it: a test says what it answers. */
import type { Itsme } from '../identity/itsme/client.ts'
import type { ProviderKeys } from '../protocol/provider-keys.ts'
import type { Claimed } from '../rules/same-person.ts'

export interface FakeItsme extends Itsme {
  /** What comes of the next ways to it; an error is thrown. */
  answer: Claimed | Error
  /** With which it signs. */
  keys: ProviderKeys['keys']
  /** Thrown when the next way begins; null: it begins. */
  refusal: Error | null
  /** What it was asked with, the latest last. */
  readonly asked: { state: string; nonce: string; locale: string }[]
  /** How often it was asked what became of a way. */
  answered: number
}

/** Of the form of a signed token; nobody signed it. */
export const sampleIdToken = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzb21lYm9keSJ9.c2lnbmF0dXJl'

export function createFakeItsme(): FakeItsme {
  return {
    acr: 'http://itsme.services/v2/claim/acr_advanced',
    answer: {},
    refusal: null,
    keys: [],
    asked: [],
    answered: 0,
    providerKeys() {
      const { refusal, keys } = this
      if (refusal !== null) return Promise.reject(refusal)
      return Promise.resolve({
        issuer: 'https://itsme.example',
        clientId: 'visite',
        pinned: false,
        keys,
      })
    },
    publicKeys: () => Promise.resolve({ keys: [] }),
    addressFor({ state, nonce }, locale) {
      if (this.refusal !== null) return Promise.reject(this.refusal)
      this.asked.push({ state, nonce, locale })
      return Promise.resolve(`https://itsme.example/authorization?n=${this.asked.length}`)
    },
    answerFrom() {
      this.answered += 1
      const { answer } = this
      if (answer instanceof Error) return Promise.reject(answer)
      return Promise.resolve({ claimed: answer, idToken: sampleIdToken })
    },
  }
}
