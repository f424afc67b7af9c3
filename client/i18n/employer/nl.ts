import type { EmployerTexts } from './en.ts'

export { texts as errors } from '../errors/nl.ts'
export { texts as signIn } from '../sign-in/nl.ts'

export const texts: EmployerTexts = {
  'page.title': 'De afspraken van uw werknemers',
  'page.opening': 'De pagina wordt geopend.',
  'page.language': 'Taal',
  'page.own-access': 'Mijn aanmelding',
  'page.sign-out': 'Afmelden',
  'page.signed-out': 'U bent afgemeld.',
  'page.help': (phone) => `Hulp: ${phone}`,
  'page.retry': 'Opnieuw proberen',
  'page.lead':
    'Wanneer de arts in uw lokalen onderzoekt, en wanneer uw werknemers daarvoor weg zijn. U ziet hier niets medisch.',
  'sessions.title': 'De arts in uw lokalen',
  'sessions.none': 'Er is nog geen zitting gepland. We schrijven u.',
  'absences.title': 'Weg voor een medische afspraak',
  'absences.about':
    'Dit zijn onderzoeken die u volgens de wet laat doen. Ze tellen als arbeidstijd.',
  'absences.none': 'Er zijn geen afwezigheden gepland.',
  'rooms.title': 'Uw lokalen',
  'rooms.none': 'We kennen nog geen lokaal van u.',
  'rooms.unchecked': 'Nog niet nagekeken.',
  'rooms.fit': (when) => `In orde, nagekeken op ${when}.`,
  'rooms.unfit': (when) => `Niet geschikt, gemeld op ${when}.`,
  'rooms.check': 'Lokaal nakijken',
  'check.title': 'Bekijk het lokaal voor de zitting van de arts:',
  'check.door': 'De deur gaat dicht, en niemand hoort wat er binnen wordt gezegd.',
  'check.view': 'Niemand kan naar binnen kijken.',
  'check.seat': 'Er staan een tafel en een stoel, en er is een stopcontact.',
  'check.sign': 'Een bordje op de deur zegt dat het lokaal bezet is.',
  'check.missing': 'Vink alle vier aan, of meld dat het lokaal niet geschikt is.',
  'check.ready': 'Het lokaal is in orde',
  'check.unfit': 'Dit lokaal is niet geschikt',
  'code.title': 'Of meld u aan met een code',
  'code.email': 'Uw e-mailadres',
  'code.email-wrong': 'Vul een e-mailadres in, zoals naam@bedrijf.be.',
  'code.ask': 'Stuur mij een code',
  'code.sent': (email) =>
    `Als we ${email} kennen, is er een code van 6 cijfers onderweg. Ze werkt tien minuten.`,
  'code.digits': 'Code van 6 cijfers',
  'code.enter': 'Aanmelden',
  'code.again': 'Een ander adres, of een nieuwe code',
  'code.wrong': 'Dit is de code niet, of ze werkt niet meer. Kijk nog eens, of vraag een nieuwe.',
}
