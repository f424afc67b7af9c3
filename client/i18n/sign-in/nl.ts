import type { SignInTexts } from './en.ts'

export const texts: SignInTexts = {
  'signIn.title': 'Aanmelden',
  'signIn.looking': 'We kijken uw link na.',
  'signIn.noLink':
    'Meld u aan met de passkey die u met uw link hebt gemaakt: met uw vingerafdruk, uw gezicht of de pincode van uw toestel.',
  'signIn.use': 'Aanmelden met een passkey',
  'signIn.own': (service) => `Aanmelden met uw account van ${service}`,
  'signIn.own.going': 'U gaat nu naar de aanmelding van uw dienst.',
  'signIn.own.cancelled': 'U hebt de aanmelding bij uw dienst afgebroken. Er is niets veranderd.',
  'signIn.own.again': 'Dat duurde te lang, of deze aanmelding is al gebruikt. Meld u opnieuw aan.',
  'signIn.own.other-browser': 'U bent in een andere browser begonnen. Begin hier opnieuw.',
  'signIn.own.unavailable':
    'De aanmelding van uw dienst antwoordt nu niet. Gebruik uw passkey, of probeer het later opnieuw.',
  'signIn.own.failed':
    'Het antwoord van de aanmelding van uw dienst was niet te vertrouwen. Probeer opnieuw, of gebruik uw passkey.',
  'signIn.own.no-account':
    'De aanmelding van uw dienst kent u, maar hier hoort er geen account bij. Gebruik uw passkey, of vraag het aan de planning van uw dienst.',
  'signIn.own.email-not-confirmed':
    'De aanmelding van uw dienst bevestigt uw e-mailadres niet. Daarom is uw account hier niet te vinden. Gebruik uw passkey.',
  'signIn.lost':
    'Bent u hier voor het eerst, of bent u uw passkey kwijt? Uw dienst maakt een persoonlijke link voor u. Open die op dit toestel.',
  'signIn.passkey.why':
    'Met deze link maakt u een passkey. Daarna meldt u zich aan met uw vingerafdruk, uw gezicht of de pincode van uw toestel. U hoeft geen wachtwoord te onthouden.',
  'signIn.passkey.own':
    'Maak de passkey op een toestel van uzelf of van de dienst, niet op een toestel dat anderen ook gebruiken.',
  'signIn.passkey.make': 'Passkey maken',
  'signIn.passkey.waiting': 'Volg de vraag van uw browser of uw toestel.',
  'signIn.as': (name) => `Aanmelden als ${name}`,
  'signIn.asWho': 'Met deze link meldt zich aan:',
  'signIn.notYou': 'Bent u dit niet? Sluit deze pagina. Er is niets gewijzigd.',
  'signIn.role.physician': 'Arts',
  'signIn.role.planner': 'Planning',
  'signIn.role.employer': 'Contactpersoon van een werkgever',
  'signIn.role.evaluator': 'Evaluatie',
  'signIn.enrol.title': 'Maak uw account',
  'signIn.enrol.why': 'Met deze link maakt u een nieuw account. De link werkt één keer.',
  'signIn.name': 'Uw naam',
  'signIn.name.hint': 'Zoals werknemers hem lezen, bijvoorbeeld: Dr. Lien Claes.',
  'signIn.name.missing': 'Vul uw naam in.',
  'signIn.email': 'Uw e-mailadres',
  'signIn.email.wrong': 'Vul een e-mailadres in, zoals naam@dienst.be.',
  'signIn.enrol.submit': 'Account maken en aanmelden',
  'signIn.enrol.passkey': 'Account en passkey maken',
  'signIn.busy': 'Een ogenblik: u wordt aangemeld.',
  'signIn.help': (service) => `Hulp: ${service}`,
  'signIn.reference': (reference) => `Referentie: ${reference}`,
  'signIn.retry': 'Opnieuw proberen',
}
