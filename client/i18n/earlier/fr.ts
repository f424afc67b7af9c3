import type { EarlierTexts } from './en.ts'

export const texts: EarlierTexts = {
  title: 'Vous pouvez passer plus tôt',
  now: (name, instead) => `${name} peut vous parler maintenant, au lieu de ${instead}.`,
  at: (name, time, instead) => `${name} peut vous parler à ${time}, au lieu de ${instead}.`,
  until: (time) => `Répondez avant ${time}.`,
  take: 'Oui, je passe plus tôt',
  keep: 'Non, je garde mon heure',
  taken: (name) => `Ce moment est pour vous. ${name} vous appelle ici.`,
  kept: (time) => `Vous gardez votre heure : ${time}.`,
  gone: (time) => `Ce moment n’est plus libre. Vous gardez votre heure : ${time}.`,
}
