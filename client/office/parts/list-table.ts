import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Texts } from '../texts.ts'

/** A list of the office as a table; a row per item, whose last cell holds what can be done with it. */
export interface ListTable<Item> {
  readonly caption?: string
  /** The heads of all columns but the last, which has none to see. */
  readonly columns: readonly string[]
  readonly items: readonly Item[]
  /** Tells the items apart when they change places. */
  readonly keyOf: (item: Item) => string
  /** The `tr`; on a narrow screen its cells say their column themselves, by `data-label`. */
  readonly renderRow: (item: Item) => unknown
}

export function renderListTable<Item>(table: ListTable<Item>, texts: Texts) {
  const { caption, columns, items, keyOf, renderRow } = table
  return html`<table class="list">
    ${
      caption === undefined
        ? nothing
        : html`<caption>
            ${caption}
          </caption>`
    }
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        <th scope="col"><span class="unseen">${texts['common.more']}</span></th>
      </tr>
    </thead>
    <tbody>
      ${repeat(items, keyOf, renderRow)}
    </tbody>
  </table>`
}
