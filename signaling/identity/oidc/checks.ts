/** What binds a provider's answer to our question; made new for each. */
export interface OidcChecks {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}
