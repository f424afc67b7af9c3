/** itsme as the routes see it: a test says what it answers. */
import type { Itsme } from '../identity/itsme/client.ts'
import type { Claimed } from '../rules/same-person.ts'

export interface FakeItsme extends Itsme {
  /** What comes of the next ways to it; an error is thrown. */
  answer: Claimed | Error
  /** Thrown when the next way begins; null: it begins. */
  refusal: Error | null
  /** What it was asked with, the latest last. */
  readonly asked: { state: string; nonce: string; locale: string }[]
}

export function createFakeItsme(): FakeItsme {
  return {
    acr: 'http://itsme.services/v2/claim/acr_advanced',
    answer: {},
    refusal: null,
    asked: [],
    publicKeys: () => Promise.resolve({ keys: [] }),
    addressFor({ state, nonce }, locale) {
      if (this.refusal !== null) return Promise.reject(this.refusal)
      this.asked.push({ state, nonce, locale })
      return Promise.resolve(`https://itsme.example/authorization?n=${this.asked.length}`)
    },
    claimsFrom() {
      const { answer } = this
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
  }
}
