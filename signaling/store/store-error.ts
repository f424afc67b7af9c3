/** Why a database could not be opened, as one sentence for the administrator. */
export class StoreError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.name = 'StoreError'
  }
}
