import type { AskTexts } from './en.ts'

export const texts: AskTexts = {
  'page.language': 'Taal',
  'page.loading': 'Een ogenblik.',
  'help': (service) => `Vragen? Bel ${service}.`,

  'form.title': 'Spreken met de arbeidsarts',
  'form.intro':
    'Hebt u een vraag over uw gezondheid en uw werk? U mag altijd een gesprek vragen. U hoeft niet te zeggen waarom.',
  'form.secret': 'Uw werkgever komt het niet te weten, tenzij u dat wilt.',
  'form.known':
    'Door uw link weten wij wie u bent. Wij schrijven naar het adres waarop u hem kreeg.',
  'form.first-name': 'Voornaam',
  'form.last-name': 'Naam',
  'form.birth-date': 'Geboortedatum',
  'form.employer': 'Uw werkgever',
  'form.reach':
    'Hoe kunnen wij u bereiken? Geef een e-mailadres, een telefoonnummer, of beide. Geef er geen dat anderen op het werk kunnen lezen.',
  'form.email': 'E-mailadres',
  'form.phone': 'Telefoonnummer',
  'form.language': 'In welke taal wilt u spreken?',
  'form.send': 'Een gesprek vragen',

  'moments.days': 'Op welke dagen past het u?',
  'moments.hint': 'Kies niets als elke dag past.',
  'moments.parts': 'Op welk moment van de dag?',
  'moments.morning': 'Voormiddag',
  'moments.afternoon': 'Namiddag',

  'tell.title': 'Mag uw werkgever weten dat u dit gesprek vraagt?',
  'tell.no': 'Nee',
  'tell.yes': 'Ja',

  'problem.missing': 'Vul uw voornaam, uw naam en uw werkgever in.',
  'problem.birth-date': 'Vul uw geboortedatum in.',
  'problem.reach': 'Vul een e-mailadres of een telefoonnummer in.',
  'problem.email': 'Dit e-mailadres kan niet kloppen. Kijk het nog eens na.',
  'problem.phone': 'Dit telefoonnummer kan niet kloppen. Kijk het nog eens na.',
  'problem.often':
    'Er kwamen veel vragen vanuit uw netwerk. Probeer het over een uur opnieuw, of bel ons.',
  'problem.failed':
    'Wij kunnen de dienst niet bereiken. Probeer opnieuw. Wat u invulde, staat er nog.',

  'earlier.question': 'Zou u vroeger komen?',
  'earlier.how':
    'Uw afspraak blijft. Komt er een vroeger moment vrij, dan schrijven wij u, en kiest u zelf.',
  'earlier.yes': 'Ja, schrijf mij',
  'earlier.title': 'Wij schrijven u',
  'earlier.body':
    'Komt er een vroeger moment vrij, dan krijgt u een e-mail. Zolang u het niet neemt, blijft uw afspraak.',

  'received.title': 'Wij hebben uw vraag ontvangen',
  'received.body': (day) => `U spreekt ten laatste op ${day} met een arts.`,
  'received.next': 'Wij schrijven of bellen u met een moment. U hoeft nu niets te doen.',

  'offer.open': 'Er is een moment vrij',
  'offer.accepted': 'Dit moment is voor u',
  'offer.declined': 'U hebt nee gezegd op dit moment',
  'offer.expired': 'De tijd om te antwoorden is voorbij',
  'offer.withdrawn': 'Dit moment is niet meer vrij',
  'offer.when': 'Wanneer',
  'offer.moment': (day, time) => `${day} om ${time}`,
  'offer.with': 'Met',
  'offer.where': 'Waar',
  'offer.own-phone': 'Via video, op uw eigen telefoon',
  'offer.instead': (moment) =>
    `Uw huidige afspraak is op ${moment}. Die verschuift naar hier als u dit moment neemt.`,
  'offer.until': (time) => `Wij houden het voor u vrij tot ${time}.`,
  'offer.take': 'Dit moment nemen',
  'offer.no': 'Nee, dank u',
  'offer.mail': 'Wij sturen u een e-mail met alles wat u nodig hebt.',
  'offer.go': 'Mijn afspraak openen',
  'offer.nothing': 'U hoeft niets te doen. Hebt u een afspraak, dan blijft die zoals ze is.',

  'invalid.title': 'Deze link werkt niet',
  'invalid.body':
    'Misschien is hij te oud, of ontbreekt er een stuk. Open hem opnieuw vanuit de e-mail.',
  'failed.title': 'Wij kunnen de dienst niet bereiken',
  'failed.body': 'Kijk uw verbinding na en probeer opnieuw.',
  'failed.retry': 'Opnieuw proberen',
}
