import type { EarlierTexts } from './en.ts'

export const texts: EarlierTexts = {
  title: 'Vous pouvez passer plus tôt',
  now: (name, instead) => `${name} a du temps pour vous maintenant, au lieu de ${instead}.`,
  at: (name, time, instead) => `${name} a du temps pour vous à ${time}, au lieu de ${instead}.`,
  until: (time) => `Répondez avant ${time}.`,
  take: 'Oui, je passe plus tôt',
  keep: 'Non, je garde mon heure',
  taken: (name) => `Ce moment est à vous. ${name} vous appelle ici.`,
  kept: (time) => `Vous gardez votre heure : ${time}.`,
  gone: (time) => `Le moment plus tôt n’est plus libre. Vous gardez votre heure : ${time}.`,
}
