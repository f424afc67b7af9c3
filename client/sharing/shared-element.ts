/** What every element of the shared things has: what is shared, whom with, and a drawing after each change. */
import { LitElement } from 'lit'
import { property } from 'lit/decorators.js'
import type { Sharing } from './sharing.ts'

export class SharedElement extends LitElement {
  @property({ attribute: false }) sharing!: Sharing
  @property() otherName = ''

  #stopListening = () => {}

  protected override createRenderRoot() {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stopListening = this.sharing.subscribe(() => this.requestUpdate())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopListening()
  }
}
