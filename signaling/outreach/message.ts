/** A message as its parts, from which both the text and the HTML are made: they cannot say different things. */
import type { Locale } from '../protocol/primitives.ts'

export type Part =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'facts'
      readonly rows: readonly { readonly label: string; readonly value: string }[]
    }
  | { readonly kind: 'list'; readonly title: string; readonly items: readonly string[] }
  /** The one thing to do. */
  | { readonly kind: 'button'; readonly text: string; readonly url: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

export interface Message {
  readonly locale: Locale
  readonly title: string
  readonly parts: readonly Part[]
  /** Between a label and what it names: French sets a blank before it. */
  readonly colon: string
  /** The service's name: over the HTML, under the text. */
  readonly signature: string
  /** The same in the reader's own language, where another one is the law's; said to be a translation. */
  readonly translation?: Message & {
    /** Over the whole, in that language. */
    readonly below: string
    /** Over the translation. */
    readonly note: string
  }
}
