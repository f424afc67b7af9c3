import type { EarlierTexts } from './en.ts'

export const texts: EarlierTexts = {
  title: 'U kunt vroeger aan de beurt',
  now: (name, instead) => `${name} heeft nu tijd voor u, in plaats van om ${instead}.`,
  at: (name, time, instead) => `${name} heeft om ${time} tijd voor u, in plaats van om ${instead}.`,
  until: (time) => `Antwoord voor ${time}.`,
  take: 'Ja, ik kom vroeger',
  keep: 'Nee, ik houd mijn eigen uur',
  taken: (name) => `Dit moment is voor u. ${name} belt u hier.`,
  kept: (time) => `U houdt uw eigen uur: ${time}.`,
  gone: (time) => `Het vroegere moment is niet meer vrij. U houdt uw eigen uur: ${time}.`,
}
