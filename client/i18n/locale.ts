/** Which language a page, a mail or a date is in. Pure: the server uses it as the browser does. */
import type { Locale } from '../../signaling/protocol/primitives.ts'

/** For `Intl`: the Belgian forms, and British English for dates in that order. */
export const languageTags: Record<Locale, string> = {
  nl: 'nl-BE',
  fr: 'fr-BE',
  de: 'de-BE',
  en: 'en-GB',
}

/** Each language in its own words, as a language switch shows it. */
export const languageNames: Record<Locale, string> = {
  nl: 'Nederlands',
  fr: 'Français',
  de: 'Deutsch',
  en: 'English',
}

/** The same list as the protocol's, which would bring all its schemas into a page's first load: 12 kB. */
export const pageLocales = Object.keys(languageNames) as Locale[]

/** Returns the locale of a tag such as `fr-BE`, or null when Visite does not speak it. */
export function toLocale(tag: string): Locale | null {
  const language = tag.trim().toLowerCase().split('-')[0]
  return pageLocales.find((locale) => locale === language) ?? null
}

/** Returns the best locale of an Accept-Language header (RFC 9110, 12.5.4); English when none fits or it is rubbish. */
export function negotiateLocale(header: string | undefined): Locale {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.split(';')
      const quality = parameters
        .map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1])
        .find(Boolean)
      return { locale: toLocale(tag), quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
  return wishes.find((wish) => wish.locale !== null)?.locale ?? 'en'
}
