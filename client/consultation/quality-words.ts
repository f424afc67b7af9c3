/** The words for a call's quality: what is less than it was, whose side is weak, and what that person can do. Pure. */
import type { ConsultationTexts } from '../i18n/consultation/en.ts'
import { lowerOf, type Rung } from '../quality/ladder.ts'
import type { Quality } from '../quality/quality.ts'

/** The worse of the two directions. */
export function worstRung({ own, other }: Quality): Rung {
  return lowerOf(own, other)
}

/** Nothing at all while all is well. */
export function qualitySentences(
  quality: Quality,
  texts: ConsultationTexts,
  name: string,
): readonly string[] {
  const rung = worstRung(quality)
  if (rung === 'full') return []
  const picture = texts[`quality.picture-${whosePicture(quality, rung)}`]
  const subject = typeof picture === 'string' ? picture : picture(name)
  const says = texts[`quality.says-${rung}`]
  return [
    weakness(quality, texts, name),
    typeof says === 'string' ? says : says(subject),
    ...advice(quality, texts, name),
  ]
}

function whosePicture({ own, other }: Quality, worst: Rung): 'own' | 'other' | 'both' {
  if (own === other) return 'both'
  return own === worst ? 'own' : 'other'
}

function weakness({ weak }: Quality, texts: ConsultationTexts, name: string): string {
  const text = texts[`quality.weak-${weak ?? 'unclear'}`]
  return typeof text === 'string' ? text : text(name)
}

function advice({ weak }: Quality, texts: ConsultationTexts, name: string): readonly string[] {
  if (weak === 'own' || weak === 'both') return [texts['quality.advice-own']]
  return weak === 'other' ? [texts['quality.advice-other'](name)] : []
}
