import { html } from 'lit'
import { icon } from '../ui/icon.ts'
import { telHref } from '../ui/tel-href.ts'

/** A number to phone instead; `words` names it. */
export function phoneLink(number: string, words: (number: string) => string) {
  return html`<a class="button" href=${telHref(number)}>
    ${icon('phone')} ${words(grouped(number))}
  </a>`
}

/** "+32 470 12 34 56" is read back more surely than a row of eleven digits. */
export function grouped(number: string): string {
  const belgian = /^\+32(4\d\d)(\d\d)(\d\d)(\d\d)$/.exec(number)
  return belgian === null ? number : `+32 ${belgian.slice(1).join(' ')}`
}
