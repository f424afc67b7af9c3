import type { EarlierTexts } from './en.ts'

export const texts: EarlierTexts = {
  title: 'U kunt vroeger aan de beurt komen',
  now: (name, instead) => `${name} heeft nu al tijd voor u, in plaats van om ${instead}.`,
  at: (name, time, instead) => `${name} heeft om ${time} tijd voor u, in plaats van om ${instead}.`,
  until: (time) => `Antwoord vóór ${time}.`,
  take: 'Ja, ik kom vroeger',
  keep: 'Nee, ik behoud mijn eigen uur',
  taken: (name) => `Dit moment is voor u. ${name} belt u hier.`,
  kept: (time) => `U behoudt uw eigen uur: ${time}.`,
  gone: (time) => `Het vroegere moment is niet meer vrij. U behoudt uw eigen uur: ${time}.`,
}
