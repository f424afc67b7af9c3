/** The calm sentence over the picture while the connection is weak. The live region stands always, so that it is read. */
import { html, nothing } from 'lit'
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import type { Quality } from '../quality/quality.ts'
import { icon } from '../ui/icon.ts'
import { qualitySentences } from './quality-words.ts'

export function renderQualityChip(quality: Quality | null, texts: ConsultationTexts, name: string) {
  const sentences = quality === null ? [] : qualitySentences(quality, texts, name)
  const chip = html`<p class="quality-chip">${icon('wifi')}<span>${sentences.join(' ')}</span></p>`
  return html`<div role="status">${sentences.length === 0 ? nothing : chip}</div>`
}
