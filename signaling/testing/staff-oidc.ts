/** The service's own sign-in as the routes see it: a test says whom it names. */
import type { StaffOidc } from '../identity/staff-oidc/client.ts'

export interface FakeStaffOidc extends StaffOidc {
  /** What comes of the next ways to it; an error is thrown, that of the address when it is asked for. */
  answer: { readonly subject: string; readonly email: string | Error | null } | Error
  /** Thrown when the next way begins; null: it begins. */
  refusal: Error | null
  /** With what it was asked, the latest last. */
  readonly asked: { state: string; nonce: string; locale: string }[]
  /** How often it was asked what became of a way. */
  answered: number
}

export function createFakeStaffOidc(): FakeStaffOidc {
  return {
    issuer: 'https://login.example.be',
    answer: { subject: 'sub-1', email: null },
    refusal: null,
    asked: [],
    answered: 0,
    addressFor({ state, nonce }, locale) {
      if (this.refusal !== null) return Promise.reject(this.refusal)
      this.asked.push({ state, nonce, locale })
      return Promise.resolve(`https://login.example.be/authorize?n=${this.asked.length}`)
    },
    answerFrom() {
      this.answered += 1
      const { answer } = this
      if (answer instanceof Error) return Promise.reject(answer)
      const { subject, email } = answer
      return Promise.resolve({
        subject,
        email: () => (email instanceof Error ? Promise.reject(email) : Promise.resolve(email)),
      })
    },
  }
}
