/**
 * The calm sentence over the picture while the connection is weak, with the number where it says to telephone. The live
 * region stands always, so that it is read.
 */
import { html, nothing } from 'lit'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { Quality } from '../quality/quality.ts'
import { icon } from '../ui/icon.ts'
import { renderPhone } from './call-banner.ts'
import { qualitySentences, worstRung } from './quality-words.ts'

export interface ChipWords {
  readonly texts: ConsultationTexts
  readonly name: string
  /** Empty where none is known. */
  readonly phone: string
}

export function renderQualityChip(quality: Quality | null, words: ChipWords) {
  const isWeak = quality !== null && worstRung(quality) !== 'full'
  return html`<div role="status">${isWeak ? renderChip(quality, words) : nothing}</div>`
}

function renderChip(quality: Quality, words: ChipWords) {
  return html`<p class="quality-chip">
    ${icon('wifi')}
    <span
      >${qualitySentences(quality, words.texts, words.name).join(' ')}
      ${worstRung(quality) === 'phone' ? renderPhone(words) : nothing}</span
    >
  </p>`
}
