import type { TrustTexts } from './en.ts'

export const texts: TrustTexts = {
  'words.title': 'Veiligheidswoorden',
  'words.close': 'Sluiten',
  'words.ask-worker': 'Lees ze aan elkaar voor. Niet dezelfde? Hang op en bel ons.',
  'words.ask-physician':
    'Lees ze aan elkaar voor. Niet dezelfde? Zeg het hier: het gesprek stopt dan.',
  'words.why': 'Zijn ze dezelfde, dan kan niemand meeluisteren.',
  'words.waiting': 'De woorden zijn er nog niet. Ze komen zo meteen.',
  'words.renewed': 'De woorden zijn nieuw: een pagina werd opnieuw geopend. Vergelijk ze nog eens.',
  'words.language': 'Toon ze in het',
  'words.same': 'Ze zijn dezelfde',
  'words.different': 'Niet dezelfde',
  'words.compared': 'U zei dat de woorden dezelfde zijn.',

  'stop.title': 'Geluid en beeld zijn gestopt',
  'stop.different': 'De woorden zijn niet dezelfde. Misschien luistert er iemand mee.',
  'stop.told': (name) =>
    `De pagina van ${name} stopte het gesprek. Misschien luistert er iemand mee.`,
  'stop.broken': 'De verbinding is niet meer dezelfde. Misschien luistert er iemand mee.',
  'stop.instead-worker': 'Bel ons, of kom langs. U verliest er niets mee.',
  'stop.instead-physician': 'Ga verder per telefoon, of plan een bezoek ter plaatse.',
  'stop.phone': (phone) => `Bel ${phone}`,
  'stop.in-person': 'Liever ter plaatse',
  'stop.leave': 'Gesprek verlaten',
}
