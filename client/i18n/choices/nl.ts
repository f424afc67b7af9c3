import type { ChoiceTexts } from './en.ts'

export const texts: ChoiceTexts = {
  'title': 'Komt u?',
  'confirm': 'Ja, ik kom',
  'confirmed': 'U hebt gezegd dat u komt. Dank u.',
  'move': 'Een ander moment',
  'decline': 'Ik kan niet komen',
  'until': (day, time) => `U kunt dit veranderen tot ${day} om ${time}.`,
  'slots-title': 'Kies een ander moment',
  'slot': (day, time) => `${day} om ${time}`,
  'loading': 'We zoeken vrije momenten…',
  'none': (phone) => `Er is nu geen ander moment vrij. Bel ons: ${phone}`,
  'taken': 'Iemand anders heeft dat moment net genomen. Kies een ander.',
  'decline-title': 'U kunt niet komen',
  'decline-body': 'Dan vervalt uw afspraak. We nemen contact met u op voor een nieuwe.',
  'decline-yes': 'Mijn afspraak annuleren',
  'back': 'Terug',
  'visits-title': 'Kies nu een moment',
  'visits-wait': 'Of wacht: wij contacteren u.',
  'visits-why': 'Niemand vraagt waarom, en uw werkgever verneemt het niet.',
}
