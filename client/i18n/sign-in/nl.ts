import type { SignInTexts } from './en.ts'

export const texts: SignInTexts = {
  'signIn.title': 'Aanmelden',
  'signIn.looking': 'We kijken uw link na.',
  'signIn.noLink':
    'Open uw persoonlijke aanmeldlink. Uw dienst maakt er een voor u. De link werkt één keer.',
  'signIn.as': (name) => `Aanmelden als ${name}`,
  'signIn.asWho': 'Met deze link meldt zich aan:',
  'signIn.notYou': 'Bent u dit niet? Sluit deze pagina. Er is niets gewijzigd.',
  'signIn.role.physician': 'Arts',
  'signIn.role.planner': 'Planning',
  'signIn.enrol.title': 'Maak uw account',
  'signIn.enrol.why': 'Met deze link maakt u een nieuw account. De link werkt één keer.',
  'signIn.name': 'Uw naam',
  'signIn.name.hint': 'Zoals werknemers hem lezen, bijvoorbeeld: Dr. Lien Claes.',
  'signIn.name.missing': 'Vul uw naam in.',
  'signIn.email': 'Uw e-mailadres',
  'signIn.email.wrong': 'Vul een e-mailadres in, zoals naam@dienst.be.',
  'signIn.enrol.submit': 'Account maken en aanmelden',
  'signIn.busy': 'Een ogenblik: u wordt aangemeld.',
  'signIn.help': (service) => `Hulp: ${service}`,
  'signIn.reference': (reference) => `Referentie: ${reference}`,
  'signIn.retry': 'Opnieuw proberen',
}
